import { type FindingFact, type Limb, type ResultFacts, rulingsOf, tally, tallyForLimb } from '@amparo/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useCase } from '../cases/case-context.ts';
import { useCaseWords } from '../cases/case-words.ts';
import { ResultMark } from '../ui/ResultMark.tsx';
import { Section } from '../ui/Section.tsx';
import { type Result, resultWords } from '../ui/words.ts';
import type { ClaimsOfCase } from './CaseClaims.tsx';
import styles from './ClaimCounts.module.css';

const results: readonly Result[] = ['won', 'partly_won', 'lost', 'no_merits', 'pending'];

/** Results counted by claim, never by row: a claim through three courts is one, by the last ruling on its merits. Few as they are, the numbers stand without a rate. */
export function ClaimCounts({ of }: { of: ClaimsOfCase }) {
  const { t, i18n } = useLingui();
  const { legalCase: { proceedings, links } } = useCase();
  const words = useCaseWords();
  const facts = { claims: of.claims, dispositions: of.claims.flatMap(({ dispositions }) => dispositions), proceedings, links } as ResultFacts;
  const opinions = new Map(of.decisions.flatMap((decision) => decision.opinions.map(({ id, type }) => [id, type])));
  const findings = of.findings.map(({ opinionId, ...each }) => ({ ...each, opinionType: opinions.get(opinionId ?? '') ?? null }) as FindingFact);
  const all = tally(rulingsOf(facts));
  const limbs = [...new Set(findings.flatMap(({ limb, claimId }) => (claimId ? [limb] : [])))].map((limb) => ({ limb, count: tallyForLimb(facts, findings, limb as Limb) })).filter(({ count }) => count.of > 0);
  return (
    <>
      <Section title={t`Counted by claim`} note={t`not by decision`}>
        {of.claims.length === 0 ? <p className={styles['quiet']}><Trans>Nothing to count.</Trans></p> : (
          <dl className={styles['counts']}>{results.filter((result) => all[result] > 0).map((result) => <div key={result}><dt><ResultMark result={result} label={i18n._(resultWords[result])} /></dt><dd>{all[result]}</dd></div>)}</dl>
        )}
        <p className={styles['quiet']}><Plural value={all.of} _0="No ruling on the merits yet." one="One ruling on the merits; each claim counts once in a chain of courts." other="# rulings on the merits; each claim counts once in a chain of courts." />{all.no_merits > 0 && <> <Trans>What ended without them is neither won nor lost.</Trans></>}</p>
      </Section>
      {limbs.length > 0 && (
        <Section title={t`By test`} note={t`claims won, of those decided where it was argued`}>
          <dl className={styles['counts']}>{limbs.map(({ limb, count }) => <div key={limb}><dt>{words.limb(limb)}</dt><dd><Trans>{count.won} of {count.of}</Trans></dd></div>)}</dl>
        </Section>
      )}
    </>
  );
}
