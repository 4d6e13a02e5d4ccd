import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { useCase } from './case-context.ts';
import styles from './CaseForm.module.css';
import { useDraft } from './use-draft.ts';

export interface Fields<T> { value: T; change(patch: Partial<T>): void; errorOf(field: string): ReactNode }
interface Props<T> { name: string; initial: T; save(value: T): Promise<unknown>; children(fields: Fields<T>): ReactNode; saveWords: ReactNode; onDone(): void }

/** A small form inside a page: keeps its draft, puts faults beside fields, reads the case anew once saved. */
export function RecordForm<T extends object>({ name, initial, save, children, saveWords, onDone }: Props<T>) {
  const { refresh } = useCase();
  const form = useMutationForm();
  const draft = useDraft(name, initial);
  const submit = form.submit(async () => {
    await save(draft.value);
    draft.forget();
    await refresh();
    onDone();
  });
  return (
    <form className={styles['box']} onSubmit={submit} noValidate>
      {form.summary}
      {draft.kept && <p className={styles['kept']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
      {children({ value: draft.value, change: draft.change, errorOf: form.errorOf })}
      <div className={styles['acts']}>
        <Button type="submit" look="brand" busy={form.busy}>{saveWords}</Button>
        <Button onClick={() => { draft.forget(); onDone(); }}><Trans>Cancel</Trans></Button>
      </div>
    </form>
  );
}
