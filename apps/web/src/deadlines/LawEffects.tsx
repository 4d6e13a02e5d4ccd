import { useQuery } from '@apollo/client/react';
import type { DeadlineDiff } from '@amparo/domain/deadlines';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { faultOf } from '../apollo.ts';
import { LawPreviewDocument } from '../gql/graphql.ts';
import { problemOf } from '../problem-words.ts';
import { CaseName } from '../ui/CaseName.tsx';
import { useDeadlineWords } from './deadline-words.ts';
import styles from './HowCounted.module.css';

/** What a change would do to open deadlines: how many in all, and those of one's own cases before and after. */
export function LawEffects({ kind, body }: { kind: 'rule' | 'calendar'; body: string }) {
  const { i18n } = useLingui();
  const words = useDeadlineWords();
  const { data, error } = useQuery(LawPreviewDocument, { variables: { kind, body }, fetchPolicy: 'no-cache' });
  if (error) {
    const { fields } = faultOf(error);
    return <div role="alert" className={styles['preview']}>{fields.length > 0 ? <ul>{fields.map(({ field, problem }) => <li key={field + problem}><bdi><code>{field.replace(/^body\.?/u, '')}</code></bdi>: {i18n._(problemOf(problem))}</li>)}</ul> : <Trans>This cannot be taken as it is.</Trans>}</div>;
  }
  if (!data) return <p className={styles['quiet']}><Trans>Counting …</Trans></p>;
  const { touched, effects } = data.lawPreview;
  const none = <Trans>no day</Trans>;
  return (
    <div className={styles['preview']} aria-live="polite">
      <p><Plural value={touched} _0="It touches no open deadline." one="It touches # open deadline." other="It touches # open deadlines." /> {touched > effects.length && <Trans>You can read {effects.length} of them.</Trans>}</p>
      <ul className={styles['lines']}>
        {effects.map(({ deadline, diff }) => {
          const { changed, before, after } = JSON.parse(diff) as DeadlineDiff;
          return <li key={deadline.id}>{deadline.title}, <CaseName inherit>{deadline.legalCase.shortName ?? deadline.legalCase.title}</CaseName>: {before.latestDate ? words.day(before.latestDate) : none} → <strong>{after.latestDate ? words.day(after.latestDate) : none}</strong> {!changed && <Trans>(the same)</Trans>}</li>;
        })}
      </ul>
    </div>
  );
}
