import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { faultOf } from '../apollo.ts';
import { faultWords } from '../fault-words.ts';
import { type CalendarPageQuery, FeedSheet_RemoveDocument, FeedSheet_RotateDocument, FeedSheetDocument, type FeedSheetQuery } from '../gql/graphql.ts';
import { momentWords } from '../today/date-locale.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { ShareBadge } from '../ui/ShareBadge.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SkeletonRows } from '../ui/SkeletonRows.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { Entry } from './entry-words.tsx';
import { FeedAddress } from './FeedAddress.tsx';
import { FeedForm } from './FeedForm.tsx';
import styles from './Feed.module.css';

type Feed = FeedSheetQuery['calendarFeeds'][number];
interface Props { choices: CalendarPageQuery['calendarChoices']; entries: readonly Entry[]; today: string; caseId: string | undefined; onClose(): void }

/** One's calendar feeds: each a secret address, shown once; a new one or none ends it at once. */
export function FeedSheet({ choices, entries, today, caseId, onClose }: Props) {
  const { t } = useLingui();
  const { data, refetch, error } = useQuery(FeedSheetDocument, { fetchPolicy: 'cache-and-network' });
  const [made, setMade] = useState<{ id: string; address: string }>();
  const done = (id: string, address: string) => { setMade({ id, address }); void refetch(); };
  const feeds = data?.calendarFeeds;
  return (
    <Sheet title={t`Calendar feed`} lead={t`Anyone who has this address can read what is in it. Do not mail it.`} aside={<ShareBadge level="only_me" />} onClose={onClose}>
      {error && <p role="alert"><Trans>Your feeds could not be read. Close this and try again.</Trans></p>}
      {!feeds && !error && <SkeletonRows />}
      {feeds && feeds.length > 0 && (
        <ul className={styles['feeds']}>
          {feeds.map((feed) => (
            <li key={feed.id}>
              <FeedLine feed={feed} choices={choices} onRotated={done} onRemoved={() => { setMade(undefined); void refetch(); }} />
              {made?.id === feed.id && <FeedAddress address={made.address} />}
            </li>
          ))}
        </ul>
      )}
      {feeds && <FeedForm choices={choices} caseId={caseId} first={feeds.length === 0} onMade={done} />}
      <Preview entries={entries} today={today} />
      <p className={styles['quiet']}><Trans>Names: code names only. No parties, no court room, no notes. A case’s code name stands on its page under “Edit”; only who reads the case knows what it means. Rough dates stay out: a calendar needs a day.</Trans></p>
    </Sheet>
  );
}

function FeedLine({ feed, choices, onRotated, onRemoved }: { feed: Feed; choices: Props['choices']; onRotated(id: string, address: string): void; onRemoved(): void }) {
  const { t, i18n } = useLingui(), toast = useToast();
  const [rotate] = useMutation(FeedSheet_RotateDocument), [remove] = useMutation(FeedSheet_RemoveDocument);
  const { id, hint, name, legalCaseId, organisationId, hearings, deadlines, onlyMine, deadlinesAs, rotatedAt, lastReadAt } = feed;
  const when = (at: string) => momentWords(i18n.locale, new Date(at));
  const of = choices.cases.find((each) => each.id === legalCaseId)?.name ?? choices.organisations.find((each) => each.id === organisationId)?.name ?? t`My teams`;
  const holds = [hearings && t`hearings`, deadlines && (onlyMine ? t`my deadlines` : t`deadlines`) + (deadlinesAs === 'todo' ? ` (${t`tasks`})` : '')].filter(Boolean).join(', ');
  const act = async (work: () => Promise<void>) => { try { await work(); } catch (e) { toast({ words: i18n._(faultWords[faultOf(e).code]), alarm: true }); } };
  return (
    <div className={styles['line']}>
      <div>
        <b>{name ?? of}</b> <code dir="ltr">…{hint}</code>
        <small>{name && <>{of}. </>}{holds}. <Trans>Made {when(rotatedAt)}.</Trans> {lastReadAt ? <Trans>Last read {when(lastReadAt)}.</Trans> : <Trans>Not read yet.</Trans>}</small>
      </div>
      <div className={styles['acts']}>
        <ConfirmButton size="small" title={t`Make a new address?`} words={<Trans>The old one stops at once: calendars that use it show nothing new until you give them the new one.</Trans>} confirm={t`Make a new address`}
          onConfirm={() => act(async () => { const { data } = await rotate({ variables: { id } }); if (data) onRotated(id, data.rotateCalendarFeed.address); })}><Trans>Rotate</Trans></ConfirmButton>
        <Button size="small" look="danger" onClick={() => void act(async () => { await remove({ variables: { id } }); toast({ words: t`The address opens nothing any more.` }); onRemoved(); })}><Trans>Take back</Trans></Button>
      </div>
    </div>
  );
}

/** What a lock screen will show: the next three dates that have a day. */
function Preview({ entries, today }: { entries: readonly Entry[]; today: string }) {
  const { t, i18n } = useLingui();
  const day = new Intl.DateTimeFormat(i18n.locale === 'ar' ? 'ar-u-nu-latn' : i18n.locale === 'en' ? 'en-GB' : i18n.locale, { day: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const next = entries.flatMap((e) => { const on = e.kind === 'deadline' ? e.workingOn : e.on; return on && on >= today && e.planned ? [{ ...e, on }] : []; }).slice(0, 3);
  if (next.length === 0) return null;
  const words = (e: Entry) => (e.kind === 'hearing' ? (e.teamOnly ? t`Own date` : t`Court date`) : e.confirmedName || e.verification === 'order' ? t`Deadline` : t`Deadline, to confirm`);
  return (
    <div className={styles['preview']}>
      <h3><Trans>Your calendar will show</Trans></h3>
      <dl>{next.map((e) => <div key={e.id}><dt>{day.format(Date.parse(`${e.on}T12:00:00Z`))}{e.kind === 'hearing' && e.atTime && `, ${e.atTime}`}</dt><dd>{words(e)} – {e.codeName}</dd></div>)}</dl>
    </div>
  );
}
