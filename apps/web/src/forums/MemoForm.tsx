import { useMutation } from '@apollo/client/react';
import type { ForumAnswer } from '@amparo/domain/forums';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { blank } from '../cases/case-input.ts';
import { useDraft } from '../cases/use-draft.ts';
import { MemoForm_AddDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextArea } from '../ui/Fields.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';
import type { ForumMemo } from './Memo.tsx';

interface Props { legalCaseId: string; forums: readonly ForumAnswer[]; /** Known, but in no row of the table: further down. */ aside: readonly ForumAnswer[]; filedOn: string | undefined; actOn: string | undefined; last: ForumMemo | undefined; marked: readonly string[]; reread(): Promise<unknown>; onClose(): void }
type Pick_ = 'chosen' | 'rejected' | '';
const bare = { decision: '', reasons: '', picks: {} as Record<string, Pick_>, why: {} as Record<string, string>, risks: '', ifLost: '', clientGoal: '', decideBy: '' };

/** Which forums, which not and why. What the chooser says now is kept with it. */
export function MemoForm({ legalCaseId, forums, aside, filedOn, actOn, last, marked, reread, onClose }: Props) {
  const { t } = useLingui();
  const words = useForumWords();
  const toast = useToast();
  const form = useMutationForm();
  const [add] = useMutation(MemoForm_AddDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [seen] = useState(last?.number ?? 0);
  const { value: draft, change, forget, kept } = useDraft(`forum-memo.${legalCaseId}`, { ...bare, picks: Object.fromEntries(marked.map((id) => [id, 'chosen' as Pick_])) });
  const all = [...forums, ...aside];
  const pick = (of: Pick_) => all.filter(({ id }) => draft.picks[id] === of).map(({ id }) => id);
  const meanwhile = last && last.number > seen;
  const field = (name: 'decision' | 'reasons' | 'risks' | 'ifLost' | 'clientGoal') => ({ name, value: draft[name], error: form.errorOf(name), onChange: (e: React.ChangeEvent<HTMLTextAreaElement>) => { change({ [name]: e.currentTarget.value }); } });
  const row = (forum: ForumAnswer) => {
    const at = `rejected.${pick('rejected').indexOf(forum.id)}`;
    return (
      <div key={forum.id} className={styles['pick']}>
        <SelectField name={`pick-${forum.id}`} label={<>{forum.name}, {forum.act} <small className={styles['quiet']}>{words.stateOfOne(forum.state)}{forum.lastDay && forum.state !== 'not_available' && `, ${words.on(forum.lastDay)}`}</small></>} value={draft.picks[forum.id] ?? ''}
          onChange={(e) => { change({ picks: { ...draft.picks, [forum.id]: e.currentTarget.value as Pick_ } }); }} data={[{ value: '', label: t`not decided` }, { value: 'chosen', label: t`chosen` }, { value: 'rejected', label: t`not chosen, because` }]} />
        {draft.picks[forum.id] === 'rejected' && <TextArea name={`${at}.why`} label={<Trans>Why not: {forum.name}</Trans>} rows={2} maxLength={1000} value={draft.why[forum.id] ?? ''} error={form.errorOf(at)} onChange={(e) => { change({ why: { ...draft.why, [forum.id]: e.currentTarget.value } }); }} />}
      </div>
    );
  };
  return (
    <Sheet wide title={<Trans>Record the decision</Trans>} lead={<Trans>Privileged: only the case team can read it. It stays as you write it; a later memo takes its place.</Trans>} onClose={onClose}>
      <form noValidate className={styles['form']} onSubmit={form.submit(async () => {
        try {
          await add({ variables: { input: {
            key, legalCaseId, after: last?.number ?? 0, filedOn: filedOn ?? null, actOn: actOn ?? null, decision: draft.decision, reasons: draft.reasons, chosen: pick('chosen'), rejected: pick('rejected').map((forum) => ({ forum, why: draft.why[forum] ?? '' })),
            risks: blank(draft.risks), ifLost: blank(draft.ifLost), clientGoal: blank(draft.clientGoal), decideBy: blank(draft.decideBy),
          } } });
        } catch (e) {
          if (faultOf(e).code === 'STALE') await reread(); // the other memo stands above from now on, and the text here stays
          throw e;
        }
        forget();
        await reread();
        toast({ words: t`Recorded. Only the case team can read it.` });
        onClose();
      })}>
        {form.summary}
        {meanwhile && <div className={styles['since']} role="status"><Trans><strong>{last.writtenName ?? '–'} has recorded a memo meanwhile:</strong> “{last.decision}” If you save now, yours follows it.</Trans></div>}
        {kept && <p className={styles['note']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
        <TextArea label={<Trans>The decision</Trans>} hint={<Trans>In two or three sentences: where, in which order, by when.</Trans>} rows={3} maxLength={2000} {...field('decision')} />
        <fieldset className={styles['picks']}>
          <legend><Trans>Forums</Trans></legend>
          {form.errorOf('chosen') && <p role="alert" className={styles['fault']}><Trans>Choose at least one forum.</Trans></p>}
          {forums.map(row)}
          {aside.length > 0 && <details className={styles['snapshot']} open={aside.some(({ id }) => draft.picks[id]) || undefined}><summary><Trans>Others that were looked at</Trans></summary>{aside.map(row)}</details>}
        </fieldset>
        <TextArea label={<Trans>Why</Trans>} rows={4} maxLength={5000} {...field('reasons')} />
        <TextArea optional label={<Trans>What speaks against</Trans>} rows={3} maxLength={5000} {...field('risks')} />
        <TextArea optional label={<Trans>If we lose</Trans>} rows={2} maxLength={2000} {...field('ifLost')} />
        <TextArea optional label={<Trans>Client’s own goal</Trans>} hint={<Trans>It prevails over the cause. Say where they differ.</Trans>} rows={2} maxLength={2000} {...field('clientGoal')} />
        <LegalDateField exact optional name="decideBy" label={<Trans>Look again by</Trans>} value={draft.decideBy} error={form.errorOf('decideBy')} onChange={(decideBy) => { change({ decideBy }); }} />
        <div className={styles['acts']}><Button type="submit" look="brand" busy={form.busy}><Trans>Record the decision</Trans></Button><Button onClick={onClose}><Trans>Cancel</Trans></Button></div>
      </form>
    </Sheet>
  );
}
