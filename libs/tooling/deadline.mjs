// npm run amparo -- deadline … and deadline-rules: the deadline engine by hand. No server, no database, nothing built: it reads the domain's own sources.
import {
  alternativeText, basisText, calendarOf, check, dayText, deadlineById, deadlineOfOrder, deadlineOptions, instantText, inZone, noteText, periodText, promptText, parseLegalDate, remedyFor, ruleById,
  shippedLaw, statusText, timeZone, traceText, triggerFault, trigger as triggerSchema, TriggerBasis,
} from './deadline-engine.mjs';

export const deadlineCommands = [
  {
    name: 'deadline', takes: 'RULE --trigger EDTF [--basis BASIS] [--decided EDTF] [--unconfirmed] [--stay FROM/TO] [--exclude FROM/TO [--proved]] [--extend "7 days"|DAY] [--judgment DAY] [--today DAY] [--reader-zone ZONE] [--json]',
    about: 'counts a deadline by a rule and shows how: "deadline UG-1 --trigger 2025-06-10". A rough date (2025-03, 2025-21, 2015/.., unknown) gives the earliest day possible and no date. Where another day than the trigger chooses the version, --decided gives it',
    run: deadline,
  },
  {
    name: 'deadline order', takes: '--within "60 days" --trigger DAY | --by DAY[THH:MM]  --zone ZONE [--cut-off 16:00] [--roll next_working --calendar ID] [--stay FROM/TO] [--extend "7 days"|DAY] [--reader-zone ZONE] [--json]',
    about: 'counts what a court ordered: a period from a day, or the last day itself (--by 2026-10-21T16:00 --extend "7 days")', run: (words) => deadline(['order', ...words]),
  },
  { name: 'deadline-rules', takes: '[--json]', about: 'lists the deadline rules with source and status', run: rules },
];

/** Something wrong with what was typed. */
class Refused extends Error {
  constructor(field, code, message, remedy) { super(message); Object.assign(this, { field, code, remedy }); }
}
const options = {
  trigger: 'one', basis: 'one', decided: 'one', unconfirmed: 'flag', stay: 'many', exclude: 'many', proved: 'flag', extend: 'many', judgment: 'one', today: 'one',
  within: 'one', by: 'one', zone: 'one', 'cut-off': 'one', roll: 'one', calendar: 'one', 'reader-zone': 'one', json: 'flag',
};

/** `RULE --a b --c=d` → the word and the options. */
function read(words) {
  const found = { words: [] };
  for (let at = 0; at < words.length; at++) {
    const [, name, own] = /^--([a-z-]+)(?:=(.*))?$/su.exec(words[at]) ?? [];
    if (name === undefined) { found.words.push(words[at]); continue; }
    const kind = options[name];
    if (!kind) throw new Refused(name, 'unknown_option', `--${name} is not known.`, 'npm run amparo -- help lists the options.');
    if (kind === 'flag') { found[name] = true; continue; }
    const value = own ?? words[++at];
    if (value === undefined) throw new Refused(name, 'required', `--${name} needs a value.`, 'Write it after the option.');
    if (kind === 'one' && found[name] !== undefined) throw new Refused(name, 'repeated', `--${name} is given twice.`, 'Leave one out.');
    if (kind === 'one') found[name] = value;
    else (found[name] ??= []).push(value);
  }
  return found;
}

/** EDTF as it is; what people write in words ("March 2025", "about 2019") as the EDTF it means. A month in words leaves no doubt which number is which. */
function edtf(text) {
  const written = text.trim();
  if (triggerFault(written) === undefined || !/\p{L}{3}/u.test(written)) return written;
  const read = parseLegalDate(written);
  return 'ok' in read ? read.ok : written;
}
const aliases = {
  delivered: 'pronounced', delivery: 'pronounced', pronouncement: 'pronounced', decision: 'pronounced', judgment: 'pronounced', judgement: 'pronounced', service: 'served', receipt: 'received', notification: 'notified', notice: 'notified',
  publication: 'published', knowledge: 'known', exhaustion: 'exhausted', hearing: 'heard', refusal: 'refused', filing: 'filed', lodging: 'lodged', transmission: 'transmitted', discovery: 'discovered', act: 'occurred', harm: 'occurred',
  entry_into_force: 'effective', in_force: 'effective',
};
const basisOf = (text) => { const code = text.trim().toLowerCase().replace(/[\s-]+/gu, '_'); return Object.hasOwn(aliases, code) ? aliases[code] : code; };
const units = { hour: 'hour', day: 'calendar_day', week: 'week', month: 'month', year: 'year' };
const numbers = Object.fromEntries(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'].map((word, at) => [word, at + 1]).concat([['twenty', 20], ['thirty', 30], ['forty', 40], ['sixty', 60], ['ninety', 90]]));

/** "60 days", "15 working days" → `{ n, unit }`. */
function period(text, field) {
  const [, written, working, unit] = /^(-?\d+|\p{L}+)\s*(working |business |court )?(hour|day|week|month|year)s?$/iu.exec(text.trim()) ?? [];
  const n = written !== undefined && /\d/u.test(written) ? written : numbers[written?.toLowerCase()];
  if (n === undefined || (working && unit.toLowerCase() !== 'day')) throw new Refused(field, 'wrong_format', `"${text}" is not a period.`, 'Write "60 days", "48 hours", "15 working days" or "six months".');
  return { n: Number(n), unit: working ? 'business_day' : units[unit.toLowerCase()] };
}
function span(text, field, open) {
  const [from, to, ...more] = text.split('/');
  if (to === undefined || more.length || (to === '' && !open)) throw new Refused(field, 'wrong_format', `"${text}" is not a span of days.`, `Write FROM/TO, as in 2025-03-03/2025-04-14${open ? '; leave TO out while it lasts' : ''}.`);
  return { from, to: to === '' ? null : to };
}
const extension = (text) => (/^\d{4}-/u.test(text) ? { order: 'Order', to: text } : { order: 'Order', by: period(text, 'extend') });

const optionOf = { on: 'trigger', from: 'trigger', relevantOn: 'decided', longStopFrom: 'judgment', stays: 'stay', exclude: 'exclude', extensions: 'extend', cutOff: 'cut-off' };
/** Faults of the schemas in the words of the command line. */
function must(checked, given) {
  if ('ok' in checked) return checked.ok;
  const [{ field, reason }] = checked.refused;
  const [head] = field.split(/[.[]/u);
  const option = optionOf[head] ?? head;
  const value = given[option] === undefined || given[option] === true ? '' : ` "${[given[option]].flat().join('", "')}"`;
  const fault = { not_a_date: 'is not a date', no_such_day: 'does not exist', no_such_hour: 'has no such hour', year_out_of_range: 'is outside the years that can be counted', too_long: 'is too long', one_of_within_and_by: 'is not alone', unknown_code: 'is not known', required: 'is missing', calendar_needed: 'is missing', period_too_short: 'is too short', period_too_long: 'is too long', ends_before_start: 'ends before it starts', unknown_zone: 'is no time zone' }[reason] ?? 'is not right';
  throw new Refused(option, reason, `--${option}${value} ${fault}.`, remedyFor(reason));
}

function deadline(words) {
  const given = read(words);
  const [id, ...more] = given.words;
  if (more.length) throw new Refused('rule', 'unknown_word', `"${more.join(' ')}" is one word too many.`, 'Give one rule; put values after their options.');
  if (id === undefined) throw new Refused('rule', 'required', 'Which rule?', 'npm run amparo -- deadline-rules lists them.');
  if (given['reader-zone'] !== undefined) must(check(timeZone, given['reader-zone']).refused ? { refused: [{ field: 'reader-zone', reason: 'unknown_zone' }] } : { ok: null }, given);
  const result = id === 'order' ? byOrder(given) : byRule(id, given);
  const reader = given['reader-zone'] !== undefined && result.cutOff ? inZone(result.cutOff, given['reader-zone']) : undefined;
  if (given.json) return say({ ...result, ...(reader && { reader }) });
  print(result, reader);
}

function byRule(id, given) {
  const rule = ruleById(id);
  if (!rule) throw new Refused('rule', 'unknown_rule', `There is no deadline rule "${id.slice(0, 30)}".`, 'npm run amparo -- deadline-rules lists them.');
  if (given.trigger === undefined) throw new Refused('trigger', 'required', 'The day it runs from is missing.', 'Write --trigger 2025-06-10.');
  const basis = given.basis === undefined ? undefined : basisOf(given.basis);
  if (basis !== undefined && !Object.hasOwn(TriggerBasis, basis)) throw new Refused('basis', 'unknown_code', `--basis "${given.basis}" is not known.`, `${rule.id} runs from: ${rule.versions.at(-1).startsFrom.join(', ')}. All bases: ${Object.keys(TriggerBasis).join(', ')}.`);
  const trigger = must(check(triggerSchema, { on: edtf(given.trigger), ...(basis && { basis }), confirmed: !given.unconfirmed }), given);
  const more = must(check(deadlineOptions, {
    ...(given.decided !== undefined && { relevantOn: edtf(given.decided) }), ...(given.judgment !== undefined && { longStopFrom: given.judgment }), ...(given.today !== undefined && { today: given.today }),
    stays: (given.stay ?? []).map((text) => span(text, 'stay', true)), exclude: (given.exclude ?? []).map((text) => ({ ...span(text, 'exclude', false), proved: Boolean(given.proved) })),
    extensions: (given.extend ?? []).map(extension),
  }), given);
  const result = deadlineById(rule.id, trigger, more);
  // Asked by its bare id, a row answers by it; which of its periods was counted is in the trace.
  const [bare] = /^[a-z]+-\d+$/iu.exec(id.trim()) ?? [];
  return bare === undefined ? result : { ...result, rule: bare.toUpperCase() };
}

function byOrder(given) {
  const calendar = given.calendar === undefined ? undefined : shippedLaw.calendars.get(given.calendar);
  if (given.calendar !== undefined && !calendar) throw new Refused('calendar', 'unknown_code', `There is no calendar "${given.calendar}".`, `Calendars: ${[...shippedLaw.calendars.keys()].join(', ')}.`);
  if (given.within === undefined && given.by === undefined) throw new Refused('within', 'required', 'How much time was ordered is missing.', 'Write --within "60 days", or the last day itself as --by 2026-10-21.');
  if (given.within !== undefined && given.by !== undefined) throw new Refused('by', 'one_of_within_and_by', '--within and --by are both given.', 'Give either a period and the day it runs from, or the last day.');
  const zone = given.zone ?? calendar?.zone;
  if (zone === undefined) throw new Refused('zone', 'required', 'The court\'s time zone is missing.', 'Write --zone Africa/Nairobi, or name a --calendar.');
  return must(deadlineOfOrder({
    order: 'Order', zone, ...(given.within === undefined ? { by: given.by.trim() } : { within: period(given.within, 'within') }), ...(given.trigger !== undefined && given.by === undefined && { from: edtf(given.trigger) }),
    ...(given['cut-off'] !== undefined && { cutOff: given['cut-off'] }), ...(given.roll !== undefined && { roll: given.roll }), stays: (given.stay ?? []).map((text) => span(text, 'stay', true)), extensions: (given.extend ?? []).map(extension),
  }, calendar), given);
}

const say = (value) => console.log(JSON.stringify(value, null, 2));

function print({ rule, version, status, workingDate, latestDate, cutOff, zone, strictness, verification, trace, alternatives, prompts, notes, earliestPossible, ifEarliest, byRule: rulesOwn }, reader) {
  // All of it before any of it: a reader of half an answer would take it for the whole.
  const lines = [];
  const line = (head, text) => lines.push(`${head.padEnd(14)}${text}`);
  lines.push(`${rule === null ? 'Court order' : `${rule}, version ${version}`}: ${statusText[status]}\n`);
  if (workingDate) line('Aim for', dayText(workingDate));
  if (latestDate) line('Last day', dayText(latestDate));
  if (cutOff) line('Court time', `${instantText(cutOff, zone)}${reader && reader.at !== cutOff ? ` (your time: ${dayText(reader.day)}, ${reader.hour})` : ''}`);
  for (const each of alternatives ?? []) line('Either', alternativeText(each));
  if (earliestPossible) line('Earliest', `${dayText(earliestPossible)}${ifEarliest?.latestDate ? `; the last day would then be ${dayText(ifEarliest.latestDate)}, aim for ${dayText(ifEarliest.workingDate)}` : ''}`);
  for (const each of prompts ?? []) line('Look again', promptText(each));
  if (rulesOwn?.latestDate) line('By the rule', `${dayText(rulesOwn.latestDate)} (kept beside the order)`);
  line('Strictness', strictness.replaceAll('_', ' '));
  line('Checked', { verified: 'verified', unverified: 'not verified', disputed: 'disputed', order: 'set by an order' }[verification]);
  lines.push('\nHow counted');
  trace.forEach((step, at) => { const { head, text } = traceText(step); lines.push(`${String(at + 1).padStart(3)}  ${head.padEnd(15)}${text}`); });
  if (notes?.length) lines.push(`\nMind\n${notes.map((note) => `  - ${noteText(note)}`).join('\n')}`);
  console.log(lines.join('\n'));
}

/** What a rule says now, short, with all its versions. */
function summary({ id, row, forum, act, party, proceedings, verification, enabled, nextReview, versions }) {
  const { source, confidence, strictness, startsFrom, counting, noPeriod } = versions.at(-1);
  return {
    rule: id, row, forum: forum.id, forumName: forum.name, zone: forum.zone, calendar: forum.calendar, act, party, proceedings, status: verification, enabled, nextReview, source, confidence, strictness, startsFrom,
    ...(counting ? { period: { n: counting.n, unit: counting.unit } } : { noPeriod }), versions,
  };
}
function rules(words) {
  const given = read(words);
  if (given.words.length) throw new Refused('rule', 'unknown_word', `"${given.words.join(' ')}" is too much.`, 'deadline-rules takes --json, or nothing.');
  if (given.json) return say(shippedLaw.rules.map(summary));
  for (const rule of shippedLaw.rules) {
    const { counting, noPeriod, source, startsFrom } = rule.versions.at(-1);
    console.log(`${rule.id.padEnd(8)}${rule.forum.name}: ${rule.act}\n        ${counting ? periodText(counting.n, counting.unit) : noPeriod.replaceAll('_', ' ')}; from: ${startsFrom.map(basisText).join(', ')}\n        ${rule.enabled ? 'on' : 'switched off'}, ${rule.verification}, calendar ${calendarOf(rule).id}; ${source}`);
  }
  console.log(`\n${shippedLaw.rules.length} rules in ${new Set(shippedLaw.rules.map(({ row }) => row)).size} rows of the table. None is verified until a named lawyer has read its source.`);
}

/** The command these words ask for; undefined when it is none of ours. */
export const deadlineCommand = (words) => [...deadlineCommands].sort((a, b) => b.name.length - a.name.length).find(({ name }) => name.split(' ').every((word, at) => words[at] === word));

/** Runs one. @returns the exit code: 1 when something typed was wrong, said on standard error and, with --json, as JSON too */
export function runDeadline(words) {
  const command = deadlineCommand(words);
  if (words.some((word) => word === '--help' || word === '-h')) {
    console.log(['npm run amparo -- COMMAND', '', ...deadlineCommands.map(({ name, takes, about }) => `  ${name} ${takes}\n      ${about}`)].join('\n'));
    return 0;
  }
  try {
    command.run(words.slice(command.name.split(' ').length));
    return 0;
  } catch (e) {
    if (!(e instanceof Refused)) throw e;
    console.error(`${e.message} ${e.remedy}`);
    if (words.includes('--json')) say({ error: { code: e.code, field: e.field, message: e.message, remedy: e.remedy } });
    return 1;
  }
}
