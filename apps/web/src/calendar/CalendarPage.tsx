import { useSubscription, useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { startTransition, useState } from 'react';
import { useToday } from '../cases/use-today.ts';
import { CalendarPage_ChangedDocument, CalendarPageDocument } from '../gql/graphql.ts';
import { dateLocale } from '../today/date-locale.ts';
import { ClockLine } from '../today/ClockLine.tsx';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Fields.tsx';
import { IconCalendar, IconChevronLeft, IconChevronRight, IconPrinter, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Page } from '../ui/Page.tsx';
import { Agenda } from './Agenda.tsx';
import { CalendarFilters } from './CalendarFilters.tsx';
import styles from './Calendar.module.css';
import { changed, monthOf, type SearchPatch, variablesOf, viewOf } from './calendar-search.ts';
import { toConfirm } from './entry-words.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { addMonths, monthsOf, type View } from './months.ts';
import { Overdue } from './Overdue.tsx';

const DeadlineSheet = later(() => import('../deadlines/DeadlineSheet.tsx').then((m) => m.DeadlineSheet));
const CalendarNotes = later(() => import('./CalendarNotes.tsx').then((m) => m.CalendarNotes));
const FeedSheet = later(() => import('./FeedSheet.tsx').then((m) => m.FeedSheet));
const EntryTable = later(() => import('./EntryTable.tsx').then((m) => m.EntryTable));

/** Hearings and deadlines by month, as an agenda or as a list; what is shown stands in the address. */
export function CalendarPage() {
  const { t, i18n } = useLingui();
  const search = useSearch({ from: '/calendar' });
  const navigate = useNavigate({ from: '/calendar' });
  const { data, refetch } = useSuspenseQuery(CalendarPageDocument, { variables: variablesOf(search) });
  useSubscription(CalendarPage_ChangedDocument, { onData: () => { startTransition(() => { void refetch(); }); } });
  const [deadline, openDeadline] = useState<string>(), [feeds, showFeeds] = useState(false);
  const today = useToday();
  const view = viewOf(search), month = monthOf(search);
  const { entries, overdue, undated, closures, calendars, more } = data.calendar;
  const go = (next: SearchPatch) => void navigate({ search: changed(search, next), replace: true, resetScroll: false });
  const turned = (by: number) => changed(search, { month: addMonths(month, by * (view === 'month' ? 1 : monthsOf[view])) });
  const views: { value: View; label: string }[] = [{ value: 'month', label: t`Month` }, { value: 'agenda', label: t`Agenda` }, { value: 'list', label: t`List` }];
  const unconfirmed = new Map([...entries, ...overdue].filter(toConfirm).map((entry) => [entry.id, entry])).size;
  const agenda = view === 'month' ? entries.filter(({ on }) => (on ?? '') >= (month === today.slice(0, 7) ? today : `${month}-01`)) : entries;
  return (
    <Page
      title={<Title month={month} last={addMonths(month, monthsOf[view] - 1)} locale={i18n.locale} />}
      lead={<><ClockLine /><Trans>Court time first.</Trans> <Plural value={unconfirmed} _0="No date to confirm" one="One date to confirm" other="# dates to confirm" />{overdue.length > 0 && <>, <Plural value={overdue.length} one="one overdue" other="# overdue" /></>}.</>}
      actions={<>
        <Link to="/calendar" search={turned(-1)} resetScroll={false} className={styles['turn']} aria-label={t`Earlier`}><IconChevronLeft {...iconProps} className={styles['arrow']} /></Link>
        <Button onClick={() => { go({ month: undefined }); }}><Trans>Today</Trans></Button>
        <Link to="/calendar" search={turned(1)} resetScroll={false} className={styles['turn']} aria-label={t`Later`}><IconChevronRight {...iconProps} className={styles['arrow']} /></Link>
        <Button icon={<IconCalendar {...iconProps} />} aria-haspopup="dialog" onClick={() => { showFeeds(true); }}><Trans>Calendar feed</Trans></Button>
        <Button icon={<IconPrinter {...iconProps} />} onClick={() => { print(); }}><Trans>Print</Trans></Button>
      </>}
    >
      <div className={styles['bar']} data-print="no">
        <Segmented row legend={t`View`} value={view} options={views} onChange={(next) => { go({ view: next === 'month' ? undefined : next }); }} />
        <CalendarFilters search={search} choices={data.calendarChoices} onChange={go} />
      </div>
      <Overdue entries={overdue} onOpen={openDeadline} />
      {more && <p role="status" className={styles['quiet']}><Trans>There is more than fits here. Choose a case or a shorter time.</Trans></p>}
      {view === 'list' ? <EntryTable entries={[...entries, ...undated]} onOpen={openDeadline} /> : (
        <Margin notes={<CalendarNotes undated={undated} calendars={calendars} onOpen={openDeadline} />}>
          {view === 'month' && <MonthGrid month={month} today={today} entries={entries} closures={closures} onOpen={openDeadline} onTurn={(by) => { go(turned(by)); }} />}
          <Agenda entries={agenda} today={today} onOpen={openDeadline} beside={view === 'month'} />
        </Margin>
      )}
      <p className={styles['paper']}><Trans>Printed from Amparo. It names cases and their dates: keep it within the team.</Trans></p>
      {feeds && <FeedSheet choices={data.calendarChoices} entries={entries} today={today} caseId={search.case} onClose={() => { showFeeds(false); }} />}
      {deadline && <DeadlineSheet id={deadline} onChanged={refetch} onClose={() => { openDeadline(undefined); }} />}
    </Page>
  );
}

/** "June and July 2025", "December 2026 and January 2027", "June to November 2025". */
function Title({ month, last, locale }: { month: string; last: string; locale: string }) {
  const named = (iso: string, year: boolean) => new Intl.DateTimeFormat(dateLocale(locale), { month: 'long', ...(year ? { year: 'numeric' } : {}), timeZone: 'UTC', calendar: 'gregory' }).format(Date.parse(`${iso}-15T12:00:00Z`));
  const first = named(month, month.slice(0, 4) !== last.slice(0, 4)), end = named(last, true);
  return addMonths(month, 1) === last ? <Trans>{first} and {end}</Trans> : <Trans>{first} to {end}</Trans>;
}
