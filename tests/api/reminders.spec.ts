import { deadlineById, reminderDays, ruleById } from '@amparo/domain/deadlines';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, does, done, newCase } from '../support/case-text.ts';
import { type MailServer, mailServer } from '../support/smtp.ts';
import { makeWorld, type Who, type World } from '../support/world.ts';

let world: World, mail: MailServer;
let clock: { now(): Date };
let job: { tick(): Promise<void> };
let recount: { recount(id: string): Promise<void> };
const realNow = () => new Date();
let now = Date.parse('2030-01-01T12:00:00Z');
const at = (instant: string) => { now = Date.parse(instant); };
beforeAll(async () => {
  mail = await mailServer();
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${mail.port}?connectionTimeout=400&greetingTimeout=400&socketTimeout=600`;
  process.env['MAIL_FROM'] = 'Amparo <amparo@mail.example>';
  world = await makeWorld();
  const [{ Clock }, { ReminderJob }, { DeadlineJob }] = await Promise.all([import('../../apps/api/src/platform/clock.ts'), import('../../apps/api/src/calendar/reminder.job.ts'), import('../../apps/api/src/deadlines/deadline.job.ts')]);
  clock = world.app.get(Clock);
  clock.now = () => new Date(now);
  job = world.app.get(ReminderJob);
  recount = world.app.get(DeadlineJob);
}, 120_000);
afterAll(async () => { clock.now = realNow; await world.end(); await mail.down(); });
beforeEach(async () => {
  await mail.up();
  mail.letters.length = 0;
  await world.owner.query("update app.notice set mail = 'off' where mail = 'queued'");
  await world.owner.query("update app.deadline set status = 'moot', settled_note = 'over' where status <> 'moot'"); // what other tests left
});

const aTeam = async (title = 'CANARY-TITLE v State') => {
  const c = await newCase(world, { title, shortName: 'CANARY-SHORT' });
  await done(world, 'lead', 'setCaseMember', { id: ['ID!', c.id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 7] }, 'id');
  return { id: c.id, codeName: (await world.gql('lead', 'query($id: ID!) { legalCase(id: $id) { codeName } }', { id: c.id })).data.legalCase.codeName as string };
};
interface Row { id: string; version: number; workingOn: string }
/** A day the team set itself, written down long before. */
const due = async (legalCaseId: string, by: string, more: object = {}): Promise<Row> => {
  const d = await done<Row>(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId, kind: 'manual', title: 'CANARY-ACT', by, zone: 'Africa/Kampala', critical: false, ownerId: world.people.lead.id, ...more }] }, 'id version workingOn');
  await world.owner.query("update app.deadline set created_at = $2 where id = $1", [d.id, new Date(now)]);
  return d;
};
const notices = async (who: Who = 'lead') => (await world.gql(who, '{ notices(first: 50) { id kind step readAt deadline { id title } } noticeCount }')).data as { notices: { id: string; kind: string; step: string; readAt: string | null; deadline: { id: string; title: string } }[]; noticeCount: number };
const tick = async (instant: string) => { at(instant); await job.tick(); };
const choose = (who: Who, version: number, input: object) => does<{ version: number }>(world, who, 'changeReminders', { version: ['Int!', version], input: ['ChangeRemindersInput!', { mail: true, recounts: true, steps: ['half', 'd14', 'd7', 'd3', 'd1'], ...input }] }, 'version mail recounts steps mailIsOn');

describe('reminders', () => {
  it('come at 50 %, 14, 7, 3 and 1 days before the day to work to, once each, in the app and by mail', async () => {
    at('2030-01-01T12:00:00Z');
    const { id, codeName } = await aTeam();
    const d = await due(id, '2030-03-04'); // a Monday
    expect(d.workingOn).toBe('2030-03-04');
    const told: string[] = [];
    for (let day = Temporal.PlainDate.from('2030-01-02'); day.toString() <= '2030-03-08'; day = day.add({ days: 1 })) {
      const before = mail.letters.length;
      await tick(`${day.toString()}T05:00:00Z`);
      await job.tick();
      if (mail.letters.length > before) told.push(`${day.toString()} ×${mail.letters.length - before}`);
    }
    expect(told).toEqual(reminderDays('2030-01-01', '2030-03-04').map(({ on }) => `${on} ×1`));
    const steps = (await world.owner.query('select step, person_id, mail from app.notice where deadline_id = $1 order by created_at', [d.id])).rows;
    expect(steps).toEqual(['half', 'd14', 'd7', 'd3', 'd1'].map((step) => ({ step, person_id: world.people.lead.id, mail: 'sent' })));
    for (const letter of mail.letters) {
      expect(letter).toMatchObject({ to: [world.people.lead.email], subject: 'Amparo: dates to look at' });
      expect(letter.head + letter.text).not.toMatch(/CANARY|Uganda|Kampala|Alder Law/u);
      expect(letter.text).toContain(`${codeName}: 4 Mar 2030`);
    }
    expect(mail.letters[4]?.text).toContain('in 1 day');
    expect(new Set(mail.letters.map((l) => l.id)).size).toBe(5);
  }, 120_000);
  it('by the clock of the court: at seven in the morning there, not before', async () => {
    at('2030-01-01T12:00:00Z');
    const { id } = await aTeam();
    await due(id, '2030-03-04', { zone: 'Pacific/Auckland' });
    await tick('2030-02-17T17:59:00Z'); // 06:59 on the 18th in Auckland
    expect((await notices()).notices.map(({ step }) => step)).toEqual(['half']);
    await tick('2030-02-17T18:00:00Z');
    expect((await notices()).notices.map(({ step }) => step)).toEqual(['d14']);
  });
  it('the database and libs/domain mean the same days', async () => {
    const { id } = await aTeam();
    for (const length of [2, 3, 4, 7, 8, 13, 14, 15, 27, 28, 29, 60, 211]) {
      const began = '2031-02-10', to = Temporal.PlainDate.from(began).add({ days: length }).toString();
      const { rows: [d] } = await world.owner.query(`insert into app.deadline (legal_case_id, title, kind, computed, zone, working_on, latest_on, cut_off, created_at, trigger_edtf) values ($1, 'x', 'manual', '{}', 'UTC', $2::date, $2::date, $2::date + interval '23:59', $3::date, $3) returning id`, [id, to, began]);
      const found: { step: string; on: string }[] = [];
      for (let n = 0; n <= length + 1; n++) {
        const day = Temporal.PlainDate.from(began).add({ days: n }).toString();
        const { rows } = await world.owner.query('select step from app.reminders_due($1::timestamptz) where deadline_id = $2', [`${day}T12:00:00Z`, d.id]);
        if (rows[0] && found.at(-1)?.step !== rows[0].step) found.push({ step: rows[0].step as string, on: day });
      }
      expect(found, `${length} days`).toEqual(reminderDays(began, to));
    }
  });
  it('go to whoever sees to it; where nobody does, to all who write on the case; to nobody who is gone', async () => {
    at('2030-01-01T12:00:00Z');
    const { id } = await aTeam();
    await due(id, '2030-03-04', { ownerId: null });
    await tick('2030-02-18T05:00:00Z');
    expect(mail.letters.flatMap(({ to }) => to).sort()).toEqual([world.people.lead.email, world.people.teammate.email].sort());
    await done(world, 'lead', 'setCaseMember', { id: ['ID!', id], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 0] }, 'id');
    await tick('2030-02-25T05:00:00Z');
    expect(mail.letters.slice(2).flatMap(({ to }) => to)).toEqual([world.people.lead.email]);
    expect(await notices('teammate'), 'and the app says nothing any more').toEqual({ notices: [], noticeCount: 0 });
  });
  it('after a silence of weeks the latest step alone is told', async () => {
    at('2030-01-01T12:00:00Z');
    const { id } = await aTeam();
    await due(id, '2030-03-04');
    await tick('2030-03-02T09:00:00Z');
    expect((await notices()).notices.map(({ step }) => step)).toEqual(['d3']);
    expect(mail.letters).toHaveLength(1);
  });
  it('speak the reader\'s language', async () => {
    at('2030-01-01T12:00:00Z');
    const { id } = await aTeam();
    await due(id, '2030-03-04');
    for (const [locale, subject, words] of [['fr', 'Amparo : dates à voir', '4 mars 2030, dans 14 jours'], ['es', 'Amparo: fechas que revisar', 'en 7 días'], ['ar', 'Amparo: مواعيد للمراجعة', 'بعد 3 أيام']] as const) {
      await world.owner.query('update app.person set locale = $2 where id = $1', [world.people.lead.id, locale]);
      await tick(`${{ fr: '2030-02-18', es: '2030-02-25', ar: '2030-03-01' }[locale]}T05:00:00Z`);
      expect(mail.letters.at(-1)).toMatchObject({ subject });
      expect(mail.letters.at(-1)?.text).toContain(words);
    }
    await world.owner.query("update app.person set locale = 'en' where id = $1", [world.people.lead.id]);
  });
  it('gather: five dates of one morning are one letter', async () => {
    at('2030-01-01T12:00:00Z');
    const { id } = await aTeam();
    for (let n = 0; n < 5; n++) await due(id, '2030-03-04');
    await tick('2030-02-18T05:00:00Z');
    expect(mail.letters).toHaveLength(1);
    expect((await notices()).noticeCount).toBe(5);
  });
});

describe('a mail server', () => {
  const wait = async () => { at('2030-01-01T12:00:00Z'); const { id } = await aTeam(); return { caseId: id, d: await due(id, '2030-03-04') }; };
  const states = async (d: Row) => (await world.owner.query('select mail, mail_tries as tries from app.notice where deadline_id = $1', [d.id])).rows as { mail: string; tries: number }[];
  it('that is down for a day gets each letter once when it is back, and none twice', async () => {
    const { d } = await wait();
    await mail.down();
    for (const time of ['05:00', '05:01', '05:03', '06:00', '18:00']) await tick(`2030-02-18T${time}:00Z`);
    expect(mail.letters).toEqual([]);
    expect((await states(d))[0]).toMatchObject({ mail: 'queued' });
    expect((await states(d))[0]!.tries, 'asks ever more seldom').toBeLessThanOrEqual(5);
    expect((await notices()).notices, 'the app says it meanwhile').toHaveLength(1);
    await mail.up();
    for (const time of ['05:00', '05:01', '06:00', '07:00']) await tick(`2030-02-19T${time}:00Z`);
    expect(mail.letters).toHaveLength(1);
    expect(mail.letters[0]?.text).toContain('in 13 days');
    expect(await states(d)).toEqual([expect.objectContaining({ mail: 'sent' })]);
  });
  it('that takes the line and says nothing is left alone in time, and asked again later', async () => {
    const { d } = await wait();
    await mail.silent();
    const began = Date.now();
    await tick('2030-02-18T05:00:00Z');
    expect(Date.now() - began).toBeLessThan(5_000);
    expect((await states(d))[0]).toMatchObject({ mail: 'queued', tries: 1 });
    await mail.up();
    await tick('2030-02-18T05:00:30Z');
    expect(mail.letters, 'not in the same minute').toEqual([]);
    await tick('2030-02-18T05:10:00Z'); await tick('2030-02-18T05:20:00Z');
    expect(mail.letters).toHaveLength(1);
  });
  it('that falls silent after the letter gets the same letter again, by the same id', async () => {
    await wait();
    await mail.deafAfterData();
    await tick('2030-02-18T05:00:00Z');
    await mail.up();
    await tick('2030-02-18T05:10:00Z'); await tick('2030-02-18T06:10:00Z');
    expect(mail.letters).toHaveLength(1);
  });
  it('gets nothing that was settled, moved, or is not theirs any more while it was away', async () => {
    const settled = await wait(), moved = await wait(), gone = await wait();
    await world.owner.query('update app.deadline set owner_id = $2 where id = $1', [gone.d.id, world.people.teammate.id]);
    await mail.down();
    await tick('2030-02-18T05:00:00Z');
    await done(world, 'lead', 'settleDeadline', { id: ['ID!', settled.d.id], version: ['Int!', settled.d.version], input: ['SettleDeadlineInput!', { outcome: 'met', on: '2030-02-18' }] }, 'id');
    await done(world, 'lead', 'changeDeadline', { id: ['ID!', moved.d.id], version: ['Int!', moved.d.version], input: ['ChangeDeadlineInput!', { kind: 'manual', title: 'x', by: '2030-06-03', zone: 'Africa/Kampala', critical: false, ownerId: world.people.lead.id }] }, 'id');
    await done(world, 'lead', 'setCaseMember', { id: ['ID!', gone.caseId], personId: ['ID!', world.people.teammate.id], cap: ['Int!', 0] }, 'id');
    await mail.up();
    await tick('2030-02-18T08:00:00Z');
    expect((await states(settled.d))[0]?.mail).toBe('dropped');
    expect((await states(moved.d)).map((s) => s.mail)).toContain('dropped');
    expect((await states(gone.d)).filter((s) => s.mail === 'dropped')).toHaveLength(1);
    expect(mail.letters.flatMap(({ to }) => to)).not.toContain(world.people.teammate.email);
    const { notices: shown } = await notices();
    expect(shown.map((n) => n.deadline.id)).not.toContain(settled.d.id);
  });
  it('gets one letter though two processes look at the same time', async () => {
    await wait();
    at('2030-02-18T05:00:00Z');
    const { ReminderJob } = await import('../../apps/api/src/calendar/reminder.job.ts');
    const { Db } = await import('../../apps/api/src/platform/db.ts');
    const other = new ReminderJob(world.app.get(Db), clock as never);
    await Promise.all([job.tick(), other.tick(), job.tick(), other.tick()]);
    expect(mail.letters).toHaveLength(1);
  });
});

describe('a person', () => {
  it('chooses what to be told, and whether by mail', async () => {
    at('2030-01-01T12:00:00Z');
    expect((await world.gql('lead', '{ reminderChoice { mail recounts steps version mailIsOn } }')).data.reminderChoice).toEqual({ mail: true, recounts: true, steps: ['half', 'd14', 'd7', 'd3', 'd1'], version: 0, mailIsOn: true });
    expect((await choose('lead', 0, { steps: ['d7', 'd1'] })).data?.['changeReminders']).toMatchObject({ version: 1, steps: ['d7', 'd1'] });
    expect(codeOf(await choose('lead', 0, {})), 'another window was first').toBe('STALE');
    const { id } = await aTeam();
    const d = await due(id, '2030-03-04');
    await tick('2030-02-18T05:00:00Z');
    expect((await notices()).notices).toEqual([]);
    await tick('2030-02-25T05:00:00Z');
    expect(mail.letters).toHaveLength(1);
    expect((await choose('lead', 1, { mail: false })).data?.['changeReminders']).toMatchObject({ version: 2 });
    await tick('2030-03-03T05:00:00Z');
    expect(mail.letters).toHaveLength(1);
    expect((await notices()).notices).toMatchObject([{ step: 'd1', deadline: { id: d.id, title: 'CANARY-ACT' } }]);
    expect((await choose('lead', 2, {})).errors).toBeUndefined();
    const faults = (a: Awaited<ReturnType<typeof choose>>) => a.errors?.[0]?.extensions.fields?.map(({ field, problem }) => `${field} ${problem}`);
    expect(faults(await choose('lead', 3, { steps: ['d7', 'd7'] }))).toEqual(['steps repeated']);
    expect(faults(await choose('lead', 3, { steps: ['d2'] }))?.[0]).toContain('steps');
  });
  it('reads of their own dates alone, and takes notice of them', async () => {
    at('2030-01-01T12:00:00Z');
    const { id } = await aTeam();
    await due(id, '2030-03-04');
    await tick('2030-02-18T05:00:00Z');
    expect((await notices()).noticeCount).toBe(1);
    for (const who of ['teammate', 'colleague', 'ally', 'steward', 'outsider'] as Who[]) expect(await notices(who), who).toEqual({ notices: [], noticeCount: 0 });
    expect((await world.gql('ally', 'mutation { readNotices }')).data.readNotices).toBe(0);
    expect((await world.gql('lead', 'mutation { readNotices }')).data.readNotices).toBeGreaterThanOrEqual(1);
    expect(await notices()).toMatchObject({ noticeCount: 0, notices: [{ readAt: expect.any(String) }] });
    expect(codeOf(await world.gql('stranger', '{ notices(first: 5) { id } }'))).toBe('UNAUTHENTICATED');
  });
  it('is told, also by mail, when a new version of the law moves an open day of theirs', async () => {
    at('2030-01-01T12:00:00Z');
    const { id, codeName } = await aTeam();
    const d = await done<Row>(world, 'lead', 'addDeadline', { input: ['AddDeadlineInput!', { legalCaseId: id, kind: 'rule', ruleId: 'UG-1', triggerOn: '2030-01-01', triggerBasis: 'pronounced', ownerId: world.people.lead.id }] }, 'id version workingOn');
    const rule = ruleById('UG-1')!, newest = rule.versions.at(-1)!;
    expect(deadlineById('UG-1', { on: '2030-01-01', basis: 'pronounced' }).workingDate).toBe(d.workingOn);
    const body = { ...rule, forum: rule.forum.id, versions: [{ ...newest, counting: { ...newest.counting!, n: 30 } }] };
    const { rows: [law] } = await world.owner.query("insert into app.law_version (kind, law_id, revision, body, proposed_by) values ('rule', $1, 1, $2, $3) returning id", [rule.id, JSON.stringify(body), world.people.steward.id]);
    await world.owner.query("update app.law_version set state = 'in_force' where id = $1", [law.id]);
    await recount.recount(law.id as string);
    await tick('2030-01-01T12:05:00Z');
    await job.tick();
    expect((await notices()).notices).toMatchObject([{ kind: 'recounted', deadline: { id: d.id } }]);
    expect(mail.letters).toHaveLength(1);
    expect(mail.letters[0]).toMatchObject({ to: [world.people.lead.email], subject: 'Amparo: dates to look at' });
    expect(mail.letters[0]?.text).toContain(codeName);
    expect(mail.letters[0]?.text).toContain('counted again');
    expect(mail.letters[0]!.head + mail.letters[0]!.text).not.toMatch(/CANARY|UG-1|appeal/u);
  });
  it('with a line break in the address or the name is refused, at every door', async () => {
    const add = (email: string, name: string) => does(world, 'steward', 'addMember', { input: ['AddMemberInput!', { organisationId: world.people.member.organisationId, email, name, roles: ['member'] }] }, 'link');
    const fault = (a: Awaited<ReturnType<typeof add>>) => a.errors?.[0]?.extensions.fields?.[0];
    expect(fault(await add('a@x.example\r\nBcc: all@x.example', 'New'))).toMatchObject({ field: 'email' });
    expect(fault(await add('a@x.example', 'New\nBcc: all@x.example'))).toEqual({ field: 'name', problem: 'control_character' });
    expect(fault(await does(world, 'lead', 'changeMe', { input: ['ChangeMeInput!', { name: 'x\r\ny' }] }, 'id'))).toEqual({ field: 'name', problem: 'control_character' });
    await expect(world.owner.query("insert into app.person (email, name) values (E'a@x.example\\nbcc: b', 'x')")).rejects.toThrow('person_email_line_check');
    await expect(world.owner.query("insert into app.person (email, name) values ('a@x.example', E'x\\ry')")).rejects.toThrow('person_name_line_check');
    const { sendMail } = await import('../../apps/api/src/platform/mail.ts');
    await expect(sendMail({ to: 'a@x.example\r\nBcc: all@x.example', subject: 'x', text: 'x' })).rejects.toMatchObject({ code: 'INVALID', fields: [{ field: 'to', problem: 'control_character' }] });
    const { readEnv } = await import('../../apps/api/src/platform/env.ts');
    expect(() => readEnv({ MAIL_FROM: 'Amparo <a@x.example>\nBcc: b' })).toThrow('MAIL_FROM');
    expect(mail.letters).toEqual([]);
  });
});
