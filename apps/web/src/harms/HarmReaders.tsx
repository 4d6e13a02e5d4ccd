import { Trans } from '@lingui/react/macro';
import type { HarmRecord_HarmFragment } from '../gql/graphql.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import styles from './Harms.module.css';

/** Who can read this harm, said through the links that let them. */
export function HarmReaders({ harm }: { harm: HarmRecord_HarmFragment }) {
  const through = harm.links.filter(({ legalCase }) => legalCase);
  return (
    <Section title={<Trans>Who can read this</Trans>}>
      <p><ShareBadge level={through.length > 0 || harm.home ? harm.level : 'only_me'} /></p>
      <ul className={styles['links']}>
        {harm.createdBy && through.length === 0 && !harm.home && <li><Trans>{harm.createdBy.name}, who documented it</Trans></li>}
        {harm.home && <li><Trans>The team of <CaseName>{harm.home.shortName ?? harm.home.title}</CaseName>, the last case it stood behind</Trans></li>}
        {through.map(({ id, followsCase, legalCase }) => legalCase && (
          <li key={id}>
            {followsCase ? <Trans>Everyone who can read <CaseName>{legalCase.shortName ?? legalCase.title}</CaseName></Trans> : <Trans>The team of <CaseName>{legalCase.shortName ?? legalCase.title}</CaseName></Trans>}
          </li>
        ))}
      </ul>
      {through.length === 0 && !harm.home && <p className={styles['quiet']}><Trans>Link it to a case, and the case’s team can read it.</Trans></p>}
    </Section>
  );
}
