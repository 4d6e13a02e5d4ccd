import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { usePlaceName } from '../library/countries.ts';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import type { Case } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';

/** Harms behind this case: records of their own, linked here. */
export function CaseHarms({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const placeName = usePlaceName(undefined);
  const add = legalCase.viewerCan.edit && <Link data-print="no" to="/harms/new" search={{ case: legalCase.id }}><Trans>Document a harm</Trans></Link>;
  return (
    <Section title={t`Harms behind it`} aside={legalCase.harms.length > 0 && add}>
      {legalCase.harms.length === 0 && <p className={styles['quiet']}><Trans>No harm is linked.</Trans> {add}</p>}
      <ul className={styles['lines']}>
        {legalCase.harms.map(({ id, summary, country, district, sureness, level, kind }) => (
          <li key={id}>
            <Link to="/harms/$id" params={{ id }}>{kind.label}</Link> <span className={styles['quiet']}>{[district, placeName(country)].filter(Boolean).join(', ')}, {words.sureness(sureness)}</span>
            <p className={styles['harm']}>{summary}</p>
            {level !== legalCase.level && <ShareBadge bare level={level} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
