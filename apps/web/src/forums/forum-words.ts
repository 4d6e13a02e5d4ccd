import type { ForumState, ForumStep } from '@amparo/domain/forums';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useDeadlineWords } from '../deadlines/deadline-words.ts';
import { usePlaceName } from '../library/countries.ts';

type Words = Readonly<Record<string, string>>;
const wordsOf = (words: Words) => (code: string): string => words[code] ?? code.replaceAll('_', ' ');

/** Words for what the chooser answers in codes. Nothing but words is decided here. */
export function useForumWords() {
  const { t } = useLingui();
  const { day, date } = useDeadlineWords();
  const placeName = usePlaceName(undefined);
  const on = (value: string | number | null | undefined): string => (typeof value === 'string' ? date(value) : t`day not known`);
  const days = (n: number): string => t`${plural(n, { one: '# day', other: '# days' })}`;

  /** One step of "why": a sentence for its code, with the values it was judged by. */
  const sentence = ({ of, code, values }: ForumStep): string => {
    const { name, states } = values, state = typeof values['state'] === 'string' ? placeName(values['state']) : '', court = String(values['court'] ?? ''), instrument = String(name ?? '');
    const places = typeof states === 'string' ? states.split(', ').map(placeName).join(', ') : '';
    const later = values['beyond'] ? ` ${t`Known up to ${on(values['asOf'])}; later changes are not checked.`}` : '';
    const of_: Record<string, () => string> = {
      no_state: () => t`The case names no State. Add its countries.`, other_region: () => t`Another region: not for ${places}.`, in_region: () => t`Within its region: ${places}.`, any_state: () => t`For any State that is bound.`,
      is_there: () => t`The case is there already, since ${on(values['on'])}.`, was_there: () => t`The case has been there: decided ${on(values['on'])}.`, below_pending: () => t`${court} has not decided yet.`,
      treaty_bound: () => t`${state} is bound by: ${instrument}, since ${on(values['from'])}.${later}`,
      treaty_ended: () => t`${state} was bound by: ${instrument}, until ${on(values['to'])}; not on ${on(values['on'])}.`,
      treaty_not_yet: () => t`${state} is bound by: ${instrument}, but only since ${on(values['from'])}; not on ${on(values['on'])}.`,
      treaty_none: () => t`${state} is not on the list for: ${instrument}, as known on ${on(values['asOf'])}.`,
      treaty_none_then: () => t`${state} was not on the list for: ${instrument}, on ${on(values['asOf'])}. Later was not checked: look it up for ${on(values['on'])}.`,
      treaty_not_checked: () => t`Not checked: whether ${state} is bound by ${instrument}. Look it up for ${on(values['on'])}.`,
      nothing_elsewhere: () => t`Nothing of this case is elsewhere.`, pending_elsewhere: () => t`The case is before ${court} too. If it is the same matter:`, decided_elsewhere: () => t`${court} has decided, ${on(values['on'])}. If it is the same matter:`, reservation: () => t`${court} has decided, ${on(values['on'])}, and the State made a reservation:`,
      time_runs: () => t`Open until ${day(String(values['lastDay']))}: ${days(Number(values['days']))} left.`, time_over: () => t`Over since ${day(String(values['lastDay']))}, ${days(-Number(values['days']))} ago.`,
      no_fixed_day: () => t`No fixed day: how long it took is judged afterwards.`, cannot_count: () => t`Cannot be counted: something needed is not known.`, no_rule: () => t`No rule is on file. Ask counsel.`, done_in_time: () => t`Done in time, as the team recorded.`,
      remedies_done: () => t`Used up at home, ${on(values['on'])}.`, remedies_not_begun: () => t`Nothing is filed at home yet.`,
      remedies_not_finished: () => (values['pending'] ? t`Not finished: pending before ${values['pending']}.` : t`Not finished: ${values['open'] ?? ''} is open.`),
      remedies_at_risk: () => t`At risk: the way to ${values['missed'] ?? ''} was not used in time. The body may hold that against the case; exceptions have to be argued.`,
      remedies_unknown: () => t`Cannot tell: ${values['open'] ?? ''} may still be open.`,
      required: () => t`Local remedies first.`, not_required: () => t`Local remedies are not asked for.`, is_remedy: () => t`This is the local remedy itself.`, not_asked: () => t`Whether it asks for more is not on file.`,
    };
    if (of === 'standing') return standing(code);
    if (of === 'binding') return binding(code);
    return of_[code]?.() ?? code.replaceAll('_', ' ');
  };
  const standing = wordsOf({
    party_below: t`The parties below`, anyone: t`Anyone, also an organisation`, victim: t`The victim`, resident: t`Any resident`, declared: t`Persons and observer organisations`, for_child: t`For a child`, data_subject: t`Whoever’s data it is`, not_for_persons: t`Not for persons`,
  });
  const binding = wordsOf({ binding: t`Binding`, recommends: t`Recommends`, views: t`Views, not a judgment`, not_checked: t`Force not checked` });
  const runsFrom = wordsOf({
    decision: '', act: t`Counted from the day of the act.`, ruling_taken_as_act: t`The ruling is taken as the act. If the identity rule itself is the act, enter its day.`, exhausted: t`Counted from the day remedies were used up.`, served: t`Counted from service.`,
      other_procedure_ended: t`Counted from the end of the other procedure.`, not_exhausted: t`Runs from the day remedies are used up, which has not come.`, act_not_given: t`Runs from the day of the act: enter it above.`, not_served: t`Runs from service: log that day first.`, no_decision: t`Runs from a decision: none is on record.`,
  });
  return {
    sentence, standing, binding, on, days,
    state: wordsOf({ closes: t`With a last day`, open: t`No fixed day`, unknown: t`Cannot tell`, closed: t`Time is over`, not_available: t`Looked at and not open` } satisfies Record<ForumState, string>),
    stateOfOne: wordsOf({ closes: t`open, with a last day`, open: t`open, no fixed day`, unknown: t`cannot tell`, closed: t`time is over`, not_available: t`not open` } satisfies Record<ForumState, string>),
    about: wordsOf({
      closes: t`soonest first`, open: t`time is judged afterwards: elapsed time is shown, and we ask again`, unknown: t`a day or a status is missing, or no rule is on file. Nothing is guessed`, closed: t`extensions are for the court to give`, not_available: t`each with the reason`,
    } satisfies Record<ForumState, string>),
    head: wordsOf({ state: t`State`, lanes: t`This case`, treaty: t`Treaty`, standing: t`Who may go`, exclusion: t`Same matter elsewhere`, time: t`Time`, exhaustion: t`Local remedies`, binding: t`Force` }),
    remedies: wordsOf({ done: t`Required, used up`, not_finished: t`Required, not finished`, at_risk: t`Required, at risk`, not_begun: t`Required, not begun`, unknown: t`Required, cannot tell` }),
    exhaustion: wordsOf({ required: t`Required`, not_required: t`Not required`, is_remedy: t`This is the local remedy`, not_asked: t`Not asked` }),
    treaty: wordsOf({ bound: t`Party`, ended: t`No longer bound`, not_yet: t`Not yet bound`, none: t`Not on the list`, none_then: t`No entry on file`, not_checked: t`Not checked` }),
    runsFrom: ({ because, perhaps }: { because: string; perhaps?: string }): string => (because === 'exhaustion_doubtful' ? t`Runs from the day remedies were used up. If the decision of ${on(perhaps)} was the last one needed, it has run since then.` : runsFrom(because)),
    speed: (months: number): string => {
      const [years, rest] = [Math.floor(months / 12), months % 12];
      const y = t`${plural(years, { one: '# year', other: '# years' })}`, m = t`${plural(rest, { one: '# month', other: '# months' })}`;
      return years === 0 ? m : rest === 0 ? y : `${y} ${m}`;
    },
  };
}
export type ForumWords = ReturnType<typeof useForumWords>;
