import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './TodayPage.module.css';

/** Nobody's day is empty: who has no case gets what they came for. */
export function FirstSteps({ roles }: { roles: readonly string[] }) {
  const has = (role: string) => roles.includes(role);
  return (
    <div className={styles['steps1']}>
      {(has('lawyer') || roles.length === 0) && (
        <EmptyState title={<Trans>No cases yet</Trans>} action={<LinkButton look="brand" to="/cases/new"><Trans>Open a case</Trans></LinkButton>} hint={<LinkButton look="text" to="/precedents"><Trans>Look at a decided case first</Trans></LinkButton>}>
          <Trans>Open one and log a hearing: dates, outcomes and what waits for you will stand here. Only its team can read it.</Trans>
        </EmptyState>
      )}
      {has('steward') && (
        <Section title={<Trans>Members</Trans>}>
          <p><Trans>You look after who is in. You see no case by that: a case is readable by its team until it is shared.</Trans></p>
          <div className={styles['acts']}><LinkButton look="brand" to="/members"><Trans>Look after members</Trans></LinkButton></div>
        </Section>
      )}
      {(has('reviewer') || has('facilitator')) && (
        <Section title={has('facilitator') ? <Trans>Prepare a session</Trans> : <Trans>Read and compare</Trans>}>
          <p>{has('facilitator')
            ? <Trans>Choose up to six decisions, compare them test by test, and take a handout and slides with their sources. Public records only.</Trans>
            : <Trans>Compare up to six decisions test by test. Records that two members have not reviewed say so.</Trans>}</p>
          <div className={styles['acts']}>
            <LinkButton look="brand" to="/precedents"><Trans>Find decisions</Trans></LinkButton>
            <LinkButton to="/precedents/compare" search={{ c: 'mu-madhewoo-supreme-court-2015,in-puttaswamy-aadhaar-2018,jm-robinson-nids-2019,ke-nubian-rights-forum-niims-2020' }}><Trans>See an example comparison</Trans></LinkButton>
          </div>
        </Section>
      )}
      <Section title={<Trans>The library</Trans>}>
        <p><Trans>Decisions, courts and ID systems are public record: everybody can read them, without an account too.</Trans></p>
        <div className={styles['acts']}>
          <LinkButton to="/precedents"><Trans>Precedents</Trans></LinkButton>
          <LinkButton to="/systems"><Trans>ID systems</Trans></LinkButton>
          <LinkButton to="/harms"><Trans>Harms</Trans></LinkButton>
        </div>
      </Section>
    </div>
  );
}
