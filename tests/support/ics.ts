import ICAL from 'ical.js';

/** A calendar read by a parser that is not ours (ical.js), with the zones that the file itself defines and no others. */
export interface ReadEntry { type: 'vevent' | 'vtodo'; uid: string; summary: string; sequence: number; status: string; class: string; day: string; instant: string | null; zone: string | null; location: string | null; alarms: string[]; percent: number | null; text: string }
export function readIcs(bytes: Uint8Array | string): ReadEntry[] {
  const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  ICAL.TimezoneService.reset(); // UTC and floating alone
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')].map((c) => {
    const when = (c.getFirstProperty('dtstart') ?? c.getFirstProperty('due')) as ICAL.Property;
    const at = when.getFirstValue() as ICAL.Time;
    const value = (name: string) => c.getFirstPropertyValue(name) as string | number | null;
    return {
      type: c.name as ReadEntry['type'], uid: String(value('uid')), summary: String(value('summary')), sequence: Number(value('sequence')), status: String(value('status')), class: String(value('class')),
      day: at.toString().slice(0, 10), instant: at.isDate ? null : new Date(at.toUnixTime() * 1000).toISOString(), zone: (when.getParameter('tzid') as string | undefined) ?? null, location: value('location') as string | null,
      alarms: c.getAllSubcomponents('valarm').map((a) => String(a.getFirstPropertyValue('trigger'))), percent: value('percent-complete') as number | null, text: c.toString(),
    };
  });
}
