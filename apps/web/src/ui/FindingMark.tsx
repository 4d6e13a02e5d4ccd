import { stripLimbs } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { clsx } from './clsx.ts';
import styles from './marks.module.css';
import { type Finding, findingWords, limbWords } from './words.ts';

/** What two courts can hold alike is drawn alike: assumed and conceded tests count as met, unfilled. */
const shapes = { satisfied: 'met', not_satisfied: 'unmet', partly: 'partly', assumed: 'open', conceded: 'open', not_addressed: 'silent', not_reached: 'silent' } as const satisfies Record<Finding, string>;

/** ✕ the State failed the test, split: partly, ✓ it met it, dotted: the court did not say; a dot: nobody has looked. Four marks, none of them zero. Drawn once, in `MarkSprite`. */
export const FindingGlyph = ({ finding, size = 14 }: { finding: Finding | null; size?: number }) => <svg width={size} height={size} aria-hidden="true"><use href={`#f-${finding ? shapes[finding] : 'none'}`} /></svg>;

/** What the court found on one test. `null`: not coded yet. Children take the place of the word. */
export function FindingMark({ finding, children, bare }: { finding: Finding | null; children?: ReactNode; bare?: boolean }) {
  const { i18n } = useLingui();
  const word = children ?? i18n._(findingWords[finding ?? 'not_coded']);
  if (bare) return <span><FindingGlyph finding={finding} /><span className="sr">{word}</span></span>;
  return <span className={clsx(styles['mark'], styles['wrap'], styles[finding ?? 'not_coded'])}><FindingGlyph finding={finding} /><span>{word}</span></span>;
}

/** Seven squares in fixed order, one per test; the whole is read aloud as one sentence. */
export function TestStrip({ findings }: { findings: readonly { limb: string; finding: Finding | null }[] }) {
  const { i18n } = useLingui();
  const of = (limb: string) => findings.find((f) => f.limb === limb)?.finding ?? null;
  const coded = stripLimbs.filter(({ limb }) => of(limb) !== null);
  return (
    <span className={styles['strip']} role="img" aria-label={coded.map(({ limb }) => `${nameOf(limb, i18n)}: ${i18n._(findingWords[of(limb) ?? 'not_coded'])}`).join('; ') || i18n._(findingWords.not_coded)}>
      {stripLimbs.map(({ limb }) => <span key={limb}><FindingGlyph finding={of(limb)} /></span>)}
    </span>
  );
}
const nameOf = (limb: string, i18n: { _(m: never): string }) => (limbWords[limb] ? i18n._(limbWords[limb].name as never) : limb);

/** The letters over a column of strips. */
export function TestLetters() {
  const { i18n } = useLingui();
  return <span className={styles['letters']}>{stripLimbs.map(({ limb, letter }) => <abbr key={limb} title={nameOf(limb, i18n)}>{letter}</abbr>)}</span>;
}

/** What the squares mean, in words; the letters once as well; `records`: and what a reference record is. */
export function TestLegend({ letters = true, records }: { letters?: boolean; records?: boolean }) {
  const { i18n } = useLingui();
  return (
    <div className={styles['explained']}>
      <div className={styles['legend']}>
        <FindingMark finding="not_satisfied"><Trans>State failed the test</Trans></FindingMark>
        <FindingMark finding="partly"><Trans>Partly</Trans></FindingMark>
        <FindingMark finding="satisfied"><Trans>State met the test</Trans></FindingMark>
        <FindingMark finding="not_addressed"><Trans>Court did not address it</Trans></FindingMark>
        <FindingMark finding={null}><Trans>not coded yet</Trans></FindingMark>
      </div>
      {letters && <p>{stripLimbs.map(({ limb, letter }) => `${letter} ${nameOf(limb, i18n).toLocaleLowerCase(i18n.locale)}`).join(', ')}</p>}
      {records && <p><Trans><strong>Reference record:</strong> facts and findings collected from public sources, not reviewed by two members. Results are as coded there.</Trans></p>}
    </div>
  );
}
