import { describe, expect, it } from 'vitest';
import { openDoors } from './open-doors.ts';

const choice = (code: string, leavesTo: { link: string; to: string | null } | null, over: string[] = []) => ({ stage: { code, word: null, variants: [], leavesTo }, over });
const proceeding = (id: string, status: string, more: object = {}) => ({ id, status, court: { id, slug: id, name: id, country: 'UG', level: '', parent: { id: 'up', name: 'Court above' } }, stageChoices: [], identifiers: [], ...more });
const doors = (proceedings: object[], links: object[] = [], more: object = {}) => openDoors({ proceedings, links, claims: [{ id: 'one', act: 'One' }, { id: 'two', act: 'Two' }], deadlines: [], ...more } as unknown as Parameters<typeof openDoors>[0]);
const decided = proceeding('high', 'decided', { stageChoices: [choice('orders_extracted', null), choice('notice_of_appeal', { link: 'appeal_from', to: 'SM-CL/appeal' }), choice('compliance', null)] });

describe('ways still open', () => {
  it('a stage that leads out of where the matter stands, to the court above', () => {
    expect(doors([decided])).toMatchObject([{ fromId: 'high', link: 'appeal_from', court: 'Court above', stage: { code: 'notice_of_appeal' }, proceeding: undefined }]);
  });
  it('what the team has put down as possible, with its claims and the day; it is not said twice', () => {
    const link = { id: 'l', fromId: 'appeal', toId: 'high', type: 'appeal_from', note: 'Perhaps', claimIds: ['two'] };
    const deadlines = ['open', 'met'].map((status) => ({ id: status, proceedingId: 'appeal', kind: 'rule', status, title: 'Notice', latestOn: '2025-06-24' }));
    expect(doors([decided, proceeding('appeal', 'anticipated')], [link], { deadlines })).toMatchObject([{ proceeding: { id: 'appeal' }, claims: ['Two'], note: 'Perhaps', due: [{ id: 'open' }], stage: { code: 'notice_of_appeal' } }]);
  });
  it('none where the appeal has been brought, nor over stages that come first', () => {
    expect(doors([decided, proceeding('appeal', 'active')], [{ id: 'l', fromId: 'appeal', toId: 'high', type: 'appeal_from', note: null, claimIds: null }])).toEqual([]);
    expect(doors([proceeding('high', 'active', { stageChoices: [choice('notice_of_appeal', { link: 'appeal_from', to: null }, ['judgment'])] })])).toEqual([]);
  });
});
