import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
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
  optional?: boolean | undefined;
}
interface Ties { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; className: string }

/** Label above, hint under it, field, error: tied together by their ids. */
function Field({ label, hint, error, optional, id: given, className, children }: Words & { id?: string | undefined; className?: string | undefined; children(ties: Ties): ReactNode }) {
  const own = useId(), id = given ?? own;
  const told = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={clsx(styles['root'], className)}>
      <label className={styles['label']} htmlFor={id}>{label}{optional && <span className={styles['optional']} data-optional> <Trans>optional</Trans></span>}</label>
      {hint && <div id={`${id}-hint`} className={styles['hint']}>{hint}</div>}
      {children({ id, 'aria-describedby': told, 'aria-invalid': error ? true : undefined, className: clsx(styles['input']) })}
      {error && <div id={`${id}-error`} className={styles['error']}>{error}</div>}
    </div>
  );
}

/** What is pasted is never cut short in silence: too long, it stays, is told, and the form does not go out with it. */
function useTooLong({ value, maxLength, error }: { value?: unknown; maxLength?: number | undefined; error?: ReactNode }) {
  const { t } = useLingui();
  if (typeof value !== 'string') return { error, told: maxLength === undefined ? {} : { maxLength } };
  return maxLength !== undefined && value.length > maxLength ? { error: error ?? t`This is too long. Shorten it.`, told: { 'data-problem': 'too_long' } } : { error, told: {} };
}
/** One line of text. */
export function TextField({ label, hint, error, optional, className, maxLength, ...rest }: Words & Omit<ComponentProps<'input'>, keyof Words>) {
  const long = useTooLong({ value: rest.value, maxLength, error });
  return <Field {...{ label, hint, error: long.error, optional, className, id: rest.id }}>{(ties) => <input type="text" {...rest} {...long.told} {...ties} />}</Field>;
}
/** A whole number as it is typed: what is none stays to be mended, and the form does not go out with it. Never read as another number. */
export function NumberField({ value, onChange, error, ...rest }: Omit<ComponentProps<typeof TextField>, 'onChange' | 'value' | 'inputMode'> & { value: string; onChange(value: string): void }) {
  const { t } = useLingui();
  const none = value.trim() !== '' && !/^\d+$/u.test(value.trim());
  return <TextField {...rest} inputMode="numeric" value={value} error={none ? t`Write a whole number.` : error} {...(none ? { 'data-problem': 'wrong_type' } : {})} onChange={(e) => { onChange(e.currentTarget.value); }} />;
}
/** Several lines. Grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, optional, className, maxLength, ...rest }: Words & Omit<ComponentProps<'textarea'>, keyof Words>) {
  const long = useTooLong({ value: rest.value, maxLength, error });
  return <Field {...{ label, hint, error: long.error, optional, className, id: rest.id }}>{(ties) => <textarea {...rest} {...long.told} {...ties} />}</Field>;
}
/** One of a list that the browser shows in its own way. */
export const SelectField = ({ label, hint, error, optional, className, data, ...rest }: Words & { data: readonly (string | { value: string; label: string; disabled?: boolean })[] } & Omit<ComponentProps<'select'>, keyof Words>) => (
  <Field {...{ label, hint, error, optional, className, id: rest.id }}>
    {(ties) => (
      <div className={styles['holder']}>
        <select {...rest} {...ties}>{data.map((each) => (typeof each === 'string' ? <option key={each}>{each}</option> : <option key={each.value} value={each.value} disabled={each.disabled}>{each.label}</option>))}</select>
        <IconChevronDown {...iconProps} size={15} className={styles['arrow']} />
      </div>
    )}
  </Field>
);
/** A password, with a word that shows it. */
export function PasswordField({ label, hint, error, optional, className, ...rest }: Words & Omit<ComponentProps<'input'>, keyof Words | 'type'>) {
  const { t } = useLingui();
  const [shown, show] = useState(false);
  return (
    <Field {...{ label, hint, error, optional, className, id: rest.id }}>
      {(ties) => (
        <div className={styles['holder']}>
          <input {...rest} {...ties} type={shown ? 'text' : 'password'} />
          <Button look="quiet" size="small" className={clsx(styles['reveal'])} aria-controls={ties.id} aria-pressed={shown} onClick={() => { show(!shown); }}>{shown ? t`Hide` : t`Show`}</Button>
        </div>
      )}
    </Field>
  );
}

/** A tick box with its words. */
export const CheckField = ({ label, className, ...rest }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) => (
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
