import { z } from 'zod';
import { exactDay, noneTwice } from './input-parts.ts';
import { id, optionalLine } from './text.ts';

/** A calendar is read for at most so many days at once: a year, and the weeks that stick out at both ends. */
export const mostCalendarDays = 400;
const day = exactDay.refine((edtf) => edtf !== '', 'required');
const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** From which day to which, both included. */
export const calendarRange = z.strictObject({ from: day, to: day }).superRefine(({ from, to }, ctx) => {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) ctx.addIssue({ code: 'custom', message: 'ends_before_start', path: ['to'] });
  if (days > mostCalendarDays) ctx.addIssue({ code: 'custom', message: 'out_of_range', path: ['to'] });
});
export type CalendarRange = z.output<typeof calendarRange>;

/** Whose dates: of one person, one case, the cases an organisation leads. Without `everything` only cases on whose team one is. */
export const calendarFilter = z.strictObject({ legalCaseId: id.nullish(), personId: id.nullish(), organisationId: id.nullish(), everything: z.boolean().nullish() }).nullish();
export type CalendarFilter = NonNullable<z.output<typeof calendarFilter>>;

/** What a feed holds: of one case, of the cases one organisation leads, or of all one's teams. */
export const calendarFeed = z.strictObject({
  name: optionalLine(80), legalCaseId: id.nullish(), organisationId: id.nullish(), hearings: z.boolean(), deadlines: z.boolean(), onlyMine: z.boolean(), deadlinesAs: z.enum(['todo', 'event']),
}).superRefine(({ hearings, deadlines }, ctx) => { if (!hearings && !deadlines) ctx.addIssue({ code: 'custom', message: 'too_few', path: ['deadlines'] }); });
export type CalendarFeedInput = z.output<typeof calendarFeed>;

/** What a person wants to be told, and whether by mail too. The steps are those of `reminderSteps`. */
export const changeReminders = z.strictObject({
  mail: z.boolean(), recounts: z.boolean(), steps: z.array(z.enum(['half', 'd14', 'd7', 'd3', 'd1'])).max(5, 'too_many').refine(noneTwice, 'repeated'),
});
export type ChangeReminders = z.output<typeof changeReminders>;
