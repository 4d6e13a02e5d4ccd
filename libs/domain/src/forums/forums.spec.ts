import { describe, expect, it } from 'vitest';
import forumsData from './data/forums.json' with { type: 'json' };
import treatiesData from './data/treaties.json' with { type: 'json' };
import { addForumMemo, type CaseFacts, forumsFor, type Lane, readForums, shippedForums, sinceMemo, snapshotOf, treatyStatusOn } from './index.ts';

const lane = (more: Partial<Lane> & Pick<Lane, 'id' | 'court' | 'country'>): Lane => ({ courtName: more.court, level: 'first_instance', parent: null, status: 'decided', openedOn: null, decidedOn: null, decidedBasis: 'pronounced', servedOn: null, ...more });
const case_ = (states: string[], lanes: Lane[], more: Partial<CaseFacts> = {}): CaseFacts => ({ states, lanes, links: [], filedOn: null, now: '2026-11-30T09:00:00Z', actOn: null, deadlines: [], library: [], ...more });
const high = lane({ id: 'high', court: 'ug-high-court', country: 'UG', courtName: 'High Court of Uganda', parent: 'ug-court-of-appeal', decidedOn: '2025-06-10' });
/** The demo's Uganda case on the day of the ruling: an appeal and a complaint are thought of, none is filed. */
const uganda = (more: Partial<CaseFacts> = {}) => case_(['UG'], [high, lane({ id: 'appeal', court: 'ug-court-of-appeal', country: 'UG', status: 'anticipated' })], { links: [{ fromId: 'appeal', toId: 'high', type: 'appeal_from' }], filedOn: '2025-06-10', ...more });
const supreme = lane({ id: 'sc', court: 'mu-supreme-court', country: 'MU', parent: 'gb-jcpc', decidedOn: '2015-05-29' });
const privy = lane({ id: 'pc', court: 'gb-jcpc', country: 'GB', level: 'supreme', status: 'final', decidedOn: '2016-10-31' });
const committee = lane({ id: 'hrc', court: 'un-human-rights-committee', courtName: 'UN Human Rights Committee', country: 'UN-HRC', level: 'quasi_judicial', decidedOn: '2021-03-24', decidedBasis: 'dated' });
const mauritius = (lanes: Lane[], filedOn: string | null) => case_(['MU'], lanes, { filedOn, links: [{ fromId: 'pc', toId: 'sc', type: 'appeal_from' }] });
const of = (facts: CaseFacts, id: string) => { const found = forumsFor(facts).forums.find((each) => each.id === id); if (!found) throw new Error(`no ${id}`); return found; };

describe('Uganda on the day of the ruling', () => {
  it.each([
    ['ug-court-of-appeal', 'closes', '2025-06-24', 14], ['eacj', 'closes', '2025-08-10', 61],
    ['ug-constitutional-court', 'open', null, null], ['au-achpr', 'open', null, null], ['au-acerwc', 'open', null, null], ['un-human-rights-committee', 'open', null, null],
    ['au-afchpr', 'unknown', null, null], ['un-cescr', 'unknown', null, null], ['ug-pdpo', 'unknown', null, null],
    ['ecowas-ccj', 'not_available', null, null], ['coe-ecthr', 'not_available', '2025-10-10', 122], ['oas-iachr', 'not_available', null, null],
  ])('%s: %s', (id, state, lastDay, days) => { expect(of(uganda(), id)).toMatchObject({ state, lastDay, days }); });
  it('the appeal has its trace, the rule that followed and the day to aim for', () => {
    const { time, workingDate, zone } = of(uganda(), 'ug-court-of-appeal');
    expect(time).toMatchObject({ rule: 'UG-1a', on: '2025-06-10', basis: 'pronounced' });
    expect([workingDate, zone]).toEqual(['2025-06-23', 'Africa/Kampala']);
    expect(time?.result?.trace.map(({ step }) => step)).toEqual(expect.arrayContaining(['rule', 'count', 'calendar', 'working_date', 'then']));
  });
  it('regional bodies say that the appeal at home is still open', () => {
    expect(of(uganda(), 'au-achpr').remedies).toMatchObject({ state: 'not_finished', open: [{ id: 'ug-court-of-appeal', lastDay: '2025-06-24' }] });
    expect(of(uganda(), 'eacj').remedies).toBeNull();
  });
  it('a day later than the last one: closed; remedies at home were not used, which is told and shuts nothing', () => {
    const late = uganda({ filedOn: '2025-06-25' });
    expect(of(uganda({ filedOn: '2025-06-24' }), 'ug-court-of-appeal')).toMatchObject({ state: 'closes', days: 0 });
    expect(of(late, 'ug-court-of-appeal')).toMatchObject({ state: 'closed', because: 'time_over', days: -1 });
    expect(of(late, 'au-achpr')).toMatchObject({ state: 'open', remedies: { state: 'at_risk', missed: ['Court of Appeal of Uganda'] } });
    expect(of(late, 'un-human-rights-committee').time).toMatchObject({ on: '', because: 'exhaustion_doubtful', perhaps: '2025-06-10' });
  });
  it('more time given by a court beats the rule', () => {
    const given = { id: 'd', ruleId: 'UG-1a', latestOn: '2025-08-01', status: 'extended', confirmedName: null, firm: true };
    expect(of(uganda({ filedOn: '2025-07-01', deadlines: [given] }), 'ug-court-of-appeal')).toMatchObject({ state: 'closes', lastDay: '2025-08-01', days: 31 });
    expect(of(uganda({ filedOn: '2025-07-01', deadlines: [{ ...given, firm: false }] }), 'ug-court-of-appeal').state).toBe('closed');
  });
  it('once the appeal is filed it is there, and the bodies wait for it', () => {
    const filed = case_(['UG'], [high, lane({ id: 'appeal', court: 'ug-court-of-appeal', courtName: 'Court of Appeal of Uganda', country: 'UG', status: 'active', openedOn: '2025-06-20' })], { links: [{ fromId: 'appeal', toId: 'high', type: 'appeal_from' }] });
    expect(of(filed, 'ug-court-of-appeal')).toMatchObject({ state: 'not_available', because: 'is_there' });
    expect(of(filed, 'au-achpr').remedies).toMatchObject({ state: 'not_finished', pending: ['Court of Appeal of Uganda'] });
    expect(of(filed, 'ug-supreme-court')).toMatchObject({ state: 'not_available', because: 'below_pending' });
  });
  it('sent back down and decided anew: the way up is open again from there, and the first appeal is no end of its own', () => {
    const appeal = lane({ id: 'appeal', court: 'ug-court-of-appeal', country: 'UG', level: 'appellate', parent: 'ug-supreme-court', decidedOn: '2026-03-02' });
    const again = lane({ ...high, id: 'again', decidedOn: '2026-10-05' });
    const back = { links: [{ fromId: 'appeal', toId: 'high', type: 'appeal_from' }, { fromId: 'again', toId: 'appeal', type: 'remitted_from' }], filedOn: '2026-10-10' };
    expect(of(case_(['UG'], [high, appeal, again], back), 'ug-court-of-appeal')).toMatchObject({ state: 'closes', lastDay: '2026-10-19' });
    expect(forumsFor(case_(['UG'], [high, appeal, again], back)).forums.map(({ id }) => id)).not.toContain('ug-supreme-court');
    expect(of(case_(['UG'], [high, appeal, { ...again, status: 'active', decidedOn: null }], back), 'au-achpr').remedies?.state).toBe('not_finished');
  });
  it('a ruling that is under appeal may still be the act for the East African Court, and no end for the bodies that wait', () => {
    const kenya = case_(['KE'], [lane({ id: 'p', court: 'ke-high-court', country: 'KE', decidedOn: '2020-01-30' }), lane({ id: 'a', court: 'ke-court-of-appeal', country: 'KE', level: 'appellate', status: 'active' })], { links: [{ fromId: 'a', toId: 'p', type: 'appeal_from' }] });
    expect(of(kenya, 'eacj')).toMatchObject({ state: 'closed', lastDay: '2020-03-30', time: { because: 'ruling_taken_as_act' } });
    expect(of(kenya, 'au-achpr').time).toMatchObject({ on: '', because: 'not_exhausted' });
  });
  it('a rough day of the ruling counts nothing and says from when it could run', () => {
    const rough = case_(['UG'], [{ ...high, decidedOn: '2025-06' }], { filedOn: '2025-06-20' });
    expect(of(rough, 'ug-court-of-appeal')).toMatchObject({ state: 'unknown', because: 'cannot_count', lastDay: null, time: { result: { earliestPossible: '2025-06-01' } } });
    expect(of(rough, 'au-achpr').remedies?.state).toBe('unknown');
  });
  it('the act itself may start the clock of the East African Court long before the ruling', () => {
    expect(of(uganda({ actOn: '2021-03-01' }), 'eacj')).toMatchObject({ state: 'closed', lastDay: '2021-05-01', time: { basis: 'occurred', because: 'act' } });
    expect(of(uganda(), 'eacj').time?.because).toBe('ruling_taken_as_act');
  });
});

describe('Mauritius through three forums', () => {
  it('after the Privy Council the remedies at home are used up and Geneva is open', () => {
    const before = mauritius([supreme, privy], '2017-12-15');
    expect(of(before, 'un-human-rights-committee')).toMatchObject({ state: 'open', remedies: { state: 'done', on: '2016-10-31' }, time: { on: '2016-10-31', basis: 'exhausted' } });
    expect(of(before, 'gb-jcpc-mu')).toMatchObject({ state: 'not_available', because: 'was_there' });
    expect(of(before, 'reopening-from-gb-jcpc')).toMatchObject({ state: 'unknown', elsewhere: [] });
    expect(of(before, 'eacj')).toMatchObject({ state: 'not_available', because: 'other_region' });
  });
  it('while Geneva has it, and after: who is shut by the words of its own text, and who is not', () => {
    const pending = mauritius([supreme, privy, { ...committee, status: 'active', decidedOn: null, openedOn: '2017-12-15' }], '2018-06-01');
    expect(of(pending, 'un-human-rights-committee')).toMatchObject({ state: 'not_available', because: 'is_there' });
    expect(of(pending, 'un-cedaw')).toMatchObject({ state: 'not_available', because: 'pending_elsewhere' });
    expect(of(pending, 'au-achpr')).toMatchObject({ state: 'open', elsewhere: [{ when: 'pending', effect: 'warns' }] });
    const decided = mauritius([supreme, privy, committee], null);
    expect(of(decided, 'un-human-rights-committee')).toMatchObject({ state: 'not_available', because: 'was_there' });
    expect(of(decided, 'au-achpr')).toMatchObject({ state: 'not_available', because: 'decided_elsewhere', elsewhere: [{ court: 'UN Human Rights Committee', effect: 'stops' }] });
    expect(of(decided, 'au-acerwc')).toMatchObject({ state: 'open', elsewhere: [{ effect: 'warns' }] });
  });
});

describe('exclusion by the texts', () => {
  const achpr = lane({ id: 'x', court: 'au-achpr', courtName: 'African Commission', country: 'ACHPR', level: 'quasi_judicial', decidedOn: '2024-03-01' });
  const echr = (level: string, status: string) => case_(['DE'], [lane({ id: 'h', court: 'de-bundesverfassungsgericht', country: 'DE', level: 'constitutional', decidedOn: '2024-01-10' }), lane({ id: 'x', court: 'un-cerd', country: 'UN-CERD', level, status })], { filedOn: '2024-03-01' });
  it('ECtHR art. 35(2)(b): pending or decided elsewhere', () => {
    for (const status of ['active', 'decided']) expect(of(echr('quasi_judicial', status), 'coe-ecthr')).toMatchObject({ state: 'not_available', because: status === 'active' ? 'pending_elsewhere' : 'decided_elsewhere' });
    expect(of(echr('quasi_judicial', 'withdrawn'), 'coe-ecthr').because, 'withdrawn is neither').toBe('treaty_not_checked');
  });
  it('ICCPR-OP1 art. 5(2)(a): decided elsewhere shuts nothing, but Uganda made a reservation', () => {
    expect(of(case_(['UG'], [high, achpr]), 'un-human-rights-committee')).toMatchObject({ state: 'not_available', because: 'reservation' });
    expect(of(case_(['MU'], [supreme, privy, achpr], { links: [{ fromId: 'pc', toId: 'sc', type: 'appeal_from' }] }), 'un-human-rights-committee')).toMatchObject({ state: 'open', time: { rule: 'UN-1b', on: '2024-03-01' } });
  });
  it('ECOWAS: only another international court counts, and no exhaustion', () => {
    const gambia = (level: string) => case_(['GM'], [lane({ id: 'x', court: 'au-afchpr', country: 'AfCHPR', level, status: 'active' })]);
    expect(of(gambia('regional'), 'ecowas-ccj')).toMatchObject({ state: 'not_available', because: 'pending_elsewhere' });
    expect(of(gambia('quasi_judicial'), 'ecowas-ccj')).toMatchObject({ state: 'unknown', because: 'treaty_not_checked', remedies: null });
  });
});

describe('treaty status on the day that matters', () => {
  it.each([
    ['UG', 'ACHPR', '2025-06-10', 'bound'], ['UG', 'ACHPR', '1985-01-01', 'not_yet'], ['MU', 'ICCPR-OP1', '2017-12-15', 'bound'],
    ['JM', 'ICCPR-OP1', '1998-01-22', 'bound'], ['JM', 'ICCPR-OP1', '1998-01-23', 'ended'],
    ['TZ', 'AfCHPR-34(6)', '2018-03-22', 'bound'], ['TZ', 'AfCHPR-34(6)', '2020-11-21', 'bound'], ['TZ', 'AfCHPR-34(6)', '2020-11-22', 'ended'], ['TZ', 'AfCHPR-34(6)', '2010-03-28', 'not_yet'],
    ['RW', 'AfCHPR-34(6)', '2017-03-01', 'ended'], ['BJ', 'AfCHPR-34(6)', '2021-03-26', 'ended'], ['CI', 'AfCHPR-34(6)', '2021-04-29', 'bound'],
    ['UG', 'AfCHPR-34(6)', '2020-01-01', 'none'], ['UG', 'AfCHPR-34(6)', '2025-06-10', 'none_then'], ['KE', 'ICCPR-OP1', '2024-06-01', 'none'],
    ['GH', 'AfCHPR-34(6)', '2024-06-01', 'not_checked'], ['ZM', 'ACHPR', '2024-06-01', 'not_checked'], ['UG', 'ECHR', '2024-06-01', 'not_checked'],
  ])('%s %s on %s: %s', (state, instrument, on, status) => { expect(treatyStatusOn(state, instrument, on, shippedForums)).toMatchObject({ status, source: expect.stringMatching(/./u) }); });
  it('an entry older than the day says so', () => {
    expect(treatyStatusOn('UG', 'ACHPR', '2026-11-30', shippedForums)).toMatchObject({ status: 'bound', beyond: true, asOf: '2024-12-31' });
  });
});

describe('States never seen before', () => {
  it('are "not checked" with where to look, never guessed', () => {
    const { forums } = forumsFor(case_(['ZM'], [lane({ id: 'h', court: 'zm-high-court', courtName: 'High Court of Zambia', country: 'ZM', decidedOn: '2025-02-03' })]));
    expect(forums.filter(({ state }) => state === 'open' || state === 'closes')).toEqual([]);
    for (const { id, because, steps, treaties } of forums.filter(({ state, group }) => state === 'unknown' && group === 'international')) {
      expect(because, id).toBe('treaty_not_checked');
      expect(treaties.every(({ status, source }) => status === 'not_checked' && source.length > 5), id).toBe(true);
      expect(steps.some(({ of: which, verdict }) => which === 'treaty' && verdict === 'unknown'), id).toBe(true);
    }
    const home = forums.filter(({ group }) => group === 'national');
    expect(home.map(({ id, state }) => [id, state])).toEqual([['appeal-from-zm-high-court', 'unknown'], ['authority-zm', 'unknown']]);
    expect(forums.find(({ id }) => id === 'au-achpr')?.remedies?.state, 'whether a remedy is left is not known').toBe('unknown');
  });
  it('a highest court has nothing above it: remedies are used up, looking again is not checked', () => {
    const { forums } = forumsFor(case_(['ZA'], [lane({ id: 'c', court: 'za-constitutional-court', country: 'ZA', level: 'constitutional', decidedOn: '2024-05-06' })]));
    expect(forums.find(({ id }) => id === 'reopening-from-za-constitutional-court')).toMatchObject({ state: 'unknown', because: 'no_rule' });
    expect(forums.find(({ id }) => id === 'un-cescr')?.remedies).toMatchObject({ state: 'done', on: '2024-05-06' });
  });
  it('without a State nothing can be told', () => { expect(forumsFor(case_([], [])).forums.every(({ state }) => state === 'unknown' || state === 'not_available')).toBe(true); });
});

it('India: the highest court may look again, and that is no remedy to be used first', () => {
  const india = case_(['IN'], [lane({ id: 's', court: 'in-supreme-court', country: 'IN', level: 'supreme', decidedOn: '2018-09-26' })], { filedOn: '2018-10-01' });
  expect(of(india, 'in-supreme-court-review')).toMatchObject({ state: 'closes', lastDay: '2018-10-26', kind: 'reopening' });
  expect(of(india, 'in-supreme-court-curative')).toMatchObject({ state: 'open' });
  expect(of(india, 'un-human-rights-committee')).toMatchObject({ state: 'not_available', because: 'treaty_none', remedies: { state: 'done' } });
});
it('scenario 11, rule by date: six months before Strasbourg for a decision of 31 January 2022, four for one of 1 February', () => {
  const last = (decidedOn: string) => of(case_(['DE'], [lane({ id: 'c', court: 'de-bundesverfassungsgericht', country: 'DE', level: 'constitutional', decidedOn })], { filedOn: '2022-03-01' }), 'coe-ecthr').lastDay;
  expect([last('2022-01-31'), last('2022-02-01')]).toEqual(['2022-07-31', '2022-06-01']);
});
it('scenario 9, leap day: a year after exhaustion on 29 February 2028', () => {
  expect(of(case_(['MU'], [supreme, { ...privy, decidedOn: '2028-02-29' }], { filedOn: '2028-03-01', links: [{ fromId: 'pc', toId: 'sc', type: 'appeal_from' }] }), 'un-cescr').lastDay).toBe('2029-02-28');
});
it('today is the day at the forum, not at the reader', () => {
  const at = (now: string) => of(uganda({ filedOn: null, now }), 'ug-court-of-appeal');
  expect(at('2025-06-24T20:30:00Z')).toMatchObject({ filedOn: '2025-06-24', state: 'closes', days: 0 });
  expect(at('2025-06-24T21:30:00Z')).toMatchObject({ filedOn: '2025-06-25', state: 'closed' });
});
it('what was decided there is a list with n, from the court below where it has none; speed is a list too', () => {
  const library = [{ slug: 'ug', name: 'ISER', court: 'ug-high-court', result: 'lost', filedOn: '2022-04', decidedOn: '2025-06-10' }, { slug: 'mu', name: 'Madhewoo', court: 'un-human-rights-committee', result: 'won', filedOn: '2017-12-15', decidedOn: '2021-03-24' }];
  expect(of(uganda({ library }), 'ug-court-of-appeal').climate).toEqual({ of: 'below', items: [library[0]] });
  expect(of(uganda({ library }), 'un-human-rights-committee')).toMatchObject({ climate: { of: 'forum', items: [library[1]] }, speed: [{ slug: 'mu', months: 39 }] });
  expect(of(uganda({ library }), 'eacj')).toMatchObject({ climate: { of: 'forum', items: [] }, speed: [] });
});
it('what closes what, of the open ones alone', () => {
  const { relations } = forumsFor(uganda());
  expect(relations.map(({ kind }) => kind)).toEqual(['either_or', 'first_then', 'side_by_side']);
  expect(relations[0]?.first).toContain('un-human-rights-committee');
  expect(relations[0]?.others).toContain('au-achpr');
  expect(relations[2]).toEqual({ kind: 'side_by_side', first: ['ug-court-of-appeal'], others: ['eacj'] });
});
it('every answer has its steps with a source where a text is meant, and a step that decides', () => {
  for (const facts of [uganda(), mauritius([supreme, privy, committee], null), case_(['JM'], []), case_(['KE', 'UG'], [high])]) {
    for (const { id, because, steps, state } of forumsFor(facts).forums) {
      expect(steps.map(({ of: which }) => which), id).toEqual(expect.arrayContaining(['state', 'standing', 'exclusion', 'time', 'exhaustion', 'binding']));
      expect(steps.some(({ code }) => code === because), `${id} ${state} ${because}`).toBe(true);
      expect(steps.filter(({ text, source }) => text && !source).map(({ code }) => code), id).toEqual([]);
    }
  }
});

describe('the data', () => {
  it('say source, date and how far each was read; none passes for verified', () => {
    for (const { source, asOf, basis, instrument, state } of shippedForums.status) expect([source.length > 3, asOf <= '2026-11-30', ['found', 'known'].includes(basis)], `${state} ${instrument}`).toEqual([true, true, true]);
    expect(new Set(shippedForums.status.map(({ state, instrument, from }) => `${state} ${instrument} ${from}`)).size).toBe(shippedForums.status.length);
  });
  it.each([
    ['a rule that does not exist', { ...forumsData, forums: [{ ...forumsData.forums[0], rules: [{ id: 'XX-1' }] }] }, treatiesData, /no deadline rule XX-1/u],
    ['the same forum twice', { ...forumsData, forums: [forumsData.forums[0], forumsData.forums[0]] }, treatiesData, /there twice/u],
    ['a treaty that ends before it begins', forumsData, { ...treatiesData, status: [{ instrument: 'ACHPR', state: 'UG', how: 'ratified', from: '2000-01-01', to: '1999-01-01', source: 'x', basis: 'known', asOf: '2024-12-31' }] }, /ends_before_start/u],
    ['a fact without a source', forumsData, { ...treatiesData, status: [{ instrument: 'ACHPR', state: 'UG', how: 'ratified', from: '2000-01-01', source: '', basis: 'known', asOf: '2024-12-31' }] }, /source/u],
  ])('refuse %s', (_, forums, treaties, why) => { expect(() => readForums(forums, treaties)).toThrow(why); });
});

describe('a decision memo', () => {
  const memo = { legalCaseId: '0198f3a0-0000-7000-8000-000000000001', after: 0, decision: 'Appeal first.', reasons: 'It keeps the others open.', chosen: ['ug-court-of-appeal'] };
  it.each([
    [{ chosen: [] }, 'chosen'], [{ reasons: ' ' }, 'reasons'], [{ decision: '' }, 'decision'], [{ chosen: ['eacj', 'eacj'] }, 'chosen'], [{ rejected: [{ forum: 'ug-court-of-appeal', why: 'x' }] }, 'rejected.0.forum'],
    [{ rejected: [{ forum: 'eacj', why: '' }] }, 'rejected.0.why'], [{ filedOn: '2025-02-30' }, 'filedOn'], [{ decideBy: 'soon' }, 'decideBy'], [{ after: -1 }, 'after'],
  ])('is refused by field: %o', (more, field) => { expect(addForumMemo.safeParse({ ...memo, ...more }).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]); });
  it('keeps what the chooser said that day, and can be compared with what it says now', () => {
    expect(addForumMemo.safeParse(memo).success).toBe(true);
    const then = snapshotOf(forumsFor(uganda()));
    expect(JSON.stringify(then).length).toBeLessThan(20_000);
    expect(sinceMemo(then, forumsFor(uganda()))).toEqual([]);
    const more = { id: 'd', ruleId: 'UG-1a', latestOn: '2025-07-01', status: 'extended', confirmedName: null, firm: true };
    expect(sinceMemo(then, forumsFor(uganda({ deadlines: [more] }))).map(({ id, is }) => [id, is?.lastDay]), 'a day that moved').toEqual([['ug-court-of-appeal', '2025-07-01']]);
    expect(sinceMemo(then, forumsFor(uganda({ filedOn: '2025-06-30' })))).toEqual([{ id: 'ug-court-of-appeal', name: 'Court of Appeal of Uganda', was: { state: 'closes', lastDay: '2025-06-24' }, is: { state: 'closed', lastDay: '2025-06-24' } }]);
  });
});
