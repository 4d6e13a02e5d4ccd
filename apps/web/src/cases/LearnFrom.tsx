import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CaseName } from '../ui/CaseName.tsx';
import { ResultMark } from '../ui/ResultMark.tsx';
import { Section } from '../ui/Section.tsx';
import type { Case } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';

/** Precedents linked to the case, and the way to compare with them. */
export function LearnFrom({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const linked = legalCase.precedents.toSorted((a, b) => a.precedent.shortName.localeCompare(b.precedent.shortName));
  const own = linked.filter(({ relation }) => relation === 'same_matter'), others = linked.filter(({ relation }) => relation !== 'same_matter');
  const slugs = others.map(({ precedent }) => precedent.slug).slice(0, 6);
  const edit = legalCase.viewerCan.edit && <Link to="/cases/$id/edit" params={{ id: legalCase.id }} hash="precedents"><Trans>Link a precedent</Trans></Link>;
  return (
    <Section title={t`Learn from`} note={t`same tests, other courts`}>
      {others.length === 0 && <p className={styles['quiet']}><Trans>No precedent is linked.</Trans> {edit}</p>}
      <ul className={styles['learn']}>
        {others.map(({ id, relation, note, precedent }) => (
          <li key={id}>
            <Link to="/precedents/$slug" params={{ slug: precedent.slug }}><CaseName>{precedent.shortName}</CaseName></Link> <ResultMark bare result={precedent.result} label={precedent.result === 'no_merits' ? precedent.outcomeLabel : undefined} />
            <small>{relation !== 'learn_from' && words.relation(relation)}{relation !== 'learn_from' && note && '. '}{note}</small>
          </li>
        ))}
      </ul>
      {slugs.length > 0 && <p data-print="no"><Link to="/precedents/compare" search={{ c: slugs.join(','), case: legalCase.id } as never}><Trans>Compare with these {slugs.length}</Trans></Link></p>}
      {own.map(({ id, precedent }) => <p key={id} className={styles['foot']}><Trans>Public record of this matter: <Link to="/precedents/$slug" params={{ slug: precedent.slug }}><CaseName>{precedent.shortName}</CaseName></Link></Trans></p>)}
    </Section>
  );
}
