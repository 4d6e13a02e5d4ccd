import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { CalendarPageQuery } from '../gql/graphql.ts';
import { dateLocale } from '../today/date-locale.ts';
import { clsx } from '../ui/clsx.ts';
import { LegalDate } from '../ui/LegalDate.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Calendar.module.css';
import { CellEntry } from './CellEntry.tsx';
import { aimFor, type Entry } from './entry-words.tsx';
import { addDays, addMonths, rangeOf, spanIn, weekdayOf, weeksOf } from './months.ts';

type Closure = CalendarPageQuery['calendar']['closures'][number];
interface Props { month: string; today: string; entries: readonly Entry[]; closures: readonly Closure[]; onOpen(id: string): void; onTurn(by: 1 | -1): void }

/** Weeks of two months. Arrow keys go from day to day; a day that is closed is hatched, a vacation a band under its weeks. */
export function MonthGrid({ month, today, entries, closures, onOpen, onTurn }: Props) {
  const { t, i18n } = useLingui();
  const range = rangeOf('month', month), weeks = weeksOf(range);
  const [at, setAt] = useState(() => (range.from <= today && today <= range.to ? today : `${month}-01`));
  const here = range.from <= at && at <= range.to ? at : `${month}-01`;
  const table = useRef<HTMLTableElement>(null);
  const weekday = (iso: string, style: 'short' | 'long') => new Intl.DateTimeFormat(dateLocale(i18n.locale), { weekday: style, timeZone: 'UTC' }).format(Date.parse(`${iso}T12:00:00Z`));
  const of = Map.groupBy(entries.flatMap((entry) => { const aim = aimFor(entry); return [...(entry.on ? [{ entry, on: entry.on, aim: false }] : []), ...(aim ? [{ entry, on: aim, aim: true }] : [])]; }), ({ on }) => on);
  const holidays = Map.groupBy(closures.filter(({ vacation }) => !vacation), ({ from }) => from);
  const vacations = closures.filter(({ vacation }) => vacation);

  const onKeyDown = (e: KeyboardEvent) => {
    if (!(e.target instanceof HTMLElement) || e.target.dataset['day'] === undefined) return; // inside a day the browser's own keys hold
    const forth = document.documentElement.dir === 'rtl' ? -1 : 1;
    const to = { ArrowRight: addDays(here, forth), ArrowLeft: addDays(here, -forth), ArrowDown: addDays(here, 7), ArrowUp: addDays(here, -7), Home: addDays(here, -weekdayOf(here)), End: addDays(here, 6 - weekdayOf(here)) }[e.key];
    if (e.key === 'PageDown' || e.key === 'PageUp') { e.preventDefault(); onTurn(e.key === 'PageDown' ? 1 : -1); return; }
    if (e.key === 'Enter') { e.target.querySelector<HTMLElement>('a, button')?.focus(); return; }
    if (to === undefined || to < range.from || to > range.to) return;
    e.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <Section title={t`Month`} note={t`Ruled corner: a new month. Hatched: court closed, or vacation.`}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are walked with arrow keys is a grid (ARIA practices) */}
      <table ref={table} role="grid" className={styles['grid']} onKeyDown={onKeyDown} aria-label={t`Dates by day; arrow keys go from day to day`}>
        <thead><tr>{weeks[0]?.map((iso) => <th key={iso} scope="col" abbr={weekday(iso, 'long')}>{weekday(iso, 'short')}</th>)}</tr></thead>
        {weeks.map((week) => (
          <tbody key={week[0]}>
            <tr>
              {week.map((iso, n) => (
                <td
                  key={iso} data-day={iso} tabIndex={iso === here ? 0 : -1} onFocus={() => { setAt(iso); }} aria-current={iso === today ? 'date' : undefined}
                  className={clsx(iso.endsWith('-01') && styles['named'], iso.endsWith('-01') && iso > `${month}-01` && n > 0 && styles['first'], iso.slice(8) <= '07' && iso > `${month}-07` && styles['edge'], n > 4 && styles['weekend'], (iso < `${month}-01` || iso.slice(0, 7) > addMonths(month, 1)) && styles['beyond'], holidays.has(iso) && styles['closed'])}
                >
                  <DayHead iso={iso} today={iso === today} count={of.get(iso)?.filter(({ aim }) => !aim).length ?? 0} locale={i18n.locale} />
                  {holidays.get(iso)?.map(({ calendarId, name, doubtful }) => <div key={calendarId + name} className={styles['holiday']}><bdi lang="en">{name}</bdi>{doubtful && <>, <Trans>not sure</Trans></>}</div>)}
                  <div className={styles['cellEntries']}>{of.get(iso)?.map(({ entry, aim }) => <CellEntry key={entry.id + String(aim)} entry={entry} aim={aim} onOpen={onOpen} />)}</div>
                </td>
              ))}
            </tr>
            {vacations.map((vacation) => {
              const span = spanIn(week, vacation);
              return span && (
                <tr key={vacation.calendarId + vacation.name} className={styles['vacations']}>
                  {span.start > 0 && <td colSpan={span.start} aria-hidden="true" />}
                  <td colSpan={span.days} className={styles['vacation']}><span><bdi lang="en">{vacation.name}</bdi>, <Trans>to <LegalDate edtf={vacation.to} /></Trans></span></td>
                  {span.start + span.days < 7 && <td colSpan={7 - span.start - span.days} aria-hidden="true" />}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </Section>
  );
}

/** The number of a day; on a phone, where no names fit, it leads to the day in the agenda. */
function DayHead({ iso, today, count, locale }: { iso: string; today: boolean; count: number; locale: string }) {
  const { t } = useLingui();
  const number = Number(iso.slice(8));
  const month = new Intl.DateTimeFormat(dateLocale(locale), { month: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(Date.parse(`${iso}T12:00:00Z`));
  const words = number === 1 ? <Trans>{number} <span className={styles['wide']}>{month}</span></Trans> : number;
  return (
    <div className={clsx(styles['number'], today && styles['today'])}>
      <time dateTime={iso}>{today ? <Trans>{words}<span className={styles['wide']}>, today</span></Trans> : words}</time>
      {count > 0 && <a href={`#day-${iso}`} className={styles['dots']} aria-label={t`${number} ${month}: to the agenda`}><span aria-hidden="true">{'•'.repeat(Math.min(count, 3))}</span><span className="sr"><Plural value={count} one="# date" other="# dates" /></span></a>}
    </div>
  );
}
