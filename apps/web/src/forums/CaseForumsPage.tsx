import { useSuspenseQuery } from '@apollo/client/react';
import type { SinceMemo } from '@amparo/domain/forums';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useCase } from '../cases/case-context.ts';
import { CaseForumsPageDocument } from '../gql/graphql.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { Button } from '../ui/Button.tsx';
import { IconPrinter, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { LegalDateField } from '../ui/LegalDateField.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Section } from '../ui/Section.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { CompareForums } from './CompareForums.tsx';
import { groupsOf, isAside, resultOf } from './forum-groups.ts';
import { useForumWords } from './forum-words.ts';
import styles from './Forums.module.css';
import { Aside, ForumTable } from './ForumTable.tsx';
import { Memo } from './Memo.tsx';
import { WhatCloses } from './WhatCloses.tsx';

const MemoForm = later(() => import('./MemoForm.tsx').then((m) => m.MemoForm));

/** Where the case can go next: every forum with its time, what opens and shuts it, and the memo of what the team decided. */
export function CaseForumsPage() {
  const { t } = useLingui();
  const words = useForumWords();
  const { id } = useParams({ from: '/cases/$id/forums' });
  const { on, act } = useSearch({ from: '/cases/$id/forums' });
  const { legalCase } = useCase();
  const { data, error, refetch } = useSuspenseQuery(CaseForumsPageDocument, { variables: { id, filedOn: on ?? null, actOn: act ?? null }, errorPolicy: 'all' });
  const reread = useCallback(() => { let done: Promise<unknown> | undefined; startTransition(() => { done = refetch(); }); return done ?? Promise.resolve(); }, [refetch]);
  const [marked, setMarked] = useState<string[]>([]), [writing, setWriting] = useState(false);
  // what happens in the case changes the answer: it is asked anew with the case
  const before = useRef(legalCase);
  useEffect(() => { if (before.current !== legalCase) { before.current = legalCase; void reread(); } }, [legalCase, reread]);
  if (!data?.forumChoice || error || !legalCase.viewerCan.notes) return <NotFoundPage />;
  const result = resultOf(data.forumChoice.computed), since = data.forumChoice.since ? (JSON.parse(data.forumChoice.since) as SinceMemo[]) : null;
  const groups = groupsOf(result.forums.filter((forum) => !isAside(forum))), aside = result.forums.filter(isAside);
  const [last, ...earlier] = data.legalCase?.forumMemos ?? [];
  const withDay = result.forums.filter(({ state }) => state === 'closes').length;
  return (
    <div className={styles['page']}>
      <div className={styles['top']}>
        <div>
          <h2 className={styles['title']}><Trans>Where this case can go next</Trans></h2>
          <p className={styles['quiet']}><Plural value={result.forums.length} one="# forum looked at" other="# forums looked at" />, <Plural value={withDay} _0="none has a last day ahead." one="# has a last day ahead." other="# have a last day ahead." /> <Trans>It tells and decides nothing.</Trans></p>
        </div>
        <div className={styles['side']}>
          <ShareBadge level="case_team"><Trans>Case team only</Trans></ShareBadge>
          <IfFiled key={`${on ?? ''}|${act ?? ''}`} on={on} act={act} today={result.filedOn} />
        </div>
      </div>
      <Section title={<Plural value={result.forums.length - aside.length} one="# forum" other="# forums" />} note={t`Ordered by time, not by merit. Treaty status is asked for the day of filing, ${words.on(result.filedOn)}. Empty cells say why.`} aside={<Button look="text" data-print="no" icon={<IconPrinter {...iconProps} />} onClick={() => { window.print(); }}><Trans>Print</Trans></Button>}>
        <ForumTable caption={t`Forums, by time`} groups={groups} marked={marked} onMark={(which) => { setMarked(marked.includes(which) ? marked.filter((each) => each !== which) : [...marked, which]); }} onChanged={() => void reread()} />
        <Aside title={t`Only about a part, and whether the State accepts it is not on file`} forums={aside.filter(({ state }) => state === 'unknown')} onChanged={() => void reread()} />
        <Aside title={words.state('not_available')} forums={aside.filter(({ state }) => state !== 'unknown')} onChanged={() => void reread()} />
      </Section>
      {marked.length > 1 && <CompareForums forums={groups.flatMap(({ forums }) => forums).filter((forum) => marked.includes(forum.id))} onClear={() => { setMarked([]); }} />}
      <Margin notes={<WhatCloses result={result} />}>
        <Section id="memo" title={<Trans>Decision memo</Trans>} note={t`Privileged, never searched or exported outside the team.`} aside={<ShareBadge level="case_team" />}>
          {last ? <Memo memo={last} since={since} /> : <p className={styles['quiet']}><Trans>Nothing is decided yet. Say where the case goes, which forums not and why: in two years nobody remembers.</Trans></p>}
          {legalCase.viewerCan.edit && <div className={styles['acts']} data-print="no"><Button look="brand" onClick={() => { setWriting(true); }}>{last ? <Trans>Write another memo</Trans> : <Trans>Record the decision</Trans>}</Button></div>}
          {earlier.length > 0 && (
            <details className={styles['earlier']}>
              <summary><Plural value={earlier.length} one="# earlier memo" other="# earlier memos" /></summary>
              {earlier.map((memo) => <Memo key={memo.id} memo={memo} />)}
            </details>
          )}
        </Section>
      </Margin>
      {writing && <MemoForm legalCaseId={id} forums={groups.flatMap(({ forums }) => forums)} aside={aside} filedOn={on} actOn={act} last={last} marked={marked} reread={reread} onClose={() => { setWriting(false); }} />}
    </div>
  );
}

/** For which day of filing, and from which act where it is not the ruling. Kept in the address. */
function IfFiled({ on, act, today }: { on: string | undefined; act: string | undefined; today: string }) {
  const words = useForumWords();
  const navigate = useNavigate({ from: '/cases/$id/forums' });
  const [filedOn, setFiledOn] = useState(on ?? ''), [actOn, setActOn] = useState(act ?? '');
  return (
    <details className={styles['iffiled']}>
      <summary><Trans>If filed on <strong>{words.on(today)}</strong></Trans>{act && <>, <Trans>act of {words.on(act)}</Trans></>}</summary>
      <form data-print="no" onSubmit={(e) => { e.preventDefault(); void navigate({ search: { ...(filedOn && { on: filedOn }), ...(actOn && { act: actOn }) } }); }}>
        <LegalDateField exact optional name="on" label={<Trans>Day of filing</Trans>} hint={<Trans>Empty: today, at each forum.</Trans>} value={filedOn} onChange={setFiledOn} />
        <LegalDateField exact optional name="act" label={<Trans>Day of the act</Trans>} hint={<Trans>Where it is not the ruling: a law, a refusal.</Trans>} value={actOn} onChange={setActOn} />
        <Button type="submit" size="small"><Trans>Ask for that day</Trans></Button>
      </form>
    </details>
  );
}
