/**
 * When people are reminded of a date (domain 2.5, step 12): at half of the time, and 14, 7, 3 and 1 days before the day to work
 * to. By the days of the court, in the morning there. Migration 0036 says the same in SQL; a test compares the two.
 */
export const reminderSteps = ['half', 'd14', 'd7', 'd3', 'd1'] as const;
export type ReminderStep = (typeof reminderSteps)[number];
/** The hour of the court's morning at which a reminder is due. */
export const reminderHour = 7;
/** In UTC every day is as long as this. */
const aDay = 86_400_000;
const before: Readonly<Record<Exclude<ReminderStep, 'half'>, number>> = { d14: 14, d7: 7, d3: 3, d1: 1 };

/**
 * The days of reminders for a date, the first first; each lies between the two days, and of two that meet the nearer one stays.
 * @param from ISO day on which time began to run; `to`: ISO day to work to
 */
export function reminderDays(from: string, to: string): { step: ReminderStep; on: string }[] {
  const start = Date.parse(`${from}T00:00:00Z`), days = Math.round((Date.parse(`${to}T00:00:00Z`) - start) / aDay);
  const all: [ReminderStep, number][] = [['half', Math.floor(days / 2)], ...(Object.entries(before) as [ReminderStep, number][]).map(([step, n]): [ReminderStep, number] => [step, days - n])];
  const byDay = new Map(all.filter(([, n]) => n > 0 && n < days).map(([step, n]) => [n, step])); // half is first, so that a fixed step on its day replaces it
  return [...byDay].sort(([a], [b]) => a - b).map(([n, step]) => ({ step, on: new Date(start + n * aDay).toISOString().slice(0, 10) }));
}
