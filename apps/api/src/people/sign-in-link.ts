import { createHash, randomBytes } from 'node:crypto';
import { email } from '@amparo/domain';
import pg from 'pg';
import { publicAddress } from '../platform/address.ts';
import type { Command, CommandContext } from '../platform/command.ts';
import { env } from '../platform/env.ts';
import { demoCast } from './demo-people.ts';

/** A one-time link the start prints: for whom, and the path on this server. */
export interface StartLink { who: string; path: string }

/** On the host, as the definer role that may make links; every change is one transaction. */
export async function asOperator<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role lit_acl');
    const done = await work(client);
    await client.query('commit');
    return done;
  } finally { await client.end(); }
}

/** Makes a link for this person and leaves a line in the history that an operator did. */
async function addLink(client: pg.Client, personId: string, purpose: 'first_use' | 'operator'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hours = purpose === 'first_use' ? 72 : 24;
  await client.query("insert into app.sign_in_link (token_hash, person_id, purpose, expires_at) values ($1, $2, $3, now() + $4 * interval '1 hour')", [createHash('sha256').update(token).digest(), personId, purpose, hours]);
  await client.query("insert into audit.row_version (table_name, row_id, op, became, operator) values ('sign_in_link', $1, 'add', $2, true)", [personId, { purpose }]);
  return `/link/${token}`;
}

/** `npm run amparo -- sign-in-link EMAIL`: the last line is the link, whole. */
export const signInLink: Command = async ([given, ...more], { url, say, origin = publicAddress() }) => {
  const address = email.safeParse(given);
  if (given && !address.success && !more.length) { say(`${given}: that is no e-mail address.`); return 1; }
  if (!address.success || more.length) { say('Say for whom: npm run amparo -- sign-in-link EMAIL'); return 1; }
  return asOperator(url, async (client) => {
    const { rows: [person] } = await client.query<{ id: string; name: string; disabled: boolean }>('select id, name, disabled from app.person where email = $1', [address.data]);
    if (!person) { say(`Nobody here has the address ${address.data}. A steward adds people under Members.`); return 1; }
    if (person.disabled) { say(`${person.name} is shut out. A steward can let them in again under Members.`); return 1; }
    const path = await addLink(client, person.id, 'operator');
    say(`For ${person.name}, works once, within 24 hours:`);
    say(`${origin}${path}`);
    return 0;
  });
};

/**
 * The links a start prints. With the demo one for each of the five sample people; without it one for the first steward,
 * who is made here when nobody is, until they have been in once.
 */
export async function startLinks({ url }: CommandContext, demo: boolean, stewardEmail = env().AMPARO_STEWARD_EMAIL): Promise<StartLink[]> {
  return asOperator(url, async (client) => {
    if (demo) {
      const links: StartLink[] = [];
      for (const of of demoCast) {
        const { rows: [person] } = of.role ? await client.query<{ id: string }>('select id from app.person where email = $1 and demo and not disabled', [of.email]) : { rows: [] };
        if (!person) continue;
        await client.query("delete from app.sign_in_link where person_id = $1 and purpose = 'operator' and used_at is null", [person.id]);
        links.push({ who: `${of.role}: ${of.name}, ${of.organisation}`, path: await addLink(client, person.id, 'operator') });
      }
      return links;
    }
    await client.query("select pg_advisory_xact_lock(hashtext('first steward'))");
    const stewards = await client.query<{ id: string; name: string; email: string; waiting: boolean }>(
      "select p.id, p.name, p.email, p.first_signed_in_at is null as waiting from app.membership m join app.person p on p.id = m.person_id where 'steward' = any (m.roles) and not p.demo order by m.since, m.created_at");
    const first = stewards.rows[0] ?? (await addSteward(client, stewardEmail));
    if (stewards.rows.some((s) => !s.waiting) || !first.waiting) return [];
    await client.query("delete from app.sign_in_link where person_id = $1 and purpose = 'first_use' and used_at is null", [first.id]);
    return [{ who: `the first steward: ${first.email}`, path: await addLink(client, first.id, 'first_use') }];
  });
}

async function addSteward(client: pg.Client, address: string) {
  const organisation = await client.query<{ id: string }>("insert into app.organisation (name, country) values ('Secretariat', 'ZZ') on conflict ((lower(name))) do update set name = organisation.name returning id");
  const person = await client.query<{ id: string; name: string; email: string; waiting: boolean }>(
    "insert into app.person (email, name) values (lower($1), 'Steward') on conflict (email) do update set email = excluded.email returning id, name, email, first_signed_in_at is null as waiting", [address]);
  await client.query("insert into app.membership (organisation_id, person_id, roles) values ($1, $2, '{steward}') on conflict (organisation_id, person_id) do update set roles = membership.roles || '{steward}', vouched = true, confirmed_at = coalesce(membership.confirmed_at, now())", [organisation.rows[0]?.id, person.rows[0]?.id]);
  if (!person.rows[0]) throw new Error('the first steward could not be added');
  return person.rows[0];
}
