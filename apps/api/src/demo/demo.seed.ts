import pg from 'pg';
import { demoPeople } from '../people/demo-people.ts';
import type { CommandContext } from '../platform/command.ts';
import { writeDemoCase } from './demo-case.ts';
import { writeDemoDecisions } from './demo-decisions.ts';
import { writeDemoHarms } from './demo-harms.ts';
import { kenya } from './kenya.ts';
import { mauritius } from './mauritius.ts';
import { uganda } from './uganda.ts';

/** Loads the sample coalition and its cases; where demo cases are already, they are left as people have changed them. All or nothing. */
export async function seedDemo({ url, say }: Pick<CommandContext, 'url' | 'say'>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role lit_acl');
    await client.query("select pg_advisory_xact_lock(hashtext('amparo demo'))");
    await demoPeople(client);
    const { rowCount } = await client.query('select from app.legal_case where demo limit 1');
    if (!rowCount) {
      say('Loading the demo: real public records, a fictional team …');
      for (const of of [uganda, kenya, mauritius]) await writeDemoCase(client, of);
      await writeDemoDecisions(client);
      await writeDemoHarms(client);
    }
    await client.query('commit');
  } finally { await client.end(); }
}
