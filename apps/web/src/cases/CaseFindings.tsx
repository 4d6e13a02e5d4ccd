import { stripLimbs } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { FindingMark } from '../ui/FindingMark.tsx';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { type Case, forumOf } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';

const strip: readonly string[] = stripLimbs.map(({ limb }) => limb);
const place = (limb: string) => (strip.includes(limb) ? strip.indexOf(limb) : strip.length);

/** What each court found, test by test, in fixed order; without a pinpoint it is said to come from a summary. */
export function CaseFindings({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const courts = legalCase.proceedings.map((proceeding) => ({ proceeding, findings: legalCase.findings.filter(({ proceedingId }) => proceedingId === proceeding.id).sort((a, b) => place(a.limb) - place(b.limb)) }))
    .filter(({ findings }) => findings.length > 0);
  const unpinned = legalCase.findings.some(({ pinpoint }) => !pinpoint);
  return (
    <Section title={t`What the court found`} note={t`by test`}>
      {courts.length === 0 && <p className={styles['quiet']}><Trans>No finding is coded yet. That says nothing about what the court found.</Trans></p>}
      {courts.map(({ proceeding, findings }) => (
        <div key={proceeding.id}>
          {courts.length > 1 && <h3 className={styles['sub']}>{forumOf(proceeding)}</h3>}
          <dl className={styles['findings']}>
            {findings.map(({ id, limb, label, result, note, pinpoint, claimId, status }) => (
              <div key={id}>
                <dt><strong>{label === limb ? words.limb(limb) : label}</strong><span>{legalCase.claims.find((claim) => claim.id === claimId)?.act ?? words.question(limb)}</span></dt>
                <dd><FindingMark finding={result} /> {pinpoint && <TrustTag filled>{pinpoint}</TrustTag>}{status === 'reversed' && <> <TrustTag><Trans>Reversed above</Trans></TrustTag></>}{note && <p>{note}</p>}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {unpinned && (
        <p className={styles['foot']}>
          {legalCase.demo ? <Trans>From a published summary, no paragraph numbers yet.</Trans> : <Trans>Some findings have no paragraph number yet.</Trans>}{' '}
          {legalCase.viewerCan.edit && <Link data-print="no" to="/cases/$id/claims" params={{ id: legalCase.id }}><Trans>Add from the ruling</Trans></Link>}
        </p>
      )}
    </Section>
  );
}
