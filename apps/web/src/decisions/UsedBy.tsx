import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { RecordForm } from '../cases/RecordForm.tsx';
import { Reliance_RemoveDocument, Reliance_ReviewDocument, RelianceForm_AddDocument, type UsedBy_CaseRelianceFragment, type UserKind } from '../gql/graphql.ts';
import { useTry } from '../orders/use-try.ts';
import { Button } from '../ui/Button.tsx';
import { NumberField, SelectField, TextField } from '../ui/Fields.tsx';
import { IconAlertTriangle, IconPlus, iconProps } from '../ui/icons.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Decision } from './CaseDecisions.tsx';
import { dissents, pinpointOf, useDecisionWords } from './decision-words.ts';
import styles from './Decisions.module.css';
import { OpinionField } from './Holdings.tsx';

interface Props { kind: 'decision' | 'finding'; id: string; usedBy: readonly UsedBy_CaseRelianceFragment[]; opinions: Decision['opinions']; small?: boolean }
const kinds = ['brief', 'plan', 'argument', 'comparison', 'pack', 'other'] as const satisfies readonly UserKind[];

/** What of ours builds on this. When it is reversed each asks to be looked at again, until somebody has. */
export function UsedBy({ kind, id, usedBy, opinions, small }: Props) {
  const { t } = useLingui();
  const { legalCase: { viewerCan } } = useCase();
  const words = useDecisionWords();
  const [adding, add] = useState(false);
  const [review] = useMutation(Reliance_ReviewDocument), [remove] = useMutation(Reliance_RemoveDocument);
  const attempt = useTry();
  if (usedBy.length === 0 && !viewerCan.edit) return null;
  return (
    <div className={styles['used']}>
      {!small && <h3 className={styles['h3']}><Trans>What of ours builds on it</Trans></h3>}
      {usedBy.length === 0 && !small && !adding && <p className={styles['quiet']}><Trans>Nothing is recorded.</Trans></p>}
      {usedBy.map((each) => (
        <div key={each.id} className={styles['user']}>
          <p>
            <strong><bdi>{each.title}</bdi></strong> <span className={styles['quiet']}>{words.user(each.userKind)}</span> {pinpointOf(each) && <TrustTag filled>{pinpointOf(each)}</TrustTag>} {each.opinionType && dissents(each.opinionType) && <TrustTag><Trans>cites a dissent</Trans></TrustTag>}{' '}
            {each.needsReviewSince && <TrustTag late icon={<IconAlertTriangle {...iconProps} size={14} />}><Trans>needs review</Trans></TrustTag>}
          </p>
          {each.needsReviewSince && <p className={styles['quiet']}>{words.cause(each.causeCode ?? '')} <Trans>Since <LegalDate edtf={each.needsReviewSince.slice(0, 10)} />.</Trans></p>}
          {viewerCan.edit && (
            <p data-print="no" className={styles['tools']}>
              {each.needsReviewSince && <Button size="small" onClick={() => void attempt(() => review({ variables: { id: each.id } }), t`Noted. The same cause does not ask again.`)}><Trans>Looked at, and it holds</Trans></Button>} <Button look="text" size="small" onClick={() => void attempt(() => remove({ variables: { id: each.id } }))}><Trans>Take back</Trans></Button>
            </p>
          )}
        </div>
      ))}
      {adding ? <RelianceForm kind={kind} id={id} opinions={opinions} onDone={() => { add(false); }} /> : viewerCan.edit && <p data-print="no"><Button look="text" size="small" icon={<IconPlus {...iconProps} size={15} />} onClick={() => { add(true); }}><Trans>Ours builds on this</Trans></Button></p>}
    </div>
  );
}

function RelianceForm({ kind, id, opinions, onDone }: Omit<Props, 'usedBy' | 'small'> & { onDone(): void }) {
  const { legalCase } = useCase();
  const words = useDecisionWords();
  const [add] = useMutation(RelianceForm_AddDocument);
  return (
    <RecordForm
      name={`reliance.${id}`} onDone={onDone} saveWords={<Trans>Add it</Trans>} initial={{ title: '', userKind: 'brief' as UserKind, paragraph: '', opinion: '' }}
      save={({ title, userKind, paragraph, opinion }) => add({ variables: { legalCaseId: legalCase.id, input: { usedKind: kind, usedId: id, userKind, title: title.trim(), at: paragraph || opinion ? { paragraph: paragraph ? Number(paragraph) : null, opinion: opinion ? Number(opinion) : null } : null } } })}
    >
      {({ value, change, errorOf }) => (
        <div className={styles['pair']}>
          <TextField name="title" label={<Trans>What builds on it</Trans>} hint={<Trans>Brief on necessity</Trans>} value={value.title} maxLength={300} error={errorOf('title')} onChange={(e) => { change({ title: e.currentTarget.value }); }} />
          <SelectField name="userKind" label={<Trans>That is a</Trans>} value={value.userKind} error={errorOf('userKind')} onChange={(e) => { change({ userKind: e.currentTarget.value as UserKind }); }} data={kinds.map((code) => ({ value: code, label: words.user(code) }))} />
          {kind === 'decision' && <NumberField name="at.paragraph" optional label={<Trans>Paragraph</Trans>} value={value.paragraph} maxLength={5} error={errorOf('at')} onChange={(paragraph) => { change({ paragraph }); }} />}
          {kind === 'decision' && opinions.length > 1 && <OpinionField decision={{ opinions }} value={value.opinion} error={errorOf('opinion')} onChange={(opinion) => { change({ opinion }); }} />}
        </div>
      )}
    </RecordForm>
  );
}
