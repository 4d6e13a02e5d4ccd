import { useSubscription, useSuspenseQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { startTransition, useState } from 'react';
import { useToday } from '../cases/use-today.ts';
import { type CaseEvent_ProcEventFragment, TodayPage_ChangedDocument, TodayPageDocument } from '../gql/graphql.ts';
import { Button } from '../ui/Button.tsx';
import { IconPrinter, iconProps } from '../ui/icons.ts';
import { later } from '../ui/later.tsx';
import { Margin } from '../ui/Margin.tsx';
import { Page } from '../ui/Page.tsx';
import { InCourt } from './InCourt.tsx';
import { News } from './News.tsx';
import { NextDates } from './NextDates.tsx';
import { Shared } from './Shared.tsx';
import { ClockLine } from './ClockLine.tsx';
import { dateLocale } from './date-locale.ts';
import styles from './TodayPage.module.css';
import { Waiting } from './Waiting.tsx';

const TodayDeadlines = later(() => import('../deadlines/TodayDeadlines.tsx').then((m) => m.TodayDeadlines));
const TodayOrders = later(() => import('../orders/TodayOrders.tsx').then((m) => m.TodayOrders));
const FirstSteps = later(() => import('./FirstSteps.tsx').then((m) => m.FirstSteps));
const EventEditor = later(() => import('../log/EventEditor.tsx').then((m) => m.EventEditor));

/** What the day asks: what is in court, which dates come, what waits, what others did, and who reads what is yours. */
export function TodayPage() {
  const { i18n } = useLingui();
  const { data, refetch } = useSuspenseQuery(TodayPageDocument);
  useSubscription(TodayPage_ChangedDocument, { onData: () => { startTransition(() => { void refetch(); }); } });
  const [editing, edit] = useState<CaseEvent_ProcEventFragment | null>(null);
  const day = useToday();
  const { inCourt, nextDates, overdue, logged, waiting, news, deadlines, sharedByMe } = data.today;
  const rest = waiting.filter(({ id }) => !logged.some((event) => event.id === id));
  const date = new Intl.DateTimeFormat(dateLocale(i18n.locale), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace(',', '');
  return (
    <Page
      title={date}
      lead={<><ClockLine /><Summary inCourt={new Set([...inCourt, ...logged].map(({ legalCaseId }) => legalCaseId)).size} dates={nextDates.length} overdue={overdue.length} /></>}
      actions={<Button icon={<IconPrinter {...iconProps} />} onClick={() => { print(); }}><Trans>Print the week</Trans></Button>}
    >
      {data.cases.total === 0 ? <FirstSteps roles={data.me?.roles ?? []} /> : (
        <Margin notes={<>
          <Waiting events={rest} onEdit={edit} />
          <div data-print="no">
            <News events={news} />
            <Shared cases={sharedByMe} total={data.cases.total} />
          </div>
        </>}>
          <InCourt planned={inCourt} logged={logged} next={nextDates[0]} onEdit={edit} />
          <TodayDeadlines deadlines={deadlines} onChanged={refetch} />
          <TodayOrders />
          <NextDates overdue={overdue} dates={nextDates} today={day} />
        </Margin>
      )}
      <p className={styles['paper']}><Trans>Case team only. Printed from Amparo on {date}.</Trans></p>
      {editing && <EventEditor event={editing} onClose={() => { edit(null); }} />}
    </Page>
  );
}

function Summary({ inCourt, dates, overdue }: { inCourt: number; dates: number; overdue: number }) {
  return (
    <>
      <Plural value={inCourt} _0="Nothing in court today" one="One case in court today" other="# cases in court today" />{', '}
      <Plural value={dates} _0="no date set" one="one date to come" other="# dates to come" />{overdue > 0 && <>, <Plural value={overdue} one="one date passed with nothing logged" other="# dates passed with nothing logged" /></>}.
    </>
  );
}
