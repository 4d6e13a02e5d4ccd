import { Trans, useLingui } from '@lingui/react/macro';
import { Input, NativeSelect, type NativeSelectProps, Textarea, type TextareaProps, TextInput, type TextInputProps } from '@mantine/core';
import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { Button } from './Button.tsx';
import { clsx } from './clsx.ts';
import styles from './Fields.module.css';
import { IconCheck, IconChevronDown, iconProps } from './icons.ts';

interface Words {
  label: ReactNode;
  /** Under the label, never inside the field. */
  hint?: ReactNode;
  /** Says how to mend it; tied to the field for readers. */
  error?: ReactNode;
  /** Optional fields are marked, needed ones are not. */
  optional?: boolean;
}
const names = { root: clsx(styles['root']), label: clsx(styles['label']), description: clsx(styles['hint']), error: clsx(styles['error']), wrapper: clsx(styles['wrapper']), input: clsx(styles['input']) };
const look = ({ label, hint, error, optional }: Words) => ({
  label: <>{label}{optional && <span className={styles['optional']}> <Trans>optional</Trans></span>}</>,
  description: hint, error, classNames: names, unstyled: true, withAsterisk: false, inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[],
});

/** One line of text. */
export const TextField = ({ label, hint, error, optional, ...rest }: Words & Omit<TextInputProps, keyof Words | 'classNames'>) => <TextInput {...look({ label, hint, error, ...(optional ? { optional } : {}) })} {...rest} />;
/** Several lines. Grows with what is typed where the browser can. */
export const TextArea = ({ label, hint, error, optional, ...rest }: Words & Omit<TextareaProps, keyof Words | 'classNames'>) => <Textarea {...look({ label, hint, error, ...(optional ? { optional } : {}) })} {...rest} style={{ fieldSizing: 'content' } as never} />;
/** One of a list that the browser shows in its own way. */
export const SelectField = ({ label, hint, error, optional, ...rest }: Words & Omit<NativeSelectProps, keyof Words | 'classNames'>) => (
  <NativeSelect {...look({ label, hint, error, ...(optional ? { optional } : {}) })} rightSection={<IconChevronDown {...iconProps} size={15} className={styles['arrow']} />} {...rest} />
);

/** A password, with a word that shows it. */
export function PasswordField({ label, hint, error, ...rest }: Words & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const { t } = useLingui();
  const [shown, show] = useState(false), id = useId();
  return (
    <Input.Wrapper id={id} {...look({ label, hint, error })}>
      <div className={styles['holder']}>
        <Input id={id} unstyled classNames={{ wrapper: names.wrapper, input: names.input }} error={!!error} {...(rest as object)} type={shown ? 'text' : 'password'} />
        <Button look="quiet" size="small" className={clsx(styles['reveal'])} aria-controls={id} aria-pressed={shown} onClick={() => { show(!shown); }}>{shown ? t`Hide` : t`Show`}</Button>
      </div>
    </Input.Wrapper>
  );
}

/** A tick box with its words. */
export const CheckField = ({ label, className, ...rest }: { label: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) => (
  <label className={clsx(styles['check'], className)}><input type="checkbox" className={styles['box']} {...rest} /><span>{label}</span></label>
);

export interface Option<T extends string> { value: T; label: ReactNode; mark?: ReactNode }
interface Choice<T extends string> { legend: ReactNode; hideLegend?: boolean; options: readonly Option<T>[]; name?: string }

/** Chips of 44 px: one choice, or several with `multiple`. Radio buttons and tick boxes underneath, so arrow keys work. */
export function ChoiceChips<T extends string>({ legend, hideLegend, options, name, value, onChange, multiple, children }: Choice<T> & { children?: ReactNode } & ({ multiple?: false; value: T | null; onChange(value: T): void } | { multiple: true; value: readonly T[]; onChange(value: T[]): void })) {
  const own = useId();
  const on = (v: T) => (multiple ? value.includes(v) : value === v);
  const choose = (v: T) => { if (multiple) onChange(on(v) ? value.filter((each) => each !== v) : [...value, v]); else onChange(v); };
  return (
    <fieldset className={styles['root']}>
      <legend className={hideLegend ? 'sr' : styles['legend']}>{legend}</legend>
      <div className={styles['chips']}>
        {options.map((o) => (
          <label key={o.value} className={styles['chip']}>
            <input type={multiple ? 'checkbox' : 'radio'} name={name ?? own} value={o.value} checked={on(o.value)} onChange={() => { choose(o.value); }} />
            {on(o.value) ? <IconCheck {...iconProps} /> : o.mark}{o.label}
          </label>
        ))}
        {children}
      </div>
    </fieldset>
  );
}

/** A few choices in one frame, each with its mark over its word (result); `row`: small and side by side (views of a list). */
export function Segmented<T extends string>({ legend, hideLegend, options, name, value, onChange, row }: Choice<T> & { value: T | null; onChange(value: T): void; row?: boolean }) {
  const own = useId();
  return (
    <fieldset className={row ? undefined : styles['root']}>
      <legend className={hideLegend || row ? 'sr' : styles['legend']}>{legend}</legend>
      <div className={clsx(styles['segments'], row && styles['row'])}>
        {options.map((o) => (
          <label key={o.value} className={styles['segment']}>
            <input type="radio" name={name ?? own} value={o.value} checked={value === o.value} onChange={() => { onChange(o.value); }} />
            {o.mark}{o.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
