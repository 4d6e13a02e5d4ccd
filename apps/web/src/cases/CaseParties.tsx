import { codesOf, PartyRole } from '@amparo/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { Section } from '../ui/Section.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import type { Case } from './case-types.ts';
import { useCaseWords } from './case-words.ts';
import styles from './CasePage.module.css';

/** Parties by the forum's own word, under it our canonical role where the two differ. A party named in several courts stands once. */
export function CaseParties({ legalCase }: { legalCase: Case }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const byName = new Map(legalCase.parties.map((party) => [`${party.role}|${party.name}`, party]));
  const groups = codesOf(PartyRole).map((role) => ({ role, parties: [...byName.values()].filter((party) => party.role === role).sort((a, b) => (a.orderNo ?? 999) - (b.orderNo ?? 999) || a.name.localeCompare(b.name)) })).filter(({ parties }) => parties.length > 0);
  return (
    <Section title={t`Parties`}>
      {groups.length === 0 && <p className={styles['quiet']}><Trans>No party is recorded.</Trans></p>}
      <dl className={styles['parties']}>
        {groups.map(({ role, parties }) => {
          const labels = [...new Set(parties.map(({ localLabel }) => localLabel).filter((label) => label !== null))];
          return (
            <div key={role}>
              <dt>{labels.length > 0 ? <>{labels.join(' / ')} <small>{words.role(role)}</small></> : words.role(role)}</dt>
              <dd>{parties.map(({ id, name, protection }, i) => <span key={id}>{i > 0 && '; '}<bdi>{name}</bdi>{protection !== 'none' && <> <TrustTag>{words.protection(protection)}</TrustTag></>}</span>)}</dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
