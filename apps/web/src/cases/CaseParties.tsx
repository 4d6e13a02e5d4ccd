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
  const byName = new Map(legalCase.parties.map((party) => [`${party.role}|${party.trueName ?? (party.protection === 'sealed' ? party.id : party.name)}`, party]));
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
              <dd>{parties.map((party, i) => <span key={party.id}>{i > 0 && '; '}<PartyName party={party} /></span>)}</dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

/** A party by the name that this reader may know. The team reads the true one, and beside it what everybody else reads. */
export function PartyName({ party: { name, trueName, protection } }: { party: Case['parties'][number] }) {
  const words = useCaseWords();
  if (protection === 'none') return <bdi>{name}</bdi>;
  const shown = protection === 'sealed' ? <Trans>name sealed</Trans> : <bdi>{name}</bdi>;
  if (trueName === null) return protection === 'sealed' ? <em>{shown}</em> : <>{shown} <TrustTag>{words.protection(protection)}</TrustTag></>;
  return <><bdi>{trueName}</bdi> <TrustTag><Trans>team only; others read: {shown}</Trans></TrustTag></>;
}
