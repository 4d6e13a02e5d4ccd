import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, log, logged, newCase, newProceeding, setLevel, share } from '../support/case-text.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => { world = await makeWorld(); });
afterAll(async () => { await world.end(); });
const today = async (who: Who) => (await world.gql(who, '{ today { date inCourt { title } nextDates { title } overdue { title } waiting { title incomplete } news { title } sharedByMe { id } } }')).data.today;
const titles = (events: { title: string }[]) => events.map((e) => e.title);
/** The day it is now in that zone, moved by some days. */
const dayIn = (timeZone: string, move = 0) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(Date.now() + move * 86_400_000));

it('sorts planned dates by the day it is at the court', async () => {
  const { id } = await newCase(world);
  const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const; // a day apart from each other, always
  for (const timeZone of zones) {
    const p = await newProceeding(world, id, { timeZone });
    for (const move of [-1, 0, 1]) await log(world, logged(id, { proceedingId: p.id, planned: true, on: dayIn(timeZone, move), title: `${timeZone} ${move}` }));
  }
  const t = await today('lead');
  expect(titles(t.inCourt).sort()).toEqual(zones.map((z) => `${z} 0`).sort());
  expect(titles(t.nextDates).sort()).toEqual(zones.map((z) => `${z} 1`).sort());
  expect(titles(t.overdue).sort()).toEqual(zones.map((z) => `${z} -1`).sort());
  for (const who of ['member', 'colleague', 'outsider'] as const) expect(await today(who), who).toMatchObject({ inCourt: [], nextDates: [], overdue: [], waiting: [], news: [], sharedByMe: [] });
});

it('a planned date is done once something is logged for that day', async () => {
  const { id } = await newCase(world);
  const p = await newProceeding(world, id);
  const on = dayIn('Africa/Kampala', -2);
  await log(world, logged(id, { proceedingId: p.id, planned: true, on, title: 'Mention of the day' }));
  expect(titles((await today('lead')).overdue)).toContain('Mention of the day');
  await log(world, logged(id, { proceedingId: p.id, on, outcome: 'directions_given', title: 'It took place' }));
  const t = await today('lead');
  expect(titles(t.overdue)).not.toContain('Mention of the day');
});

it('asks for what is missing, and stops asking when it is there', async () => {
  const { id } = await newCase(world);
  const p = await newProceeding(world, id);
  await log(world, logged(id, { proceedingId: p.id, title: 'No outcome yet' }));
  const adjourned = (await log(world, logged(id, { proceedingId: p.id, on: '2025-03-03', outcome: 'adjourned', title: 'Adjourned without a date' }))).data?.logEvent;
  const gaps = async () => Object.fromEntries(((await today('lead')).waiting as { title: string; incomplete: string[] }[]).map((e) => [e.title, e.incomplete]));
  expect(await gaps()).toMatchObject({ 'No outcome yet': ['outcome'] });
  expect((await gaps())['Adjourned without a date'], 'the later hearing is its next date').toBeUndefined();
  await log(world, logged(id, { proceedingId: p.id, on: '2025-08-08', outcome: 'adjourned', title: 'Last, without a date' }));
  expect(await gaps()).toMatchObject({ 'Last, without a date': ['next_date'] });
  await log(world, logged(id, { proceedingId: p.id, planned: true, on: '2099-01-01', title: 'The new date' }));
  expect((await gaps())['Last, without a date']).toBeUndefined();
  expect(adjourned.id).toBeTruthy();
});

it('tells an ally what others logged in the cases they may read, and the lead what they share', async () => {
  const { id } = await newCase(world);
  await log(world, logged(id, { title: 'News of the day' }));
  expect(titles((await today('ally')).news)).toEqual([]);
  await share(world, id);
  expect(titles((await today('ally')).news)).toEqual(['News of the day']);
  expect((await today('lead')).sharedByMe).toEqual([{ id }]);
  expect((await today('ally')).sharedByMe).toEqual([]);
  await setLevel(world, id, 'case_team', null);
  expect(titles((await today('ally')).news)).toEqual([]);
  expect((await today('lead')).sharedByMe).toEqual([]);
});

it('offers for the log what is in court today first, then the five last worked on, never an archived or merely readable case', async () => {
  const recent = [];
  for (let n = 0; n < 7; n++) recent.push(await newCase(world, { title: `Recent ${n}` }, 'teammate'));
  const inCourt = await newCase(world, { title: 'In court' }, 'teammate');
  const p = await done(world, 'teammate', 'addProceeding', { legalCaseId: ['ID!', inCourt.id], input: ['ProceedingInput!', { courtSlug: 'ug-high-court' }] }, 'id');
  await log(world, logged(inCourt.id, { proceedingId: p.id, planned: true, on: dayIn('Africa/Kampala') }), 'teammate');
  for (const c of recent) await log(world, logged(c.id), 'teammate');
  await done(world, 'teammate', 'archiveLegalCase', { id: ['ID!', recent[6]?.id], version: ['Int!', 1], archived: ['Boolean!', true] }, 'id');
  const choices = (await world.gql('teammate', '{ logChoices { title } }')).data.logChoices.map((c: { title: string }) => c.title);
  expect(choices).toEqual(['In court', 'Recent 5', 'Recent 4', 'Recent 3', 'Recent 2', 'Recent 1']);
  expect((await world.gql('ally', '{ logChoices { title } }')).data.logChoices).toEqual([]);
});
