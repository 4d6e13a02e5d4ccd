import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useTransition } from 'react';
import { CaseChangesPageDocument } from '../gql/graphql.ts';
import { clockTime, dayIn } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { later } from '../ui/later.tsx';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useCase } from './case-context.ts';
import { actsOf, says } from './change-diff.ts';
import styles from './CaseChangesPage.module.css';

const ChangeEntry = later(() => import('./ChangeEntry.tsx').then((m) => m.ChangeEntry));

/** What changed, who did it, when; written by the database itself. Only the team reads it. */
export function CaseChangesPage() {
  const { t, i18n } = useLingui();
  const { legalCase } = useCase();
  const { data, error, refetch, fetchMore } = useQuery(CaseChangesPageDocument, { variables: { id: legalCase.id, first: 50 }, fetchPolicy: 'cache-and-network' });
  const [loading, start] = useTransition();
  useEffect(() => { void refetch().catch(() => undefined); }, [legalCase.updatedAt, legalCase.version, legalCase.level, legalCase.events.length, refetch]); // a failure stands in `error`
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows />;
  const { nodes, pageInfo } = data.caseChanges;
  const more = () => { start(async () => { await fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: (before, { fetchMoreResult: next }) => ({ caseChanges: { ...next.caseChanges, nodes: [...before.caseChanges.nodes, ...next.caseChanges.nodes] } }) }); }); };
  const days = Map.groupBy(actsOf(nodes.filter(says)), ([first]) => dayIn(undefined, new Date(first?.at ?? 0)));
  if (nodes.length === 0) return <Section title={t`Changes`}><p className={styles['quiet']}>{legalCase.viewerCan.edit ? <Trans>Nothing has changed yet.</Trans> : <Trans>The history belongs to the case team.</Trans>}</p></Section>;
  return (
    <div className={styles['page']}>
      {[...days].map(([day, acts]) => (
        <Section key={day} title={<LegalDate edtf={day} />}>
          <ol className={styles['acts']}>
            {acts.map((act) => (
              <li key={act[0]?.id}>
                <time dateTime={act[0]?.at}>{clockTime(i18n.locale, new Date(act[0]?.at ?? 0))}</time>
                <div>
                  <p className={styles['who']}>{act[0]?.actor ?? (act[0]?.operator ? <Trans>This installation</Trans> : <Trans>Somebody you cannot see</Trans>)}</p>
                  {act.map((entry) => <ChangeEntry key={entry.id} entry={entry} />)}
                </div>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      {pageInfo.hasNextPage && <Button onClick={more} busy={loading}><Trans>Show earlier changes</Trans></Button>}
    </div>
  );
}
