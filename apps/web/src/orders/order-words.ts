import { formatLegalDate, isLegalDate } from '@amparo/domain';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { OrderState_OrderItemFragment } from '../gql/graphql.ts';

type Words = Readonly<Record<string, string>>;
const wordsOf = (words: Words) => (code: string): string => words[code] ?? code.replaceAll('_', ' ');
type State = OrderState_OrderItemFragment['state'];
export type Due = State['due'];
export type Span = NonNullable<State['late']>;

/** Words for orders: what they are, when they are due, and whether they were obeyed. Nothing but words is decided here. */
export function useOrderWords() {
  const { t, i18n } = useLingui();
  const day = (edtf: string): string => (isLegalDate(edtf) ? formatLegalDate(edtf, i18n.locale) : edtf);
  const days = (n: number): string => t`${plural(n, { one: '# day', other: '# days' })}`;
  const span = ({ days: n, years, months, about }: Span): string => {
    const [y, m] = [t`${plural(years, { one: '# year', other: '# years' })}`, t`${plural(months, { one: '# month', other: '# months' })}`];
    const words = years > 0 && months > 0 ? `${y} ${m}` : years > 0 ? y : n >= 90 ? m : days(n);
    return about ? t`about ${words}` : words;
  };
  return {
    day, days, span,
    type: wordsOf({
      declaration: t`declaration`, quashing: t`quashing`, prohibition: t`prohibition`, mandamus: t`order to act (mandamus)`, interim_protection: t`interim protection`, prohibitory_injunction: t`injunction not to act`,
      mandatory_injunction: t`injunction to act`, structural_interdict: t`structural order`, reading_in: t`reading in`, reading_down: t`reading down`, severance: t`severance`, invalidity_immediate: t`invalid at once`,
      invalidity_suspended: t`invalid, suspended`, validity_with_conditions: t`valid on conditions`, damages: t`damages`, just_satisfaction: t`just satisfaction`, restitution: t`restitution`, rehabilitation: t`rehabilitation`,
      satisfaction: t`satisfaction`, non_repetition_measure: t`guarantee of non-repetition`, data_erasure: t`erasure of data`, document_issuance: t`issue of documents`, dpia_order: t`data protection impact assessment`,
      consultation_order: t`consultation`, legislative_reform_recommendation: t`recommendation to change the law`, costs: t`costs`,
    }),
    status: wordsOf({ in_force: t`in force`, stayed: t`stayed`, varied: t`varied`, set_aside: t`set aside`, discharged: t`discharged`, expired: t`expired` }),
    mark: wordsOf({
      unknown: t`Unknown`, none: t`None seen`, partial: t`Partial`, substantial: t`Substantial`, full_one_person: t`Full, not checked`, full_checked: t`Full, checked`, regressed: t`Gone back`, not_due: t`Not due yet`, paused: t`Paused`,
    }),
    level: wordsOf({ none: t`None seen`, partial: t`Partial`, substantial: t`Substantial`, full: t`Full`, regressed: t`Gone back`, unknown: t`Unknown: asked, no answer` }),
    group: wordsOf({ past: t`Past its day`, running: t`Running`, cannot_be_counted: t`Cannot be counted`, no_day: t`No day given`, done: t`Done`, ended: t`Ended`, nothing_to_do: t`Nobody has to act` }),
    groupNote: wordsOf({
      past: t`longest overdue first`, running: '', cannot_be_counted: t`a day is known, but a stay or a later decision may have moved it`, no_day: t`a condition, or no time limit in the decision`,
      done: t`full counts only when a second person has checked`, ended: t`set aside, discharged or expired`, nothing_to_do: t`declarations and the like`,
    }),
    dueKind: wordsOf({ period: t`within a period`, day: t`by a day`, at_once: t`at once`, condition: t`once a condition is met`, no_limit: t`no time limit`, nothing_to_do: t`nobody has to act` }),
    unit: wordsOf({ calendar_day: t`days`, business_day: t`working days`, week: t`weeks`, month: t`months`, year: t`years`, hour: t`hours`, unclear_day: t`days, not said which` }),
    periodFrom: wordsOf({ decision: t`the decision`, service: t`service on who must act`, other: t`another day` }),
    /** Why a day is missing or rough. */
    why: wordsOf({
      which_days: t`which days is not said`, no_calendar: t`court calendar not on file`, start_unknown: t`start not known`, rough_date: t`the day is rough`, moved_perhaps: t`a later decision may have moved it`,
      stay_of_fixed_day: t`stayed; whether the day moves is for the court`, rough_stay: t`the days of the stay are rough`, decision_date_unknown: t`day of the decision not known`, condition: t`a condition`,
      no_limit: t`no time limit given`, nothing_to_do: t`nobody has to act`,
    }),
    weekday: (iso: string): string => new Intl.DateTimeFormat(i18n.locale === 'ar' ? 'ar-u-nu-latn' : i18n.locale, { weekday: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(Date.parse(`${iso}T12:00:00Z`)),
  };
}
export type OrderWords = ReturnType<typeof useOrderWords>;

interface DecisionLike { title: string | null; day: { on: string } | null; citations: readonly { value: string; preferred?: boolean | null }[]; proceedings: readonly { court: { name: string } }[] }
/** The citation a decision goes by. */
export const citationOf = ({ citations }: Pick<DecisionLike, 'citations'>): string | undefined => (citations.find(({ preferred }) => preferred) ?? citations[0])?.value;
/** "High Court of Kenya, [2025] KEHC 221": where, and the citation or the day. */
export const decisionLine = (decision: DecisionLike, day: (edtf: string) => string): string =>
  [decision.proceedings[0]?.court.name, citationOf(decision) ?? (decision.day && day(decision.day.on))].filter(Boolean).join(', ');
