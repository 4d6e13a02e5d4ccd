import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  calendarOf, closedOn, deadlineById, deadlineFor, deadlineStatuses, easterOf, inZone, noteText, promptText, readLaw, reasonText, recompute, ruleById, shippedLaw, traceText, type ForumCalendar,
} from './index.ts';

/** The table of domain 2.5, row by row, in its order. */
const table = [
  'ECHR-1', 'ECHR-2', 'ECHR-3', 'ECHR-4', 'IA-1', 'IA-2', 'IA-3', 'IA-4', 'IA-5', 'AF-1', 'AF-2', 'AF-3', 'EC-1', 'EC-2', 'EA-1', 'EA-2', 'EU-1', 'EU-2', 'EU-3', 'UN-1', 'UN-2', 'UN-3', 'UN-4', 'UN-5',
  'KE-1', 'KE-2', 'KE-3', 'KE-4', 'KE-5', 'KE-6', 'UG-1', 'UG-2', 'UG-3', 'IN-1', 'IN-2', 'IN-3', 'JM-1', 'JM-2', 'JM-3', 'MU-1', 'MU-2', 'GB-1', 'GB-2', 'GB-3', 'ZA-1', 'ZA-2', 'NG-1', 'NG-2', 'GH-1', 'GH-2',
  'PH-1', 'TW-1', 'IL-1 / KW-1', 'CO-1', 'MX-1', 'MX-2', 'AR-1', 'AR-2', 'PE-1 / DO-1 / CR-1 / BR-1', 'DO-2 / BR-2', 'ES-1 / DE-1 / FR-1', 'BE-1', 'NL-1', 'IE-1', 'GDPR-1',
];
const { rules, calendars } = shippedLaw;
const idsOf = (row: string) => rules.filter((rule) => rule.row === row).map(({ id }) => id);
const calendar = (id: string) => calendars.get(id) as ForumCalendar;
const closed = (id: string, day: string) => closedOn(calendar(id), Temporal.PlainDate.from(day));

describe('The rules as shipped', () => {
  it('65 rows, every one of the table', () => {
    expect(table).toHaveLength(65);
    expect(new Set(rules.map(({ row }) => row))).toEqual(new Set(table));
  });
  it.each([
    ['UN-2', ['UN-2a', 'UN-2b', 'UN-2c']], ['ECHR-1', ['ECHR-1']], ['IA-5', ['IA-5a', 'IA-5b', 'IA-5c', 'IA-5d']], ['KE-3', ['KE-3a', 'KE-3b', 'KE-3c', 'KE-3d', 'KE-3e', 'KE-3f']],
    ['PE-1 / DO-1 / CR-1 / BR-1', ['PE-1', 'DO-1a', 'DO-1b', 'CR-1', 'BR-1']], ['ES-1 / DE-1 / FR-1', ['ES-1a', 'ES-1b', 'ES-1c', 'DE-1a', 'DE-1b', 'FR-1']], ['NG-1', ['NG-1a', 'NG-1b', 'NG-1c']],
  ])('%s: letters in the order of the row', (row, ids) => expect(idsOf(row)).toEqual(ids));
  it('the bare id is the first, the letter a of a single one is that one, and anything else is nothing', () => {
    expect(['UN-2', 'UN-2a', 'un-2C', 'ECHR-1', 'ECHR-1a', ' BR-1 '].map((id) => ruleById(id)?.id)).toEqual(['UN-2a', 'UN-2a', 'UN-2c', 'ECHR-1', 'ECHR-1', 'BR-1']);
    expect(['UN-2z', 'ECHR-1b', 'XX-1', '', '__proto__', 'UN-2a-1'].map((id) => ruleById(id))).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect(() => deadlineById('XX-1', { on: '2025-01-01' })).toThrow(RangeError);
  });
  it('none is verified, the uncertain are switched off, each has a source, an hour zone and a review to come', () => {
    for (const rule of rules) {
      expect(rule.verification, rule.id).not.toBe('verified');
      expect(rule.nextReview > '2026-11-25', rule.id).toBe(true);
      expect(inZone('2026-01-01T00:00:00Z', rule.forum.zone).zone, rule.id).toBe(rule.forum.zone);
      for (const version of rule.versions) expect(version.source.length, rule.id).toBeGreaterThan(5);
    }
    expect(rules.filter(({ enabled }) => !enabled).map(({ id }) => id)).toEqual([
      'AF-2', 'AF-3a', 'AF-3b', 'AF-3c', 'EA-2a', 'EA-2b', 'KE-4c', 'UG-2b', 'MU-1', 'JM-1a', 'JM-1b', 'JM-1c', 'KW-1']);
  });
  it('those without a period say so, and prompt', () => {
    const found = rules.filter(({ id }) => deadlineById(id, { on: '2025-06-10' }).status === 'undefined').map(({ id }) => id);
    expect(found).toEqual([
      'IA-1b', 'AF-1a', 'AF-1b', 'AF-2', 'EC-1', 'UN-5a', 'UN-5b', 'UN-5c', 'UN-5d', 'KE-6b', 'UG-3', 'NG-1a', 'GH-2a', 'JM-3', 'CO-1a', 'AR-2a', 'IN-2b', 'IN-3a', 'IN-3b', 'PH-1b', 'IL-1']);
    expect(deadlineById('EC-1', { on: '2025-06-10' }).prompts).toEqual([{ on: '2028-06-10', n: 3, unit: 'year', kind: 'soft' }]);
    expect(deadlineById('UG-3', { on: '' })).toMatchObject({ status: 'undefined', prompts: [] });
  });
  it('a period that is no bar is counted, as a presumption only', () => {
    const after = deadlineById('UN-1', { on: '2020-02-29' });
    expect(after).toMatchObject({ status: 'computed', latestDate: '2025-02-28', workingDate: '2025-02-27', strictness: 'presumption_only', prompts: [{ on: '2025-02-28', n: 5, unit: 'year', kind: 'presumption' }] });
    expect(after.notes?.map(noteText).join(' ')).toContain('Not a bar');
    expect(deadlineById('UN-1b', { on: '2020-03-01' })).toMatchObject({ status: 'computed', latestDate: '2023-03-01', strictness: 'presumption_only' });
    expect(deadlineById('UN-1', { on: '2020-03~' })).toMatchObject({ status: 'not_computable', earliestPossible: '2020-03-01', ifEarliest: { latestDate: '2025-03-01' } });
    expect(deadlineById('UN-1', { on: '2020-03~' }).prompts).toBeUndefined();
  });
  it('no fixed period stays undefined for a rough date, and no prompt is counted from a first day nobody gave', () => {
    for (const on of ['2025-03~', '2025', '2025-21', '2015/..']) {
      const result = deadlineById('AF-1', { on, basis: 'exhausted' }, { today: '2026-11-25' });
      expect(result).toMatchObject({ status: 'undefined', prompts: [], latestDate: null });
      expect(result.trace.some(({ step }) => step === 'elapsed')).toBe(false);
    }
    expect(deadlineById('AF-1', { on: '2025-03~' }).earliestPossible).toBe('2025-03-01');
    expect(deadlineById('MU-1', { on: '2025-03' }).prompts).toBeUndefined();
    for (const id of ['MU-1', 'JM-1', 'KW-1']) expect(deadlineById(id, { on: '2025-03' })).toMatchObject({ status: 'not_computable', earliestPossible: '2025-03-01' });
  });
  it('what is uncertain is disputed, whatever else is unverified', () => {
    expect(rules.filter(({ verification }) => verification === 'disputed').map(({ id }) => id)).toEqual([
      'AF-2', 'AF-3a', 'AF-3b', 'AF-3c', 'EA-2a', 'EA-2b', 'KE-4c', 'KE-6a', 'KE-6b', 'UG-2b', 'MU-1', 'JM-1a', 'JM-1b', 'JM-1c', 'KW-1']);
    expect(deadlineById('AF-3', { on: '2025-06-10' })).toMatchObject({ status: 'not_computable', verification: 'disputed', reason: { code: 'rule_disabled' } });
  });
  it.each([
    ['KE-2a', 'lodged'], ['KE-2c', 'lodged'], ['KE-3b', 'lodged'], ['KE-3c', 'lodged'], ['KE-4a', 'lodged'], ['UG-1b', 'lodged'], ['EA-1', 'notified'], ['EA-1', 'known'], ['EA-1', 'served'], ['IA-3', 'notified'], ['IA-3', 'dated'],
    ['IN-1b', 'pronounced'], ['IN-1b', 'dated'], ['ZA-2b', 'pronounced'], ['ZA-2b', 'dated'], ['GB-3b', 'dated'], ['IA-5b', 'pronounced'], ['IA-5b', 'dated'], ['IA-5d', 'transmitted'], ['CO-1b', 'lodged'], ['AR-1a', 'dated'], ['ECHR-1', 'final'],
  ] as const)('%s takes the day as its row words it: %s', (id, basis) => {
    const usual = deadlineById(id, { on: '2026-03-11' });
    expect(deadlineById(id, { on: '2026-03-11', basis })).toMatchObject({ status: 'computed', latestDate: usual.latestDate });
  });
  it('strictness of each period as the row gives it', () => {
    expect(['UN-4a', 'UN-4b', 'UN-2a', 'TW-1', 'KE-2a'].map((id) => deadlineById(id, { on: '2026-03-11' }).strictness)).toEqual(['strict', 'strict', 'directory', 'strict', 'strict_extendable']);
  });
  it('working days where the row names them: for the impugnation of a tutela only', () => {
    expect(deadlineById('CO-1c', { on: '2026-03-11' }).trace.find(({ step }) => step === 'count')).toMatchObject({ unit: 'business_day' });
    for (const id of ['CO-1b', 'CO-1d']) {
      expect(deadlineById(id, { on: '2026-03-11' }).trace.find(({ step }) => step === 'count')).toMatchObject({ unit: 'calendar_day' });
      expect(deadlineById(id, { on: '2026-03-11' })).toMatchObject({ verification: 'unverified', notes: expect.arrayContaining([{ code: 'of_the_rule', text: expect.stringContaining('impugnation only') }]) });
    }
  });
  it('a remedy that opens is not gone for before it opens', () => {
    expect(deadlineById('GDPR-1', { on: '2026-03-11' })).toMatchObject({ latestDate: '2026-06-11', workingDate: '2026-06-12', strictness: 'opens_remedy' });
    expect(deadlineById('GDPR-1', { on: '2026-03-12' })).toMatchObject({ latestDate: '2026-06-12', workingDate: '2026-06-15' });
  });
  it('a vacation of unknown effect is told of whatever the unit, and nothing is left out for it', () => {
    for (const [id, on, latestDate] of [['JM-2', '2025-08-01', '2025-08-22'], ['NG-1c', '2024-07-08', '2024-10-08'], ['IN-2a', '2026-05-25', '2026-06-24']] as const) {
      expect(deadlineById(id, { on })).toMatchObject({ status: 'computed', latestDate, notes: expect.arrayContaining([expect.objectContaining({ code: 'vacation_touched' })]) });
    }
    expect(deadlineById('BR-2', { on: '2025-12-10' })).toMatchObject({ status: 'computed', latestDate: '2026-01-02', notes: expect.arrayContaining([expect.objectContaining({ code: 'vacation_touched' })]) });
  });
  it('those switched off give no day; where the row says so, one to work to', () => {
    expect(deadlineById('JM-1', { on: '2025-06-10' })).toMatchObject({ status: 'not_computable', latestDate: null, reason: { code: 'rule_disabled', remedy: 'ask_counsel' } });
    expect(deadlineById('MU-1', { on: '2025-06-10' })).toMatchObject({ status: 'not_computable', reason: { code: 'no_value_shipped' }, prompts: [{ on: '2025-09-10', kind: 'work_to' }] });
    expect(deadlineById('KW-1', { on: '2025-06-10' })).toMatchObject({ status: 'not_computable', reason: { code: 'no_value_shipped' } });
  });
  it.each([
    // each period of the table, from Wed 11 March 2026 on its own basis: where it ends
    ['ECHR-2', '2026-06-03'], ['ECHR-3', '2026-06-11'], ['ECHR-4', '2026-09-11'], ['IA-1a', '2026-09-11'], ['IA-2a', '2026-06-11'], ['IA-2b', '2026-07-11'], ['IA-3', '2026-06-11'], ['IA-4a', '2026-05-11'], ['IA-4b', '2026-05-11'],
    ['IA-5a', '2026-04-10'], ['IA-5b', '2026-03-26'], ['IA-5c', '2026-06-09'], ['IA-5d', '2026-03-18'], ['EC-2a', '2026-04-11'], ['EC-2d', '2026-06-11'], ['EA-1', '2026-05-11'], ['EU-2', '2026-05-21'], ['EU-3a', '2026-05-21'],
    ['EU-3b', '2026-05-04'], ['UN-2a', '2026-09-11'], ['UN-2b', '2026-05-11'], ['UN-2c', '2026-09-07'], ['UN-3a', '2027-03-11'], ['UN-4a', '2026-09-11'], ['UN-4b', '2026-06-11'], ['KE-2a', '2026-03-18'], ['KE-2b', '2026-04-10'],
    ['KE-3a', '2026-03-25'], ['KE-3c', '2026-04-10'], ['KE-4a', '2026-03-26'], ['KE-4b', '2026-03-25'], ['KE-5a', '2026-06-09'], ['KE-5b', '2026-04-10'], ['KE-6a', '2026-09-11'], ['UG-1a', '2026-03-25'], ['UG-1b', '2026-05-11'],
    ['UG-2a', '2026-06-11'], ['IN-1a', '2026-06-09'], ['IN-1b', '2026-05-11'], ['IN-2a', '2026-04-10'], ['JM-2a', '2026-04-01'], ['JM-2b', '2026-06-09'], ['MU-2a', '2026-04-01'], ['GB-1a', '2026-06-11'], ['GB-1b', '2027-03-11'],
    ['GB-2a', '2026-05-06'], ['GB-2b', '2026-03-25'], ['GB-3a', '2026-04-01'], ['GB-3b', '2026-03-18'], ['GB-3c', '2026-04-08'], ['ZA-1a', '2026-04-01'], ['ZA-1b', '2026-09-07'], ['ZA-2b', '2026-04-11'], ['NG-1b', '2026-03-25'],
    ['NG-1c', '2026-06-11'], ['NG-2a', '2026-03-25'], ['NG-2b', '2026-06-11'], ['GH-1a', '2026-09-11'], ['GH-1b', '2026-06-11'], ['GH-2b', '2026-04-01'], ['GH-2c', '2026-06-11'], ['PH-1a', '2026-05-11'], ['PH-1c', '2026-03-18'],
    ['TW-1', '2026-09-11'], ['CO-1b', '2026-03-21'], ['CO-1c', '2026-03-16'], ['CO-1d', '2026-03-31'], ['MX-1a', '2026-04-01'], ['MX-1b', '2026-04-21'], ['MX-1c', '2026-03-25'], ['MX-2', '2026-04-10'], ['AR-1a', '2026-04-06'], ['AR-2b', '2026-03-16'],
    ['PE-1', '2026-06-08'], ['DO-1a', '2026-05-10'], ['DO-1b', '2026-03-19'], ['CR-1', '2026-05-11'], ['BR-1', '2026-07-09'], ['DO-2', '2026-04-10'], ['BR-2', '2026-04-01'], ['ES-1a', '2026-04-10'], ['ES-1c', '2026-06-11'],
    ['DE-1a', '2026-04-11'], ['DE-1b', '2027-03-11'], ['FR-1', '2026-05-12'], ['BE-1a', '2026-09-11'], ['BE-1b', '2026-06-11'], ['BE-1c', '2026-05-10'], ['NL-1a', '2026-06-11'], ['NL-1b', '2026-04-22'], ['NL-1c', '2026-06-11'],
    ['NL-1d', '2026-04-08'], ['NL-1e', '2026-05-06'], ['IE-1a', '2026-06-11'], ['IE-1b', '2026-04-08'], ['IE-1c', '2026-03-21'], ['GDPR-1', '2026-06-11'],
  ])('%s from 11 March 2026: %s', (id, latestDate) => expect(deadlineById(id, { on: '2026-03-11' })).toMatchObject({ latestDate, status: 'computed' }));
  it('a version of an older law is used for its time', () => {
    expect(deadlineById('IE-1b', { on: '2018-03-01' })).toMatchObject({ version: 1, latestDate: '2018-03-22' });
    expect(deadlineById('GB-2', { on: '2024-12-01' }).version).toBe(1);
    expect(deadlineById('GB-2', { on: '2024-12-02' }).version).toBe(2);
    expect(['a', 'b', 'c', 'd'].map((letter) => deadlineById(`KE-2${letter}`, { on: '2021-02-01' }).version)).toEqual([1, 1, 1, 1]);
  });
  it('every rule computes or says why not, in words, for triggers over the years and on every basis', () => {
    const days = ['', '2025-22', '2015/..', '../2025', '2021', '2022-01~', '[2024-02-29,2024-03-01]', '2005-11-28', '2024-02-29', '2025-12-19', '2026-07-14', '2031-10-31'];
    const faults: string[] = [];
    for (const rule of rules) {
      for (const basis of [undefined, rule.versions.at(-1)?.startsFrom.at(-1), 'signed' as const]) {
        for (const on of days) {
          const result = deadlineById(rule.id, { on, ...(basis && { basis }) }, { today: '2026-11-25' });
          const { status, workingDate, latestDate, cutOff, trace, notes = [], prompts = [], alternatives = [], reason } = result;
          const dated = status === 'computed' || status === 'disputed';
          const words = [...trace.map((step) => traceText(step).text), ...notes.map(noteText), ...prompts.map(promptText)];
          const right = deadlineStatuses.includes(status) && [workingDate, latestDate, cutOff].every((day) => (day !== null) === dated) && (!dated || result.strictness === 'opens_remedy' || (workingDate ?? '') <= (latestDate ?? ''))
            && (status === 'not_computable') === (reason !== undefined) && (!reason || reasonText(reason).length > 20) && (status !== 'disputed' || alternatives.length > 1) && (alternatives.length === 0 || (dated && alternatives.length > 1 && alternatives[0]?.latestDate === latestDate))
            && words.every((text) => text.length > 0 && !/undefined|null|NaN|\[object/u.test(text));
          if (!right) faults.push(`${rule.id} ${on} ${basis ?? ''}: ${JSON.stringify(result)}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);
  it('a faulty record stops the start and is named', () => {
    const file = (name: string) => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as { rules: Record<string, unknown>[]; calendars: Record<string, unknown>[] };
    const good = file('rules/asia');
    const bad = (change: (rule: Record<string, unknown>) => Record<string, unknown>) => () => readLaw([{ ...good, rules: good.rules.map((rule, at) => (at === 0 ? change(rule) : rule)) }], [file('calendars/asia')]);
    expect(bad((rule) => rule)).not.toThrow();
    expect(bad((rule) => ({ ...rule, verification: 'verified' }))).toThrow(/IN-1a: verifiedBy verified_by_nobody/u);
    expect(bad((rule) => ({ ...rule, next: 'IN-9' }))).toThrow(/IN-1a.*IN-9/u);
    expect(bad((rule) => ({ ...rule, forum: 'nowhere' }))).toThrow(/no forum nowhere/u);
    expect(bad((rule) => ({ ...rule, id: 'IN-1b' }))).toThrow(/IN-1b is there twice/u);
    expect(bad((rule) => ({ ...rule, versions: [] }))).toThrow(/IN-1a: versions/u);
    expect(bad((rule) => ({ ...rule, versions: (rule['versions'] as Record<string, unknown>[]).map((version) => ({ ...version, confidence: 'uncertain' })) }))).toThrow(/uncertain_ships_disabled/u);
    expect(bad((rule) => ({ ...rule, enabled: false, versions: (rule['versions'] as Record<string, unknown>[]).map((version) => ({ ...version, confidence: 'uncertain' })) }))).toThrow(/uncertain_is_disputed/u);
    expect(bad((rule) => ({ ...rule, versions: [1, 2].flatMap((n) => (rule['versions'] as Record<string, unknown>[]).map((version) => ({ ...version, version: n }))) }))).toThrow(/versions_overlap/u);
  });
});

describe('The calendars as shipped', () => {
  it.each([
    ['KE', '2025-12-26', 'Boxing Day'], ['KE', '2023-12-26', 'Boxing Day'], ['KE', '2022-06-01', 'Madaraka Day'], ['UG', '2025-06-03', 'Martyrs’ Day'], ['UG', '2025-06-09', 'Heroes’ Day'], ['ZA', '2026-04-03', 'Good Friday'],
    ['ZA', '2026-04-06', 'Family Day'], ['ZA', '2027-03-22', 'Human Rights Day'], ['CO', '2026-06-08', 'Corpus Christi'], ['CO', '2026-06-15', 'Sacred Heart'], ['CO', '2026-01-12', 'Epiphany'], ['MX', '2026-05-05', '5 May'],
    ['GB', '2021-12-27', 'Christmas'], ['GB', '2021-12-28', 'Boxing Day'], ['GB', '2022-12-27', 'Christmas'], ['GB', '2022-12-26', 'Boxing Day'], ['GB', '2022-01-03', 'New Year'], ['GB', '2025-08-25', 'Summer bank holiday'],
    ['IE', '2026-02-02', 'St Brigid’s Day'], ['BE', '2025-05-29', 'Ascension'], ['AR', '2025-06-16', 'Güemes'], ['JM', '2025-10-20', 'National Heroes’ Day'], ['PH', '2025-08-25', 'National Heroes Day'], ['CJEU', '2026-12-25', 'Christmas'],
    ['NL', '2025-05-05', 'Liberation Day'], ['DO', '2025-05-05', 'Labour Day'], ['DO', '2022-08-15', 'Restoration Day'], ['DO', '2024-08-16', 'Restoration Day, when a government begins'],
    ['PH', '2023-11-27', 'Bonifacio Day, moved'], ['PH', '2024-08-23', 'Ninoy Aquino Day, moved'], ['PH', '2025-08-21', 'Ninoy Aquino Day'],
  ])('%s is closed on %s: %s', (id, day, name) => expect(closed(id, day)).toMatchObject({ kind: 'holiday', name }));
  it.each([['KE', '2025-12-24'], ['CO', '2026-01-06'], ['GB', '2022-05-30'], ['GB', '2025-12-29'], ['CJEU', '2026-12-28'], ['AR', '2025-06-17'], ['KW', '2025-03-09'], ['IL', '2025-03-09'], ['ZA', '2027-03-23'], ['DO', '2022-08-16'], ['DO', '2023-08-16'], ['DO', '2022-11-07'], ['PH', '2023-11-30'], ['PH', '2024-08-21'], ['PH', '2021-12-31'], ['AR', '2020-04-02']])(
    '%s is open on %s', (id, day) => expect(closed(id, day)).toBeUndefined());
  it('the week ends on Friday where it does', () => expect(['2025-03-07', '2025-03-08', '2025-03-09'].map((day) => closed('KW', day)?.kind)).toEqual(['weekend', 'weekend', undefined]));
  it('a holiday may move over New Year; a certain one stays closed where doubtful ones are taken as open', () => {
    const moved = { ...calendar('KW'), weekend: [6, 7], holidays: [{ name: 'Last day', month: 12, day: 31, shift: { '7': 1 } }] };
    expect(closedOn(moved, Temporal.PlainDate.from('2024-01-01'))).toMatchObject({ name: 'Last day' });
    expect(['2025-06-06', '2025-06-09'].map((day) => closedOn(calendar('UG'), Temporal.PlainDate.from(day), { doubtfulOpen: true })?.name)).toEqual([undefined, 'Heroes’ Day']);
    expect(closedOn(calendar('KE'), Temporal.PlainDate.from('2025-12-27'), { openWeekdays: [6] })).toBeUndefined();
    expect(closedOn(calendar('KE'), Temporal.PlainDate.from('2026-12-26'), { openWeekdays: [6] })).toMatchObject({ name: 'Boxing Day' });
  });
  it('each says where it is from, and none is verified', () => {
    expect(calendars.size).toBeGreaterThanOrEqual(29);
    for (const each of calendars.values()) expect([each.verification, each.source.length > 3, each.version], each.id).toEqual(['unverified', true, 1]);
  });
  it.each([[2000, '2000-04-23'], [2008, '2008-03-23'], [2011, '2011-04-24'], [2016, '2016-03-27'], [2019, '2019-04-21'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2038, '2038-04-25']])(
    'Easter of %d is %s', (year, day) => expect(easterOf(year).toString()).toBe(day));
});

describe('Law that changes', () => {
  const rule = ruleById('KE-1');
  if (!rule) throw new Error('no rule');
  const before = { rule, calendar: calendarOf(rule) };
  const late = { ...before.calendar, version: 2, holidays: [...before.calendar.holidays, { name: 'Idd-ul-Fitr', days: ['2026-09-21'] }] };
  it('a holiday announced late moves the date that touches it, and the difference says why', () => {
    const diff = recompute({ on: '2026-09-07' }, {}, before, { ...before, calendar: late });
    expect(diff).toMatchObject({ changed: true, before: { latestDate: '2026-09-21', calendarVersion: 1 }, after: { latestDate: '2026-09-22', calendarVersion: 2 } });
    expect(diff.why).toEqual([{ code: 'calendar_version', from: 1, to: 2 }, { code: 'closed_day_added', day: '2026-09-21', name: 'Idd-ul-Fitr' }]);
  });
  it('and leaves the others where they are', () => {
    expect(recompute({ on: '2026-09-09' }, {}, before, { ...before, calendar: late })).toMatchObject({ changed: false, why: [{ code: 'calendar_version' }] });
  });
  it('another version of a rule shows both dates', () => {
    const longer = { ...rule, versions: rule.versions.map((version) => (version.version === 2 && version.counting ? { ...version, version: 3, counting: { ...version.counting, n: 21 } } : version)) };
    const diff = recompute({ on: '2026-09-07' }, {}, before, { ...before, rule: longer });
    expect(diff).toMatchObject({ changed: true, before: { latestDate: '2026-09-21', ruleVersion: 2 }, after: { latestDate: '2026-09-28', ruleVersion: 3 }, why: [{ code: 'rule_version', from: 2, to: 3 }, { code: 'counted_differently', step: 'count' }] });
  });
  it('a day that is not certain gives two answers, and leaves the rule as sure as it was', () => {
    expect(deadlineFor(ruleById('UG-1') ?? rule, { on: '2025-05-23' }, calendar('UG'))).toMatchObject({ status: 'computed', verification: 'unverified', latestDate: '2025-06-06', workingDate: '2025-06-05', alternatives: [{ reading: 'uncertain_days_open', latestDate: '2025-06-06' }, { latestDate: '2025-06-10' }] });
  });
});
