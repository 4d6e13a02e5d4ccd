import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { type Fault, faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { problemOf } from '../problem-words.ts';
import { controlOf, fieldName, nameOfControl } from './form-controls.ts';
import styles from './Fields.module.css';

/**
 * Sends a form and puts what the server (or the shared schema) refuses beside its field.
 *
 * ```tsx
 * const form = useMutationForm();
 * <form onSubmit={form.submit(async () => { await add({ variables }); })}>{form.summary}<TextField label={…} name="title" error={form.errorOf('title')} /></form>
 * ```
 */
export function useMutationForm() {
  const { i18n } = useLingui();
  const [busy, setBusy] = useState(false), [fault, setFault] = useState<Fault | null>(null);
  const summary = useRef<HTMLDivElement>(null), sent = useRef<HTMLFormElement>(null);
  const refuse = useCallback((found: Fault) => {
    const fields = found.fields.map((f) => ({ ...f, field: fieldName(f.field) }));
    setFault({ ...found, fields: fields.filter(({ field }, i) => fields.findIndex((f) => f.field === field) === i) }); // one thing to mend at a time
    requestAnimationFrame(() => summary.current?.focus());
  }, []);
  const submit = (work: (data: FormData) => Promise<void>) => (e: React.FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    sent.current = e.currentTarget;
    if (busy) return;
    const unread = [...e.currentTarget.querySelectorAll<HTMLInputElement>('[data-problem]')]; // such as a date that is none: what is stored must not go out in its place
    if (unread.length > 0) { refuse({ code: 'INVALID', fields: unread.map(({ name, dataset }) => ({ field: name, problem: dataset['problem'] ?? 'wrong' })) }); return; }
    setBusy(true);
    setFault(null);
    work(new FormData(e.currentTarget)).catch((error: unknown) => { refuse(faultOf(error)); }).finally(() => { setBusy(false); });
  };
  /** `goals.0.text` also answers for `goals`. */
  const errorOf = (field: string): ReactNode => {
    const of = fault?.fields.find((f) => f.field === field || f.field.startsWith(`${field}.`));
    return of && i18n._(problemOf(of.problem));
  };
  return {
    busy, fault, submit, refuse, errorOf,
    clear: () => { setFault(null); },
    /** Stands at the top of the form; gets the focus, so that readers hear it at once. */
    summary: fault && (
      <div ref={summary} tabIndex={-1} role="alert" className={styles['summary']}>
        <p>{i18n._(faultWords[fault.code])}</p>
        {fault.fields.length > 0 && (
          <ul>{fault.fields.map((f) => {
            const control = controlOf(sent.current, f.field), name = nameOfControl(control, f.field);
            return <li key={f.field + f.problem}><a href={`#${f.field}`} onClick={(e) => { e.preventDefault(); control?.focus(); }}>{name && <strong>{name}: </strong>}{i18n._(problemOf(f.problem))}</a></li>;
          })}</ul>
        )}
      </div>
    ),
  };
}
