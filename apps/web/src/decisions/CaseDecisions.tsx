import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CaseContext } from '../cases/case-context.ts';
import { useHash } from '../cases/use-hash.ts';
import { useCasePart } from '../cases/use-case-part.ts';
import { CaseDecisionsPageDocument, type CaseDecisionsPageQuery } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconPlus, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { CaseDecision } from './CaseDecision.tsx';
import { useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';

const DecisionForm = later(() => import('./DecisionForm.tsx').then((m) => m.DecisionForm));
export type Decision = NonNullable<CaseDecisionsPageQuery['legalCase']>['decisions'][number];

/** What the courts of a case decided, newest first: one decision, of however many joined files. */
export function CaseDecisions() {
  const { t } = useLingui();
  const { data, context } = useCasePart(CaseDecisionsPageDocument);
  useHash();
  const words = useDecisionWords();
  const [adding, add] = useState(false);
  const decisions = data.legalCase?.decisions ?? [];
  const { edit } = context.legalCase.viewerCan;
  const close = () => { add(false); };
  return (
    <CaseContext value={context}>
      <Margin notes={(
        <div data-print="no">
          <Section title={t`On this page`}>
            {decisions.length === 0 && <p className={styles['quiet']}><Trans>Nothing yet.</Trans></p>}
            <ol className={styles['contents']}>{decisions.map((each) => <li key={each.id}><a href={`#decision-${each.id}`}>{each.title ?? words.kind(each.kind)}</a> <small><LegalDate edtf={each.day?.on} />, {words.authority(each.authority.status)}</small></li>)}</ol>
            {edit && !adding && <p><Button look="text" icon={<IconPlus {...iconProps} size={16} />} onClick={() => { add(true); }}><Trans>Add a decision</Trans></Button></p>}
          </Section>
        </div>
      )}>
        {adding && <DecisionForm onDone={close} />}
        {decisions.length === 0 && !adding && (
          <EmptyState title={<Trans>No decision on record</Trans>} {...(edit && context.legalCase.proceedings.length > 0 ? { action: <Button look="brand" onClick={() => { add(true); }}><Trans>Add a decision</Trans></Button> } : {})}>
            {context.legalCase.proceedings.length > 0 ? <Trans>Add what a court decided: its dates, the bench, who spoke, what it held. Dispositions, findings and orders rest on it.</Trans> : <Trans>A decision is given in a proceeding. Add the proceeding first.</Trans>}
          </EmptyState>
        )}
        {decisions.map((decision) => <CaseDecision key={decision.id} decision={decision} all={decisions} />)}
      </Margin>
    </CaseContext>
  );
}
