import { describe, expect, it } from 'vitest';
import { dayOf, laneChart, type LaneFacts, placeLabels } from './lanes.ts';

const proceeding = (id: string, more: Partial<LaneFacts['proceedings'][number]> = {}) => ({ id, status: 'active', openedOn: null, closedOn: null, ordinal: 0, identifiers: [], ...more });
const event = (id: string, proceedingId: string | null, type: string, on: string, more: Partial<LaneFacts['events'][number]> = {}) => ({ id, proceedingId, type, on, planned: false, outcome: null, outcomeDetail: null, ...more });
const nothing: LaneFacts = { proceedings: [], links: [], events: [], claims: [] };
const lost = (proceedingId: string) => [{ id: 'c', dispositions: [{ claimId: 'c', proceedingId, code: 'dismissed_on_merits', favours: 'other', decidedOn: '2025-06-10' }] }];

describe('the lanes of a case', () => {
  it('ends a decided lane at its judgment, in the colour of what became of the claims', () => {
    const { lanes } = laneChart({ ...nothing, proceedings: [proceeding('hc', { status: 'decided' })], events: [event('f', 'hc', 'filing', '2022-04-25'), event('j', 'hc', 'judgment', '2025-06-10')], claims: lost('hc') }, '2025-06-10');
    expect(lanes[0]).toMatchObject({ state: 'ended', from: dayOf('2022-04-25'), to: dayOf('2025-06-10') });
    expect(lanes[0]?.marks.map(({ shape, result }) => [shape, result])).toEqual([['ring', undefined], ['decision', 'lost']]);
  });
  it('keeps a rough date rough and two dates two', () => {
    const { lanes } = laneChart({ ...nothing, proceedings: [proceeding('hc')], events: [event('h', 'hc', 'hearing', '2022-10'), event('f', 'hc', 'filing', '[2022-04-13,2022-04-25]')] }, '2025-06-10');
    expect(lanes[0]?.marks.map(({ shape, rough, twice }) => [shape, rough, twice])).toEqual([['ring', false, true], ['dot', true, false]]);
    expect(lanes[0]).toMatchObject({ state: 'pending', to: dayOf('2025-06-10') });
  });
  it('draws joined petitions into the lane they were joined into', () => {
    const { lanes } = laneChart({
      ...nothing,
      proceedings: [proceeding('all', { openedOn: '2019-02' }), ...['56', '58', '59'].map((n) => proceeding(n, { status: 'consolidated', openedOn: '2019-02', identifiers: [{ type: 'petition', value: `Petition ${n} of 2019`, disputed: false, preferred: true }] }))],
      links: ['56', '58', '59'].map((fromId) => ({ fromId, toId: 'all', type: 'consolidated_into', on: null })),
    }, '2020-01-30');
    expect(lanes.map(({ id }) => id)).toEqual(['all']);
    expect(lanes[0]?.joined.map(({ number }) => number)).toEqual(['56', '58', '59']);
  });
  it('draws the petition that leads as one of the joined', () => {
    const numbered = (id: string, status: string, ...identifiers: [string, string][]) => proceeding(id, { status, openedOn: '2019-02', identifiers: identifiers.map(([type, value], i) => ({ type, value, disputed: false, preferred: i === 0 })) });
    const { lanes } = laneChart({
      ...nothing,
      proceedings: [numbered('56', 'decided', ['consolidated', 'Petitions 56 and 58 of 2019'], ['petition', 'Petition 56 of 2019']), numbered('58', 'consolidated', ['petition', 'Petition 58 of 2019'])],
      links: [{ fromId: '58', toId: '56', type: 'consolidated_into', on: null }],
    }, '2020-01-30');
    expect(lanes[0]?.joined.map(({ number }) => number)).toEqual(['56', '58']);
  });
  it('takes an appeal from the judgment to the court above, and dashes one that is only possible', () => {
    const facts = {
      ...nothing,
      proceedings: [proceeding('hc', { status: 'decided' }), proceeding('coa', { openedOn: '2020-02-14', ordinal: 1 }), proceeding('sc', { status: 'anticipated', ordinal: 2 })],
      events: [event('j', 'hc', 'judgment', '2020-01-30')],
      links: [{ fromId: 'coa', toId: 'hc', type: 'appeal_from', on: null }, { fromId: 'sc', toId: 'coa', type: 'appeal_from', on: null }],
    };
    const { arrows, lanes } = laneChart(facts, '2022-01-01');
    expect(arrows).toEqual([
      { from: 'hc', to: 'coa', type: 'appeal_from', kind: 'onward', claims: undefined, leaves: dayOf('2020-01-30'), arrives: dayOf('2020-02-14'), dashed: false },
      { from: 'coa', to: 'sc', type: 'appeal_from', kind: 'onward', claims: undefined, leaves: dayOf('2022-01-01'), arrives: dayOf('2022-01-01'), dashed: true },
    ]);
    expect(lanes[2]).toMatchObject({ state: 'possible', from: dayOf('2022-01-01') });
  });
  it('opens the next door on the day of the decision', () => {
    const { lanes } = laneChart({
      ...nothing, proceedings: [proceeding('hc', { status: 'decided' }), proceeding('coa', { status: 'anticipated', ordinal: 1 })], events: [event('j', 'hc', 'judgment', '2025-06-10')],
      links: [{ fromId: 'coa', toId: 'hc', type: 'appeal_from', on: null }],
    }, '2026-01-01');
    expect(lanes[1]).toMatchObject({ state: 'possible', from: dayOf('2025-06-10') });
  });
  it('shows an order that was set aside as ended, a time limit as a clock, and leaves out what has no date or no court', () => {
    const { lanes } = laneChart({
      ...nothing, proceedings: [proceeding('hc')],
      events: [event('a', 'hc', 'order', '2024-07-25', { outcome: 'interim', outcomeDetail: 'granted' }), event('b', 'hc', 'order', '2024-08-12', { outcome: 'interim', outcomeDetail: 'set_aside' }),
        event('c', 'hc', 'deadline', '2025-06-24', { planned: true }), event('d', 'hc', 'hearing', ''), event('e', null, 'media', '2024-01-01')],
    }, '2025-06-10');
    expect(lanes[0]?.marks.map(({ shape }) => shape)).toEqual(['order', 'ended', 'clock']);
  });
  it('draws what the court answered to a friend of the court as its order, what was only asked as a stroke', () => {
    const { lanes } = laneChart({ ...nothing, proceedings: [proceeding('hc')], events: [event('a', 'hc', 'joinder', '2022-09-19'), event('b', 'hc', 'joinder', '2023-03-24', { outcome: 'amicus', outcomeDetail: 'admitted' })] }, '2025-06-10');
    expect(lanes[0]?.marks.map(({ shape }) => shape)).toEqual(['tick', 'order']);
  });
  it('has a chart even for a case with nothing in it', () => {
    const chart = laneChart(nothing, '2025-06-10');
    expect(chart.lanes).toEqual([]);
    expect(chart.end).toBeGreaterThan(chart.start);
  });
});

describe('the words beside the marks', () => {
  const where = (marks: Parameters<typeof placeLabels>[0]) => placeLabels(marks).map((place) => place && `${place.side} ${place.anchor}`);
  it('stand above and centred, those of a filing below', () => {
    expect(where([{ shape: 'ring', at: 0.3, width: 0.1 }, { shape: 'decision', at: 0.3, width: 0.1 }])).toEqual(['below middle', 'above middle']);
  });
  it('move aside for each other, so that a crowded year says everything', () => {
    // the Uganda case: filed, amicus sought, first hearing, amici admitted within a year, five years drawn
    const placed = placeLabels([{ shape: 'ring', at: 0.06, width: 0.16 }, { shape: 'tick', at: 0.138, width: 0.12 }, { shape: 'dot', at: 0.152, width: 0.12 }, { shape: 'order', at: 0.236, width: 0.13 }, { shape: 'decision', at: 0.65, width: 0.12 }]);
    expect(placed.every((place) => place !== undefined)).toBe(true);
    for (const side of ['above', 'below']) {
      const spans = placed.flatMap((place) => (place?.side === side ? [place] : [])).sort((a, b) => a.from - b.from);
      spans.forEach(({ from }, i) => { expect(from).toBeGreaterThan(spans[i - 1]?.to ?? -1); });
    }
  });
  it('stand beside an arrow, never across it', () => {
    expect(placeLabels([{ shape: 'decision', at: 0.5, width: 0.1 }, { shape: 'ring', at: 0.5, width: 0.1 }], [{ side: 'below', from: 0.5, to: 0.52 }]).map((place) => place && `${place.side} ${place.anchor}`)).toEqual(['above middle', 'below end']);
    expect(placeLabels([{ shape: 'dot', at: 0.5, width: 0.1 }], (['above', 'below'] as const).map((side) => ({ side, from: 0.5, to: 0.52 })))).toEqual([undefined]);
    expect(placeLabels([{ shape: 'ring', at: 0.5, width: 0.1 }], [{ side: 'below', from: 0.53, to: 0.56 }])[0]).toMatchObject({ side: 'below', anchor: 'end' });
  });
  it('are left out where there is no room, the weightiest last, and never leave the chart', () => {
    expect(where(['dot', 'dot', 'dot', 'dot', 'decision', 'dot', 'dot'].map((shape) => ({ shape: shape as 'dot', at: 0.5, width: 0.3 }))).filter(Boolean)).toEqual(['above start', 'below middle', 'above end']);
    expect(where([{ shape: 'decision', at: 0.99, width: 0.2 }, { shape: 'tick', at: 0.01, width: 0.2 }])).toEqual(['above end', 'above start']);
  });
});

describe('arrows', () => {
  const facts = { ...nothing, proceedings: [proceeding('a', { openedOn: '2020-01-01' }), proceeding('b', { openedOn: '2021-01-01', ordinal: 1 })], claims: ['one', 'two'].map((id) => ({ id, proceedingId: 'a', dispositions: [] })) };
  const link = (type: string, more: object = {}) => ({ fromId: 'b', toId: 'a', type, on: null, ...more });
  it('are drawn for every link that is not a joining, by what it does to the matter', () => {
    const kinds = (type: string) => laneChart({ ...facts, links: [link(type)] }, '2022-01-01').arrows.map(({ kind }) => kind);
    for (const type of ['appeal_from', 'cross_appeal', 'transferred_from', 'severed_from', 'remitted_from', 'referred_from', 'exhausted_for']) expect([type, kinds(type)]).toEqual([type, ['onward']]);
    for (const type of ['stay_application_in', 'enforcement_of', 'contempt_in', 'interpretation_of']) expect([type, kinds(type)]).toEqual([type, ['aside']]);
    expect([kinds('parallel_to'), kinds('consolidated_into'), kinds('lead_of')]).toEqual([['beside'], [], []]);
  });
  it('say how many claims went along, where not all did', () => {
    const claims = (claimIds?: string[]) => laneChart({ ...facts, links: [link('appeal_from', { claimIds })] }, '2022-01-01').arrows[0]?.claims;
    expect([claims(['one']), claims(['one', 'two']), claims()]).toEqual([{ carried: 1, of: 2 }, undefined, undefined]);
  });
  it('a severed file has a lane of its own again', () => {
    const links = [link('consolidated_into', { on: '2021-02-01' }), link('severed_from', { on: '2021-06-01' })];
    expect(laneChart({ ...facts, links: links.slice(0, 1) }, '2022-01-01').lanes.map(({ id }) => id)).toEqual(['a']);
    const { lanes, arrows } = laneChart({ ...facts, links }, '2022-01-01');
    expect([lanes.map(({ id }) => id), arrows.map(({ type, arrives }) => [type, arrives])]).toEqual([['a', 'b'], [['severed_from', dayOf('2021-06-01')]]]);
  });
  it('a deadline that still waits is a clock on its lane; one that is done is not', () => {
    const deadline = (status: string) => ({ id: 'd', proceedingId: 'b', latestOn: '2021-03-01', status });
    const clocks = (status: string) => laneChart({ ...facts, deadlines: [deadline(status)] }, '2022-01-01').lanes[1]?.marks.filter(({ shape }) => shape === 'clock').length;
    expect(['open', 'missed', 'met', 'moot'].map(clocks)).toEqual([1, 1, 0, 0]);
  });
});
