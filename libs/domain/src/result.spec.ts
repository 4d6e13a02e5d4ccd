import { describe, expect, it } from 'vitest';
import { deriveResult, type DispositionCode, type Favours, resultOfRecord, resultStepText } from './index.ts';

type Row = [claim: string, proceeding: string, code: DispositionCode, favours: Favours, decidedOn?: string];
const link = (fromId: string, type: string, toId: string) => ({ fromId, toId, type });
const derive = (claims: string[], rows: Row[], links: ReturnType<typeof link>[] = [], open: string[] = []) => {
  const ids = [...new Set([...rows.map(([, proceeding]) => proceeding), ...links.flatMap(({ fromId, toId }) => [fromId, toId])])];
  return deriveResult({
    claims: claims.map((id) => ({ id })),
    dispositions: rows.map(([claimId, proceedingId, code, favours, decidedOn]) => ({ claimId, proceedingId, code, favours, decidedOn: decidedOn ?? null })),
    proceedings: ids.map((id) => ({ id, status: open.includes(id) ? 'active' : 'decided' })),
    links,
  });
};
const codes = (derived: ReturnType<typeof derive>) => derived.steps.map(({ code }) => code);

describe('The result of a case follows from its claims', () => {
  it('the worked example: Mauritius, one claim lost, one won at home, one won abroad', () => {
    const derived = derive(['collect', 'store', 'card'], [
      ['store', 'supreme', 'allowed', 'us', '2015-05-29'], ['collect', 'privy', 'dismissed_on_merits', 'other', '2016-10-31'], ['card', 'committee', 'allowed', 'us', '2021-03-24'],
    ], [link('privy', 'appeal_from', 'supreme'), link('committee', 'exhausted_for', 'privy')]);
    expect(derived).toMatchObject({ result: 'partly_won', decidedOn: '2021-03-24' });
    expect(codes(derived)).toEqual(['counts', 'counts', 'counts', 'claims_differ']);
  });
  it.each<DispositionCode>(['inadmissible', 'struck_out', 'withdrawn', 'settled', 'moot', 'not_reached'])('%s is neither won nor lost, whomever it favours', (code) => {
    for (const favours of ['us', 'other', 'mixed', 'none'] as const) expect(derive(['a'], [['a', 'p', code, favours]]).result).toBe('no_merits');
    expect(derive(['a', 'b'], [['a', 'p', 'allowed', 'us'], ['b', 'p', code, 'other']]).result).toBe('won');
    expect(derive(['a', 'b'], [['a', 'p', 'dismissed_on_merits', 'other'], ['b', 'p', code, 'us']]).result).toBe('lost');
  });
  it('an appeal that the State loses leaves the win; "dismissed" is not "lost" when the State appealed', () => {
    expect(derive(['a'], [['a', 'high', 'allowed', 'us'], ['a', 'appeal', 'dismissed_on_merits', 'us']], [link('appeal', 'appeal_from', 'high')]).result).toBe('won');
  });
  it('a reversal upstream takes the win away, whichever was typed first and whatever the dates say', () => {
    const rows: Row[] = [['a', 'appeal', 'allowed', 'other', '2020'], ['a', 'high', 'allowed', 'us', '2021-01-01']];
    const derived = derive(['a'], rows, [link('appeal', 'appeal_from', 'high')]);
    expect([derived.result, codes(derived)]).toEqual(['lost', ['counts', 'superseded', 'all_lost']]);
  });
  it('an appeal withdrawn or found inadmissible leaves the ruling below', () => {
    const derived = derive(['a'], [['a', 'high', 'allowed', 'us'], ['a', 'appeal', 'withdrawn', 'none']], [link('appeal', 'appeal_from', 'high')]);
    expect([derived.result, codes(derived)]).toEqual(['won', ['leaves_below', 'counts', 'all_won']]);
  });
  it('a settlement on appeal replaces the ruling below: no win is claimed', () => {
    expect(derive(['a'], [['a', 'high', 'allowed', 'us'], ['a', 'appeal', 'settled', 'us']], [link('appeal', 'appeal_from', 'high')]).result).toBe('no_merits');
  });
  it('sent back is open again, until the new judgment', () => {
    const links = [link('appeal', 'appeal_from', 'high'), link('again', 'remitted_from', 'appeal')];
    const rows: Row[] = [['a', 'high', 'dismissed_on_merits', 'other'], ['a', 'appeal', 'remitted', 'us']];
    expect(derive(['a'], rows, links)).toMatchObject({ result: 'pending', decidedOn: null });
    expect(derive(['a'], [...rows, ['a', 'again', 'allowed', 'us']], links).result).toBe('won');
  });
  it('an appeal under way does not undo the ruling, but is said', () => {
    expect(codes(derive(['a'], [['a', 'high', 'allowed', 'us']], [link('appeal', 'appeal_from', 'high')], ['appeal']))).toEqual(['counts', 'under_appeal', 'all_won']);
  });
  it('home and abroad on one claim are two rulings: the committee does not quash the court', () => {
    expect(derive(['a'], [['a', 'court', 'dismissed_on_merits', 'other'], ['a', 'committee', 'allowed', 'us']], [link('committee', 'exhausted_for', 'court')]).result).toBe('partly_won');
  });
  it('a claim nobody has decided keeps the case open; no claims, no result', () => {
    expect(derive(['a', 'b'], [['a', 'p', 'allowed', 'us']]).result).toBe('pending');
    expect(derive([], [])).toEqual({ result: 'pending', decidedOn: null, steps: [{ code: 'no_claims' }] });
  });
  it('partly allowed is partly won', () => expect(derive(['a'], [['a', 'p', 'partly_allowed', 'us']]).result).toBe('partly_won'));
  it('a circle of links does not hang', () => {
    expect(derive(['a'], [['a', 'p', 'allowed', 'us']], [link('p', 'appeal_from', 'q'), link('q', 'appeal_from', 'p')]).result).toBe('won');
  });
  it('a library record that ended without a ruling is neither', () => {
    expect(['win', 'partial', 'loss', 'none', 'pending', 'draw', 'constructor'].map(resultOfRecord)).toEqual(['won', 'partly_won', 'lost', 'no_merits', 'pending', undefined, undefined]);
    expect(resultStepText({ code: 'open' })).toMatch(/decided/u);
  });
});
