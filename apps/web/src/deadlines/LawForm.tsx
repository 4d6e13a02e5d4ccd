import { useMutation, useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { LawForm_ProposeDocument, LawTextDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea, TextField } from '../ui/Fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import styles from './HowCounted.module.css';
import { LawEffects } from './LawEffects.tsx';

interface Props { kind: 'rule' | 'calendar'; lawId: string; onClose(): void; onChanged(): Promise<unknown> }

/** A rule or calendar as its record, to write anew: first what it would change, then the proposal. */
export function LawForm(props: Props) {
  const { kind, lawId, onClose } = props;
  const { data } = useQuery(LawTextDocument, { variables: { kind, lawId }, fetchPolicy: 'network-only' });
  return (
    <Sheet wide title={kind === 'rule' ? <Trans>Change rule {lawId}</Trans> : <Trans>Change calendar {lawId}</Trans>} lead={<Trans>A second steward approves it. Until then nothing is counted by it.</Trans>} onClose={onClose}>
      {data?.law ? <Form {...props} text={data.law} /> : <SkeletonRows rows={6} />}
    </Sheet>
  );
}

function Form({ kind, text, onClose, onChanged }: Props & { text: string }) {
  const form = useMutationForm();
  const [propose] = useMutation(LawForm_ProposeDocument);
  const [body, setBody] = useState(text), [note, setNote] = useState(''), [looked, look] = useState<string>();
  return (
    <form noValidate onSubmit={form.submit(async () => { await propose({ variables: { input: { kind, body, note } } }); await onChanged(); onClose(); })}>
      {form.summary}
      <TextArea name="body" label={<Trans>The record</Trans>} hint={<Trans>Keep the older versions and add a new one with its first day: a deadline is counted by the version of its own time.</Trans>} dir="ltr" rows={16} spellCheck={false} className={styles['code']} value={body} error={form.errorOf('body')} onChange={(e) => { setBody(e.currentTarget.value); }} />
      <TextField name="note" label={<Trans>Why, and where you read it</Trans>} value={note} maxLength={1000} error={form.errorOf('note')} onChange={(e) => { setNote(e.currentTarget.value); }} />
      {looked !== undefined && <LawEffects kind={kind} body={looked} />}
      <div className={styles['acts']}>
        <Button look={looked === body ? 'plain' : 'brand'} onClick={() => { look(body); }}><Trans>Show what it changes</Trans></Button>
        <Button type="submit" look={looked === body ? 'brand' : 'plain'} busy={form.busy} disabled={looked !== body || body === text}><Trans>Propose the change</Trans></Button>
        <Button onClick={onClose}><Trans>Cancel</Trans></Button>
      </div>
    </form>
  );
}
