import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { faultOf } from '../apollo.ts';
import { Button } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { controlOf, nameOfControl, shownIn } from '../ui/form-controls.ts';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { useCase } from './case-context.ts';
import styles from './CaseForm.module.css';
import { together, wrote } from './two-writers.ts';
import { useDraft } from './use-draft.ts';

export interface Fields<T> { value: T; change(patch: Partial<T>): void; errorOf(field: string): ReactNode }
interface Props<T> { name: string; initial: T; save(value: T): Promise<unknown>; children(fields: Fields<T>): ReactNode; saveWords: ReactNode; onDone(): void }

/** A small form inside a page: keeps its draft, puts faults beside fields, shows both texts where two people wrote, reads the case anew once saved. */
export function RecordForm<T extends object>({ name, initial, save, children, saveWords, onDone }: Props<T>) {
  const { refresh } = useCase();
  const form = useMutationForm();
  const sheet = useRef<HTMLFormElement>(null);
  const draft = useDraft(name, { base: initial, value: initial });
  const { shown, clash } = together(draft.value, initial);
  const [asked, ask] = useState(false), [late, setLate] = useState(false);
  const send = async () => {
    setLate(false);
    try { await save(shown); } catch (e) {
      if (faultOf(e).code !== 'STALE') throw e;
      await refresh(); // somebody was faster: what they wrote is here now, beside this
      ask(true);
      setLate(true);
      return;
    }
    draft.forget();
    await refresh();
    onDone();
  };
  const submit = form.submit(async () => { if (clash.length > 0) ask(true); else await send(); });
  const say = (key: keyof T, value: unknown) => shownIn(controlOf(sheet.current, String(key)), value);
  return (
    <form ref={sheet} className={styles['box']} onSubmit={submit} noValidate>
      {form.summary}
      {asked && clash.length > 0 && (
        <Conflict busy={form.busy} fields={clash.map((key) => ({ key: String(key), label: nameOfControl(controlOf(sheet.current, String(key)), String(key)) ?? String(key), mine: say(key, shown[key]), theirs: say(key, initial[key]) }))}
          keepMine={() => { ask(false); send().catch((e: unknown) => { form.refuse(faultOf(e)); }); }}
          keepTheirs={() => { ask(false); draft.change({ base: initial, value: { ...shown, ...Object.fromEntries(clash.map((key) => [key, initial[key]])) } }); }} />
      )}
      {late && clash.length === 0 && <p className={styles['kept']} role="alert"><Trans>Somebody else changed other parts of this meanwhile. They are here now, beside yours: look, and save again.</Trans></p>}
      {draft.kept && <p className={styles['kept']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
      {children({ value: shown, change: (patch) => { draft.change(wrote(draft.value, initial, patch)); }, errorOf: form.errorOf })}
      <div className={styles['acts']}>
        <Button type="submit" look="brand" busy={form.busy}>{saveWords}</Button>
        <Button onClick={() => { draft.forget(); onDone(); }}><Trans>Cancel</Trans></Button>
      </div>
    </form>
  );
}
