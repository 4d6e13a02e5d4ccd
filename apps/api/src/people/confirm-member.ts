import { email } from '@amparo/domain';
import type { Command } from '../platform/command.ts';
import { asOperator } from './sign-in-link.ts';

/** `npm run amparo -- confirm-member EMAIL`: the host vouches for somebody, where no second person is there yet who could. */
export const confirmMember: Command = async ([given, ...more], { url, say }) => {
  const address = email.safeParse(given);
  if (given && !address.success && !more.length) { say(`${given}: that is no e-mail address.`); return 1; }
  if (!address.success || more.length) { say('Say whom: npm run amparo -- confirm-member EMAIL'); return 1; }
  return asOperator(url, async (client) => {
    const { rows: [person] } = await client.query<{ id: string; name: string }>('select id, name from app.person where email = $1', [address.data]);
    if (!person) { say(`Nobody here has the address ${address.data}. A steward adds people under Members.`); return 1; }
    const { rows } = await client.query<{ id: string; organisation: string }>(
      `update app.membership m set vouched = true, confirmed_at = coalesce(m.confirmed_at, now()), version = m.version + 1, updated_at = now() from app.organisation o
       where o.id = m.organisation_id and m.person_id = $1 and not m.vouched returning m.id, o.name as organisation`, [person.id]);
    for (const { id } of rows) await client.query("insert into audit.row_version (table_name, row_id, op, became, operator) values ('membership', $1, 'change', $2, true)", [id, { vouched: true }]);
    say(rows.length ? `${person.name} is confirmed in ${rows.map((r) => r.organisation).join(', ')}.` : `${person.name} is waiting nowhere.`);
    return 0;
  });
};
