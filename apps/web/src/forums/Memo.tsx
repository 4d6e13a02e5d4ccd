import type { MemoSnapshot, SinceMemo } from '@amparo/domain/forums';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useDeadlineWords } from '../deadlines/deadline-words.ts';
import type { ForumMemo_ForumMemoFragment } from '../gql/graphql.ts';
import { useOwnZone } from '../today/ClockLine.tsx';
import { dayIn } from '../today/date-locale.ts';
import { IconAlertTriangle, iconProps } from '../ui/icons.ts';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { TrustTag } from '../ui/TrustTag.tsx';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';

export type ForumMemo = ForumMemo_ForumMemoFragment;

/** What the team decided and why, with what the chooser said that day. */
export function Memo({ memo, since }: { memo: ForumMemo; since?: readonly SinceMemo[] | null }) {
  const words = useForumWords();
  const own = useOwnZone();
  const snapshot = JSON.parse(memo.snapshot) as MemoSnapshot;
  const nameOf = (id: string) => { const found = snapshot.forums.find((each) => each.id === id); return found ? `${found.name}, ${found.act}` : id; };
  const line = (head: ReactNode, text: ReactNode) => <div><dt>{head}</dt><dd>{text}</dd></div>;
  return (
    <article className={styles['memo']} data-memo={memo.number}>
      <p className={styles['decision']}>{memo.decision}</p>
      <dl>
        {line(<Trans>Chosen</Trans>, <ul>{memo.chosen.map((id) => <li key={id}><strong>{nameOf(id)}</strong></li>)}</ul>)}
        {line(<Trans>Why</Trans>, memo.reasons)}
        {memo.rejected.length > 0 && line(<Trans>Not chosen</Trans>, <ul>{memo.rejected.map(({ forum, why }) => <li key={forum}><strong>{nameOf(forum)}:</strong> {why}</li>)}</ul>)}
        {memo.risks && line(<Trans>What speaks against</Trans>, memo.risks)}
        {memo.ifLost && line(<Trans>If we lose</Trans>, memo.ifLost)}
        {memo.clientGoal && line(<Trans>Client’s own goal</Trans>, memo.clientGoal)}
        {memo.decideBy && line(<Trans>Look again by</Trans>, words.on(memo.decideBy))}
        {line(<Trans>Written</Trans>, <Trans>{memo.writtenName ?? '–'}, {words.on(dayIn(own ?? 'UTC', new Date(memo.createdAt)))}. Version {memo.number}, for a filing on {words.on(memo.filedOn)}.</Trans>)}
      </dl>
      {since && since.length > 0 && <Since since={since} />}
      <Snapshot snapshot={snapshot} />
    </article>
  );
}

function Since({ since }: { since: readonly SinceMemo[] }) {
  const words = useForumWords();
  const say = (at: SinceMemo['was']) => (at ? <>{words.stateOfOne(at.state)}{at.lastDay && at.state !== 'not_available' ? ` (${words.on(at.lastDay)})` : ''}</> : <Trans>not listed</Trans>);
  return (
    <div className={styles['since']} role="note">
      <strong className={styles['marked']}><IconAlertTriangle {...iconProps} size={15} /> <Trans>The chooser says otherwise now. Still right?</Trans></strong>
      <ul>{since.map(({ id, name, was, is }) => <li key={id}><Trans>{name}: {say(was)} then, {say(is)} now.</Trans></li>)}</ul>
    </div>
  );
}

/** Kept with the memo: how the doors stood, and by which rules, so that it can be read years later. */
function Snapshot({ snapshot }: { snapshot: MemoSnapshot }) {
  const { t } = useLingui();
  const words = useForumWords(), { verification } = useDeadlineWords();
  return (
    <details className={styles['snapshot']}>
      <summary><Trans>What the chooser said that day</Trans></summary>
      <table>
        <caption className="sr">{t`What the chooser said that day`}</caption>
        <thead><tr><th scope="col"><Trans>Forum</Trans></th><th scope="col"><Trans>How it stood</Trans></th><th scope="col"><Trans>Last day</Trans></th><th scope="col"><Trans>Rule</Trans></th></tr></thead>
        <tbody>{snapshot.forums.filter(({ state }) => state !== 'not_available').map(({ id, name, act, state, lastDay, rule, ruleVersion, verification: how }) => (
          <tr key={id}><th scope="row">{name}, {act}</th><td>{words.stateOfOne(state)}</td><td>{lastDay ? words.on(lastDay) : '–'}</td><td>{rule ? <><bdi>{rule}</bdi>{ruleVersion && <> <Trans>v{ruleVersion}</Trans></>} {how && how !== 'verified' && <TrustTag>{verification(how)}</TrustTag>}</> : '–'}</td></tr>
        ))}</tbody>
      </table>
      <p className={styles['note']}><Trans>Forums version {snapshot.versions.forums}, treaties version {snapshot.versions.treaties}, of {words.on(snapshot.versions.date)}.</Trans> <ShareBadge level="case_team" bare /></p>
    </details>
  );
}
