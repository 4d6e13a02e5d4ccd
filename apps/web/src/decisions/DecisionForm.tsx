import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { useCase } from '../cases/case-context.ts';
import { useDraft } from '../cases/use-draft.ts';
import { DecisionForm_AddDocument, DecisionForm_ChangeDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { Conflict, type Differing } from '../ui/Conflict.tsx';
import { Section } from '../ui/Section.tsx';
import { useMutationForm } from '../ui/useMutationForm.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { type DecisionDraft, draftOf, inputOf } from './decision-draft.ts';
import { DecisionFields } from './DecisionFields.tsx';
import styles from './Decisions.module.css';

/** A decision, whole or not at all. If somebody was faster, both texts stand side by side. */
export function DecisionForm({ item, onDone }: { item?: Decision; onDone(): void }) {
  const { t } = useLingui();
  const { legalCase, refresh } = useCase();
  const form = useMutationForm();
  const [key] = useState(() => crypto.randomUUID());
  const draft = useDraft<DecisionDraft>(`${legalCase.id}.decision.${item?.id ?? 'new'}`, draftOf(item, legalCase.proceedings[0]?.id ?? ''));
  const [theirs, setTheirs] = useState<Decision>();
  const [add] = useMutation(DecisionForm_AddDocument), [change] = useMutation(DecisionForm_ChangeDocument);
  const differing = useDiffering();
  const done = async () => { draft.forget(); await refresh(); onDone(); };
  const send = async (version: number) => {
    const input = inputOf(draft.value, item);
    if (!item) { await add({ variables: { legalCaseId: legalCase.id, input: { ...input, id: key } } }); await done(); return; }
    const answer = (await change({ variables: { id: item.id, version, input } })).data?.changeDecision;
    if (answer?.__typename === 'StaleDecision') { setTheirs(answer.current as Decision); return; }
    await done();
  };
  return (
    <Section title={item ? t`Edit the decision` : t`A new decision`}>
      <form className={styles['form']} onSubmit={form.submit(() => send(draft.value.version))} noValidate>
        {form.summary}
        {theirs && <Conflict fields={differing(draft.value, draftOf(theirs, ''))} busy={form.busy} keepTheirs={() => void done()} keepMine={() => void send(theirs.version).catch((e: unknown) => { form.refuse(faultOf(e)); })} />}
        {draft.kept && !theirs && <p className={styles['kept']}><Trans>Your draft is kept in this window until you save it.</Trans></p>}
        <DecisionFields value={draft.value} onChange={draft.change} errorOf={form.errorOf} />
        <div className={styles['acts']}>
          <Button type="submit" look="brand" busy={form.busy}>{item ? <Trans>Save the decision</Trans> : <Trans>Add the decision</Trans>}</Button>
          <Button onClick={() => { draft.forget(); onDone(); }}><Trans>Cancel</Trans></Button>
        </div>
      </form>
    </Section>
  );
}

/** In what two versions of a decision differ, in words. */
function useDiffering() {
  const { t } = useLingui();
  return (mine: DecisionDraft, theirs: DecisionDraft): Differing[] => {
    const say: [keyof DecisionDraft, string, (of: DecisionDraft) => string][] = [
      ['title', t`Title`, ({ title }) => title], ['dates', t`Days`, ({ dates }) => dates.map(({ on, basis }) => `${on} ${basis}`).join('; ')], ['citations', t`Citations`, ({ citations }) => citations.map(({ value }) => value).join('; ')],
      ['panel', t`Bench`, ({ panel }) => panel.map(({ name }) => name).join('; ')], ['votes', t`Votes`, ({ votes }) => votes.map((v) => `${v.for}–${v.against} ${v.issue}`).join('; ')],
      ['opinions', t`Opinions`, ({ opinions }) => opinions.map(({ type, authors, summary }) => [type, authors, summary].filter(Boolean).join(' ')).join('; ')], ['expressions', t`Languages`, ({ expressions }) => expressions.map(({ language, status }) => `${language} ${status}`).join('; ')],
      ['summary', t`Summary`, ({ summary }) => summary], ['source', t`Source`, ({ source }) => source],
    ];
    return say.map(([key, label, of]) => ({ key, label, mine: of(mine), theirs: of(theirs) })).filter((each) => each.mine !== each.theirs);
  };
}
