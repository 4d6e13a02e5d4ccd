import { describe, expect, it } from 'vitest';
import { claimsBefore, codesOf, countFiles, filesLeftOut, firstFiling, heardTogether, laterProceedings, leadOf, linkFaults, type LinkLike, ProceedingLinkType, recordsOf } from './index.ts';
import { compareNumbers, conflictingNumbers, findsNumber, numberKey, sameMatters, shownNumber } from './index.ts';

const link = (fromId: string, type: ProceedingLinkType, toId: string, more: Partial<LinkLike> = {}): LinkLike => ({ fromId, toId, type, ...more });
const reasons = (links: LinkLike[], added: LinkLike, known: Parameters<typeof linkFaults>[2] = {}) => linkFaults(links, added, known).map(({ field, reason }) => `${field} ${reason}`);

describe('Invariant 2: links of instances run one way, in time', () => {
  it('A → B → A′ is legal, A → B → A is refused', () => {
    const appeal = link('B', 'appeal_from', 'A');
    expect(reasons([appeal], link('A2', 'remitted_from', 'B'))).toEqual([]);
    expect(reasons([appeal], link('A', 'remitted_from', 'B'))).toEqual(['fromId remittal_needs_new_proceeding']);
    expect(reasons([appeal], link('A', 'appeal_from', 'B'))).toEqual(['fromId closes_circle']);
    expect(reasons([appeal, link('A2', 'remitted_from', 'B')], link('B2', 'appeal_from', 'A2'))).toEqual([]);
    expect(reasons([appeal, link('C', 'cassation_of', 'B')], link('A', 'review_of', 'C'))).toEqual(['fromId closes_circle']);
  });
  it('an appeal from oneself, whatever the kind of link', () => {
    for (const type of codesOf(ProceedingLinkType)) expect(reasons([], link('A', type, 'A'))).toContain('toId same_proceeding');
  });
  it('nothing is an appeal from what began later; rough dates that overlap are taken', () => {
    const proceedings = [{ id: 'A', openedOn: '2020-05-01' }, { id: 'B', openedOn: '2019-12-31' }, { id: 'C', openedOn: '2020' }, { id: 'D' }];
    expect(reasons([], link('B', 'appeal_from', 'A'), { proceedings })).toEqual(['fromId before_what_it_follows']);
    for (const later of ['C', 'D']) expect(reasons([], link(later, 'appeal_from', 'A'), { proceedings })).toEqual([]);
    expect(reasons([], link('B', 'parallel_to', 'A'), { proceedings })).toEqual([]);
  });
  it('the same link twice, and a claim that is not of the case', () => {
    expect(reasons([link('B', 'appeal_from', 'A')], link('B', 'appeal_from', 'A'))).toEqual(['toId repeated']);
    expect(reasons([], link('B', 'appeal_from', 'A', { claimIds: ['a', 'x'] }), { claims: [{ id: 'a' }] })).toEqual(['claimIds[1] unknown']);
  });
});

describe('Links carry claims', () => {
  const claims = [{ id: 'collect', proceedingId: 'sc' }, { id: 'store', proceedingId: 'sc' }, { id: 'card', proceedingId: 'hrc' }];
  it('the Mauritius chain: one claim went to London, two to Geneva', () => {
    const links = [link('pc', 'appeal_from', 'sc', { claimIds: ['collect'] }), link('hrc', 'exhausted_for', 'pc', { claimIds: ['collect'] })];
    expect([claimsBefore('sc', links, claims), claimsBefore('pc', links, claims), claimsBefore('hrc', links, claims)]).toEqual([['collect', 'store'], ['collect'], ['collect', 'card']]);
  });
  it('a link that names no claims carries all; one that only stands beside carries none', () => {
    expect(claimsBefore('pc', [link('pc', 'appeal_from', 'sc')], claims)).toEqual(['collect', 'store']);
    expect(claimsBefore('pc', [link('pc', 'parallel_to', 'sc')], claims)).toEqual([]);
    expect(claimsBefore('sc', [link('sc', 'appeal_from', 'pc'), link('pc', 'appeal_from', 'sc')], claims)).toEqual(['collect', 'store']);
  });
  it('later courts, the nearest first; an appeal from the lead is one from every joined file', () => {
    const links = [link('C', 'appeal_from', 'B'), link('B', 'appeal_from', 'A'), link('N', 'exhausted_for', 'C'), link('A1', 'consolidated_into', 'A')];
    expect([laterProceedings(links, 'A'), laterProceedings(links, 'A1'), laterProceedings(links, 'N')]).toEqual([['B', 'C'], ['B', 'C'], []]);
  });
});

describe('Scenario 2: consolidated petitions', () => {
  const joined = [link('p58', 'consolidated_into', 'p56', { on: '2019-03' }), link('p59', 'consolidated_into', 'p56', { on: '2019-03' })];
  const all = {
    parties: [{ name: 'Nubian Rights Forum', proceedingId: 'p56' }, { name: 'Kenya Human Rights Commission', proceedingId: 'p58' }, { name: 'Kenya National Commission on Human Rights', proceedingId: 'p59' }],
    claims: [{ id: 'dna', proceedingId: 'p56' }, { id: 'dna58', proceedingId: 'p58' }, { id: 'process', proceedingId: 'p59' }],
    dispositions: [{ claimId: 'dna', proceedingId: 'p56' }, { claimId: 'dna58', proceedingId: 'p58' }, { claimId: 'process', proceedingId: 'p59' }],
  };
  it('one decision, three proceedings', () => {
    const judgment = { id: 'judgment', proceedingIds: ['p56', 'p58', 'p59'] };
    expect(countFiles(['p56', 'p58', 'p59'].map((id) => ({ id })), [judgment])).toEqual({ decisions: 1, proceedings: 3 });
    expect(filesLeftOut(judgment, joined)).toEqual([]);
    expect(filesLeftOut({ proceedingIds: ['p58'] }, joined)).toEqual(['p56', 'p59']);
  });
  it('one lead; each file keeps its own petitioners, claims and dispositions', () => {
    for (const id of ['p56', 'p58', 'p59']) {
      expect(heardTogether(joined, id)).toEqual(['p56', 'p58', 'p59']);
      const own = recordsOf(id, all);
      expect([own.parties.length, own.claims.length, own.dispositions.length, own.parties[0]?.proceedingId]).toEqual([1, 1, 1, id]);
    }
    expect([leadOf(joined, 'p56'), leadOf(joined, 'p58'), leadOf([link('p56', 'lead_of', 'p58')], 'p58')]).toEqual([undefined, 'p56', 'p56']);
  });
  it('invariant 26: no file in two heaps, no heap within a heap', () => {
    expect(reasons(joined, link('p58', 'consolidated_into', 'p60'))).toEqual(['fromId joined_already']);
    expect(reasons(joined, link('p60', 'consolidated_into', 'p58'))).toEqual(['toId lead_is_joined']);
    expect(reasons(joined, link('p56', 'consolidated_into', 'p60'))).toEqual(['fromId leads_others']);
    expect(reasons(joined, link('p56', 'lead_of', 'p60'))).toEqual([]);
  });
  it('severed: on its own again, with all that was its own; it may be joined elsewhere, or again', () => {
    const severed = [...joined, link('p59', 'severed_from', 'p56', { on: '2019-06-01' })];
    expect([heardTogether(severed, 'p59'), heardTogether(severed, 'p56')]).toEqual([['p59'], ['p56', 'p58']]);
    expect(recordsOf('p59', all)).toMatchObject({ claims: [{ id: 'process' }], dispositions: [{ claimId: 'process' }] });
    expect(reasons(severed, link('p59', 'consolidated_into', 'p60'))).toEqual([]);
    expect(leadOf([link('p59', 'severed_from', 'p56', { on: '2019-01-01' }), ...joined], 'p59')).toBe('p56');
  });
  it('a search for any of the three numbers finds it', () => {
    const numbers = ['Consolidated Petitions Nos. 56, 58 and 59 of 2019', 'Petition No. 58 of 2019'];
    for (const searched of ['Petition 56 of 2019', '58/2019', 'pet 59/2019']) expect(numbers.some((number) => findsNumber(searched, number))).toBe(true);
    for (const searched of ['6/2019', '5/2019', '56/2018', 'petition', '60 of 2019']) expect(numbers.some((number) => findsNumber(searched, number))).toBe(false);
  });
});

describe('Scenario 12: case moved between courts', () => {
  const moved = link('Y', 'transferred_from', 'X', { on: '2024-02-01' });
  it('time to judgment starts at the first filing', () => {
    const proceedings = [{ id: 'Y', openedOn: '2024-02-01' }, { id: 'X', openedOn: '2023-06-15' }];
    expect([firstFiling(proceedings, [moved], 'Y'), firstFiling(proceedings, [], 'Y'), firstFiling([], [moved], 'Y')]).toEqual(['2023-06-15', '2024-02-01', null]);
    expect(firstFiling(proceedings, [moved, link('X', 'transferred_from', 'Y')], 'Y')).toBe('2023-06-15');
    expect(firstFiling(proceedings, [link('Y', 'appeal_from', 'X')], 'Y')).toBe('2024-02-01');
  });
  it('both numbers stay with their days; the new one is shown and the old one is still found', () => {
    const numbers = [{ type: 'petition', value: 'Petition 12 of 2023', validTo: '2024-02-01' }, { type: 'petition', value: 'Petition E034 of 2024', validFrom: '2024-02-01' }];
    expect(shownNumber(numbers).shown?.value).toBe('Petition E034 of 2024');
    expect(conflictingNumbers(numbers)).toEqual([]);
    expect(numbers.filter(({ value }) => findsNumber('12/2023', value))).toHaveLength(1);
  });
  it('the claims go along', () => expect(claimsBefore('Y', [moved], [{ id: 'a', proceedingId: 'X' }])).toEqual(['a']));
});

describe('Scenario 16: conflicting docket numbers', () => {
  const mc = { type: 'application', value: 'MC No. 86 of 2022', preferred: true, disputed: true };
  const hct = { type: 'application', value: 'HCT-00-CV-MC-0066-2022', disputed: true };
  it('one number in many prints', () => {
    expect(numberKey('MC No. 86 of 2022')).toBe('mc 86 2022');
    for (const [a, b, how] of [['MC 86/2022', 'MC No. 86 of 2022', 'same'], ['Pet. 56/2019', 'Petition No. 56 of 2019', 'same'], ['Petition E008 of 2021', 'petition e8/2021', 'same'], ['56/2019', 'Petition 56 of 2019', 'perhaps'], [mc.value, hct.value, 'different'], ['C-61/22', 'T-61/22', 'different'], ['MC 8/62022', 'MC 86/2022', 'different'], ['', '', 'different']] as const) expect([a, b, compareNumbers(a, b)]).toEqual([a, b, how]);
  });
  it('both stay, disputed; the page shows the preferred one and notes the other', () => {
    expect(conflictingNumbers([mc, hct])).toEqual([[mc, hct]]);
    expect(conflictingNumbers([mc, { ...hct, validTo: '2022-05-01' }, { type: 'application', value: 'MC 86/2022' }, { type: 'citation', value: '[2025] UGHC 1' }])).toEqual([]);
    expect(shownNumber([hct, mc])).toEqual({ shown: mc, noted: [hct] });
    expect(shownNumber([])).toEqual({ shown: undefined, noted: [] });
  });
  it('entered again under either number, the case is found and not made twice', () => {
    const known = [{ id: 'p', courtSlug: 'ug-high-court', identifiers: [mc, hct] }, { id: 'q', courtSlug: 'ke-high-court', identifiers: [mc] }];
    for (const number of ['mc 86/2022', 'HCT 00 CV MC 66 2022']) expect(sameMatters({ courtSlug: 'ug-high-court', numbers: [number] }, known)).toMatchObject([{ proceeding: { id: 'p' }, how: 'same' }]);
    expect(sameMatters({ courtSlug: 'ug-high-court', numbers: ['86 of 2022'] }, known)).toMatchObject([{ how: 'perhaps' }]);
    expect(sameMatters({ courtSlug: 'ug-high-court', numbers: ['MC 87/2022'] }, known)).toEqual([]);
  });
});
