import { calendarOf, type DeadlineLaw, deadlineFor, deadlineOfOrder, type DeadlineOptions, type DeadlineQuestion, type DeadlineResult, type Extension, ruleById, type TriggerBasis } from '@amparo/domain/deadlines';
import { AppError } from '../platform/errors.ts';

/** What a stored deadline asks of the engine beside its trigger. */
export type Asked = Partial<Pick<DeadlineOptions, 'relevantOn' | 'longStopFrom' | 'exclude' | 'stays'>> & Partial<{ order: string; n: number; unit: 'hour' | 'calendar_day' | 'business_day' | 'week' | 'month' | 'year'; by: string; countsTriggerDay: boolean; roll: 'none' | 'next_working' | 'previous_working'; cutOff: string }>;
export interface Question { kind: string; ruleId: string | null; calendarId: string | null; triggerOn: string; triggerBasis: string | null; triggerConfirmed: boolean; asked: Asked; zone: string }
export interface MoreTime { order: string; on: string | null; until: string | null; periodN: number | null; periodUnit: string | null }

/** Leaves out what was not said, so that the stored question is the same whichever way it was sent. */
const said = <T extends object>(values: T) => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined && v !== null && v !== false && !(Array.isArray(v) && !v.length))) as { [K in keyof T]?: NonNullable<T[K]> };
export function askedOf({ relevantOn, longStopFrom, exclude, stays, order, periodN, periodUnit, by, countsTriggerDay, roll, cutOff }: DeadlineQuestion, title: string): Asked {
  return said({ relevantOn, longStopFrom, exclude, stays, order: order ?? title, n: periodN, unit: periodUnit, by, countsTriggerDay, roll, cutOff }) as Asked;
}
const refused = (fields: [field: string, problem: string][]): never => { throw new AppError('INVALID', null, { fields: fields.map(([field, problem]) => ({ field, problem })) }); };
const ours: Record<string, string> = { within: 'periodN', 'within.n': 'periodN', 'within.unit': 'periodUnit', from: 'triggerOn', calendar: 'calendarId' };

/**
 * The engine's answer to a stored or written question. The law decides which rule and calendar are meant; nothing else does.
 * @throws AppError INVALID naming the field
 */
export function count({ kind, ruleId, calendarId, triggerOn, triggerBasis, triggerConfirmed, asked, zone }: Question, more: readonly MoreTime[], law: DeadlineLaw): DeadlineResult {
  const extensions = more.map(({ order, on, until, periodN, periodUnit }): Extension => ({ order, ...(on ? { on } : {}), ...(until ? { to: until } : {}), ...(periodN ? { by: { n: periodN, unit: periodUnit as 'month' } } : {}) }));
  const trigger = { on: triggerOn, basis: triggerBasis as TriggerBasis | null, confirmed: triggerConfirmed };
  if (kind === 'rule') {
    const rule = ruleById(ruleId ?? '', law);
    if (!rule) return refused([['ruleId', 'unknown']]);
    const next = rule.next === undefined ? undefined : ruleById(rule.next, law);
    const { relevantOn, longStopFrom, exclude = [], stays = [] } = asked;
    return deadlineFor(rule, trigger, calendarOf(rule, law), { ...(relevantOn ? { relevantOn } : {}), ...(longStopFrom ? { longStopFrom } : {}), exclude, stays, extensions, ...(next && { next: { rule: next, calendar: calendarOf(next, law) } }) });
  }
  const calendar = calendarId === null ? undefined : law.calendars.get(calendarId);
  if (calendarId !== null && !calendar) return refused([['calendarId', 'unknown']]);
  const { order = '', n, unit, by, stays = [], countsTriggerDay, roll, cutOff } = asked;
  const counted = deadlineOfOrder({
    order, zone, stays, extensions, ...(n && unit ? { within: { n, unit } } : {}), ...(by ? { by } : {}), ...(triggerOn && !by ? { from: triggerOn } : {}),
    ...(countsTriggerDay ? { countsTriggerDay } : {}), ...(roll ? { roll } : {}), ...(cutOff ? { cutOff } : {}),
  }, calendar);
  if ('refused' in counted) return refused(counted.refused.map(({ field, reason }) => [ours[field] ?? field, reason]));
  return triggerConfirmed || by || counted.ok.status !== 'computed' || extensions.some(({ to }) => to) ? counted.ok : unproved(counted.ok, triggerOn);
}

/** Invariant 11 for orders too: from a day of service nobody has proved there is a warning and no date. */
function unproved({ workingDate, latestDate, cutOff, trace, ...rest }: DeadlineResult, earliest: string): DeadlineResult {
  const reason = { code: 'service_unconfirmed', earliest, remedy: 'confirm_service' } as const;
  return {
    ...rest, status: 'not_computable', workingDate: null, latestDate: null, cutOff: null, reason, earliestPossible: earliest, ifEarliest: { workingDate, latestDate, cutOff },
    trace: [...trace.filter(({ step }) => step === 'trigger' || step === 'order'), { step: 'stop', reason }],
  };
}

/** The calendar a result was counted by. */
export const calendarIn = ({ trace }: DeadlineResult) => trace.find((step) => step.step === 'calendar');

/** What ends with the period is a right or a chance: a presumption is no bar, and a remedy that opens is not missed. */
const missesNothing = ({ strictness }: DeadlineResult) => strictness === 'presumption_only' || strictness === 'opens_remedy';
/** What of an answer is kept in columns of its own: days to sort and filter by, and where it stands when nobody has done anything. */
export function columnsOf(computed: DeadlineResult) {
  const { status, workingDate, latestDate, cutOff, zone, version, byRule } = computed;
  return {
    computed, ruleVersion: version, calendarVersion: calendarIn(computed)?.version ?? null, workingOn: workingDate, latestOn: latestDate, cutOff: cutOff === null || missesNothing(computed) ? null : new Date(cutOff), zone,
    status: status === 'not_computable' ? 'not_computable' : byRule ? 'extended' : 'open',
  };
}
