import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { Holding_RemoveDocument, type HoldingForce, HoldingForm_AddDocument } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField, SelectField, TextArea } from '../ui/Fields.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { pinpointOf, useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';

/** What the court held in its own voice, each with its place. A dissent is never among it. */
export function Holdings({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { legalCase: { viewerCan } } = useCase();
  const words = useDecisionWords();
  const [adding, add] = useState(false);
  const [remove] = useMutation(Holding_RemoveDocument);
  const attempt = useTry();
  const { holdings } = decision;
  if (holdings.length === 0 && !viewerCan.edit) return null;
  return (
    <>
      <h3 className={styles['h3']}><Trans>What it held</Trans></h3>
      {holdings.length === 0 && !adding && <p className={styles['quiet']}><Trans>Not written down yet.</Trans></p>}
      <ul className={styles['rows']}>
        {holdings.map((each) => (
          <li key={each.id}>
            <span><TrustTag filled>{pinpointOf(each)}</TrustTag></span>
            <span><bdi>{each.proposition}</bdi> <span className={styles['quiet']}>{words.force(each.force)}</span>{viewerCan.edit && <span data-print="no"> <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id: each.id } }), t`Removed. What it said is kept under Changes.`)}><Trans>Take back</Trans></Button></span>}</span>
          </li>
        ))}
      </ul>
      {adding ? <HoldingForm decision={decision} onDone={() => { add(false); }} /> : viewerCan.edit && <p data-print="no"><Button look="text" size="small" icon={<IconPlus {...iconProps} size={15} />} onClick={() => { add(true); }}><Trans>Add a holding</Trans></Button></p>}
    </>
  );
}

function HoldingForm({ decision, onDone }: { decision: Decision; onDone(): void }) {
  const words = useDecisionWords();
  const [add] = useMutation(HoldingForm_AddDocument);
  return (
    <RecordForm
      name={`decision.${decision.id}.holding`} onDone={onDone} saveWords={<Trans>Add the holding</Trans>} initial={{ proposition: '', force: 'ratio' as HoldingForce, paragraph: '', page: '', opinion: '' }}
      save={({ proposition, force, paragraph, page, opinion }) => add({ variables: { decisionId: decision.id, input: { proposition: proposition.trim(), force, at: { paragraph: paragraph ? Number(paragraph) : null, page: page ? Number(page) : null, opinion: opinion ? Number(opinion) : null } } } })}
    >
      {({ value, change, errorOf }) => (
        <>
          <TextArea name="proposition" label={<Trans>What the court held</Trans>} value={value.proposition} maxLength={2000} error={errorOf('proposition')} onChange={(e) => { change({ proposition: e.currentTarget.value }); }} />
          <div className={styles['three']}>
            <NumberField name="at.paragraph" label={<Trans>Paragraph</Trans>} value={value.paragraph} maxLength={5} error={errorOf('at') ?? errorOf('pinpoint')} onChange={(paragraph) => { change({ paragraph }); }} />
            <NumberField name="page" optional label={<Trans>Page</Trans>} hint={<Trans>Where there are no paragraphs</Trans>} value={value.page} maxLength={5} error={errorOf('page')} onChange={(page) => { change({ page }); }} />
            <SelectField name="force" label={<Trans>It is</Trans>} value={value.force} error={errorOf('force')} onChange={(e) => { change({ force: e.currentTarget.value as HoldingForce }); }} data={(['ratio', 'obiter', 'unclear'] as const).map((code) => ({ value: code, label: words.force(code) }))} />
          </div>
          {decision.opinions.length > 1 && <OpinionField decision={decision} value={value.opinion} error={errorOf('opinion')} onChange={(opinion) => { change({ opinion }); }} />}
        </>
      )}
    </RecordForm>
  );
}

/** In which opinion a place stands; left open, the paragraph says it. */
export function OpinionField({ decision, value, error, onChange }: { decision: Pick<Decision, 'opinions'>; value: string; error?: React.ReactNode; onChange(value: string): void }) {
  const { t } = useLingui();
  const words = useDecisionWords();
  return <SelectField name="opinion" optional label={<Trans>In which opinion</Trans>} value={value} error={error} onChange={(e) => { onChange(e.currentTarget.value); }} data={[{ value: '', label: t`the one the paragraph stands in` }, ...decision.opinions.map(({ type, authors }, i) => ({ value: String(i), label: [words.opinion(type), authors.join(', ')].filter(Boolean).join(': ') }))]} />;
}
