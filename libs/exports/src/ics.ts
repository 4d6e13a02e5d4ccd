import { timeZonesOf, utc } from './ics-zone.ts';

/** When: a day, or a day and hour by the clock of a zone. */
export interface IcsWhen { day: string; time?: string | null; zone?: string | null }
export interface IcsEntry {
  /** event: VEVENT. todo: VTODO, `when` is its DUE. */
  kind: 'event' | 'todo';
  /** The same for as long as the entry lives, whatever changes about it. */
  uid: string;
  /** Counted up with every change. */
  sequence: number;
  /** ISO instants. */
  changedAt: string;
  createdAt?: string;
  when: IcsWhen;
  summary: string;
  description?: string | undefined;
  location?: string | null | undefined;
  state: 'confirmed' | 'cancelled' | 'open' | 'done';
  /** ISO instants at which a program should speak up. */
  alarms?: readonly string[];
}
export interface IcsCalendar { name: string; entries: readonly IcsEntry[] }

/**
 * A calendar as a file (RFC 5545, RFC 7986): every time in the zone of its court, each zone defined by what its clocks do on the
 * days of these entries, so that a reader with other zone data, or none, finds the same instant.
 * Octet for octet the same for the same entries: its print is its version.
 */
export function icsCalendar({ name, entries }: IcsCalendar): Uint8Array {
  const placed = entries.map((entry) => ({ ...entry, when: zoned(entry.when) }));
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Amparo//Calendar//EN', 'CALSCALE:GREGORIAN', `NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
    ...timeZonesOf(placed.flatMap(({ when: { day, time, zone } }) => (time && zone ? [{ day, zone }] : []))),
    ...placed.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${fold(line)}\r\n`).join(''));
}

function entryLines({ kind, uid, sequence, changedAt, createdAt, when, summary, description, location, state, alarms = [] }: IcsEntry): string[] {
  const component = kind === 'event' ? 'VEVENT' : 'VTODO';
  const status = kind === 'event' ? { confirmed: 'CONFIRMED', open: 'CONFIRMED', done: 'CONFIRMED', cancelled: 'CANCELLED' } : { confirmed: 'NEEDS-ACTION', open: 'NEEDS-ACTION', done: 'COMPLETED', cancelled: 'CANCELLED' };
  return [
    `BEGIN:${component}`, `UID:${text(uid)}`, `DTSTAMP:${utc(changedAt)}`, `LAST-MODIFIED:${utc(changedAt)}`, ...(createdAt ? [`CREATED:${utc(createdAt)}`] : []), `SEQUENCE:${sequence}`, 'CLASS:CONFIDENTIAL',
    whenLine(kind === 'event' ? 'DTSTART' : 'DUE', when), `SUMMARY:${text(summary)}`, ...(description ? [`DESCRIPTION:${text(description)}`] : []), ...(location ? [`LOCATION:${text(location)}`] : []), `STATUS:${status[state]}`,
    ...(kind === 'todo' ? [`PERCENT-COMPLETE:${state === 'done' ? 100 : 0}`] : when.time ? [] : ['TRANSP:TRANSPARENT']), // a day's note keeps nobody from being free
    ...(state === 'open' ? alarms : []).flatMap((at) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER;VALUE=DATE-TIME:${utc(at)}`, `DESCRIPTION:${text(summary)}`, 'END:VALARM']),
    `END:${component}`,
  ];
}

/** An hour whose zone nobody knows would float: it is kept as a day instead. */
const zoned = ({ day, time, zone }: IcsWhen): IcsWhen => (time && zone && knows(zone) ? { day, time, zone } : { day });
function knows(zone: string): boolean {
  try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })); } catch { return false; /* the one way to ask Intl whether it knows a zone */ }
}
const whenLine = (property: string, { day, time, zone }: IcsWhen): string => {
  const date = day.replaceAll('-', '');
  return time && zone ? `${property};TZID=${zone}:${date}T${time.replace(':', '')}00` : `${property};VALUE=DATE:${date}`;
};

/** A value of type TEXT: what would end it, or part it, is escaped; what no line can hold is left out. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const text = (value: string): string => value.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll('\n', String.raw`\n`).replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');

const most = 75;
/** Octets of a letter in UTF-8. */
const octets = (letter: string): number => { const code = letter.codePointAt(0) ?? 0; return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; };
/** Lines of at most 75 octets; the next ones begin with a space. Neither a letter nor an escape is parted. */
export function fold(line: string): string {
  if (line.length * 3 <= most) return line; // three octets for a unit of UTF-16 at most
  const parts: string[] = [];
  let part = '', length = 0;
  for (const piece of line.match(/\\.|[^]/gu) ?? []) {
    const more = piece.length > 1 && piece.startsWith('\\') ? 1 + octets(piece.slice(1)) : octets(piece);
    if (length + more > most) { parts.push(part); part = ' '; length = 1; }
    part += piece;
    length += more;
  }
  return [...parts, part].join('\r\n');
}
