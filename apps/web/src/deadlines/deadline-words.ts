import { formatLegalDate, isLegalDate } from '@amparo/domain';
import type { DeadlineResult, PeriodUnit } from '@amparo/domain/deadlines';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { placeOf, readersTime } from '../today/court-time.ts';

/** In the order people look for them. */
export const periodUnits: readonly PeriodUnit[] = ['calendar_day', 'business_day', 'week', 'month', 'year', 'hour'];

type Words = Readonly<Record<string, string>>;
/** A code nobody has words for yet is shown readable: a new one must not blank a page. */
const wordsOf = (words: Words) => (code: string): string => words[code] ?? code.replaceAll('_', ' ');

/** Words for what the engine answers in codes. Nothing but words is decided here. */
export function useDeadlineWords() {
  const { t, i18n } = useLingui();
  const weekday = new Intl.DateTimeFormat(i18n.locale === 'ar' ? 'ar-u-nu-latn' : i18n.locale, { weekday: 'short', timeZone: 'UTC', calendar: 'gregory' });
  /** "Tue 24 June 2025" */
  const day = (iso: string): string => (isLegalDate(iso) ? `${weekday.format(Date.parse(`${iso}T12:00:00Z`))} ${formatLegalDate(iso, i18n.locale)}` : iso);
  return {
    day,
    date: (edtf: string): string => (isLegalDate(edtf) ? formatLegalDate(edtf, i18n.locale) : edtf),
    weekdayLetter: (iso: string): string => new Intl.DateTimeFormat(i18n.locale, { weekday: 'narrow', timeZone: 'UTC' }).format(Date.parse(`${iso}T12:00:00Z`)),
    /** "Tue 10 Nov 2026, 23:59 Luxembourg", and the reader's own clock where it says something else. */
    instant: (at: string, zone: string, own: string | null): string => {
      const [iso, hour] = [at.slice(0, 10), at.slice(11, 16)];
      const there = `${day(iso)}, ${hour} ${placeOf(zone)}`;
      const mine = own ? readersTime(iso, hour, zone, own) : null;
      return mine ? t`${there} (your time: ${day(mine.day)}, ${mine.time})` : there;
    },
    period: (n: number, unit: PeriodUnit): string => ({
      hour: t`${plural(n, { one: '# hour', other: '# hours' })}`, calendar_day: t`${plural(n, { one: '# day', other: '# days' })}`, business_day: t`${plural(n, { one: '# working day', other: '# working days' })}`,
      week: t`${plural(n, { one: '# week', other: '# weeks' })}`, month: t`${plural(n, { one: '# month', other: '# months' })}`, year: t`${plural(n, { one: '# year', other: '# years' })}`,
    })[unit],
    unit: wordsOf({ hour: t`hours`, calendar_day: t`days`, business_day: t`working days`, week: t`weeks`, month: t`months`, year: t`years` }),
    noPeriod: wordsOf({
      reasonable_time: t`a reasonable time`, promptly: t`promptly`, no_limit: t`no time limit`, delay_weighs: t`no fixed time, delay weighs`, presumption: t`no bar, but late may be an abuse`, while_it_lasts: t`as long as the violation lasts`,
      no_value_shipped: t`no period on file`,
    }),
    basis: wordsOf({
      pronounced: t`delivered in court`, dated: t`date on the decision`, signed: t`signed`, published: t`published`, served: t`served`, received: t`received`, filed: t`filed`, effective: t`took effect`, listed: t`listed`, notified: t`notified`,
      known: t`became known`, occurred: t`the act or harm`, ended: t`the violation ended`, exhausted: t`local remedies exhausted`, concluded: t`the other procedure ended`, final: t`judgment became final`, refused: t`leave refused`,
      granted: t`leave granted`, transmitted: t`transmitted`, discovered: t`discovered`, heard: t`hearing held`, lodged: t`lodged`,
    }),
    chosenBy: wordsOf({ trigger: t`the day time runs from`, final_domestic_decision: t`the day of the final domestic decision`, decision: t`the day of the decision`, conduct: t`the day of the conduct`, judgment_below: t`the day of the judgment below` }),
    extendable: wordsOf({ no: t`Cannot be extended.`, yes: t`Can be extended.`, by_leave: t`Can be extended with leave.`, for_good_reason: t`Can be extended for good reason.`, condonable: t`Delay can be condoned.`, exceptionally: t`Extended only exceptionally.`, unknown: '' }),
    strictness: wordsOf({
      jurisdictional: t`Strict: a late act is not heard`, strict: t`Strict`, strict_extendable: t`Strict, can be extended`, directory: t`Directory`, presumption_only: t`A presumption only`, opens_remedy: t`Opens a remedy when it ends`, undefined: t`Not fixed`,
    }),
    roll: wordsOf({ none: t`stays as it falls`, next_working: t`moves to the next open day`, previous_working: t`moves to the open day before` }),
    verification: wordsOf({ unverified: t`not verified`, disputed: t`disputed`, verified: t`verified`, order: t`set by order` }),
    why: wordsOf({
      rule_not_verified: t`one registry day earlier, for as long as the rule is not verified`, hour_not_known: t`the registry day before the earliest end, for as long as the hour is not known`, remedy_opens: t`the first registry day after the period, whose end opens the remedy`, readings_differ: t`the registry day before the earliest reading; confirm with counsel`, registry_closed: t`the registry is closed on the last day`, last_day: t`the last day itself`,
    }),
  };
}
export type DeadlineWords = ReturnType<typeof useDeadlineWords>;

/** The engine's answer as the server sends it. */
export const resultOf = (json: string): DeadlineResult => JSON.parse(json) as DeadlineResult;
