import { type ProcedureTemplate, procedureTemplates, readTemplate } from '@amparo/domain/procedures';
import pg from 'pg';
import type { CommandContext } from '../platform/command.ts';
import { AppError } from '../platform/errors.ts';

interface Stored { id: string; version: number; shipped: boolean; body: unknown; used: boolean }
const inUse = (template: string, problem: string, words: string) => new AppError('CONFLICT', words, { fields: [{ field: template, problem }] });
/** Compared as they are read, so that a field with a default, added later, changes nothing. */
const sameAs = (stored: Stored | undefined, template: ProcedureTemplate): boolean => {
  const read = stored && readTemplate(stored.body);
  return read !== undefined && 'ok' in read && JSON.stringify(read.ok) === JSON.stringify(template);
};

/**
 * Brings the shipped templates into the database. A version that proceedings follow stays for them: it can be withdrawn, never changed
 * or taken away. All or nothing.
 * @throws AppError CONFLICT naming the template and version, when what is in use has been changed or cannot be read any more
 */
export async function seedProcedures({ url }: Pick<CommandContext, 'url'>, shipped: readonly ProcedureTemplate[] = procedureTemplates): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin; set local role lit_acl');
    const { rows } = await client.query<Stored>('select id, version, shipped, body, exists (select from app.proceeding p where p.template_id = t.id and p.template_version = t.version) as used from app.procedure_template t');
    const storedOf = ({ id, version }: { id: string; version: number }) => rows.find((r) => r.id === id && r.version === version);
    const stays = (r: Stored) => shipped.some((t) => t.id === r.id && t.version === r.version);
    if (shipped.every((t) => storedOf(t)?.shipped && sameAs(storedOf(t), t)) && rows.every((r) => !r.shipped || stays(r))) return; // a second start is not slower for it
    for (const template of shipped) {
      const stored = storedOf(template);
      if (stored?.used && !sameAs(stored, template)) {
        throw inUse(`${template.id}@${template.version}`, 'changed_in_use', `The procedure template ${template.id}, version ${template.version}, is followed by proceedings and has been changed. Give the change a version of its own and keep this one.`);
      }
      await client.query('insert into app.procedure_template (id, version, body) values ($1, $2, $3) on conflict (id, version) do update set body = excluded.body, shipped = true', [template.id, template.version, JSON.stringify(template)]);
    }
    for (const { id, version, body, used } of rows.filter((r) => !stays(r))) {
      if (!used) { await client.query('delete from app.procedure_template where id = $1 and version = $2', [id, version]); continue; }
      if (!('ok' in readTemplate(body))) throw inUse(`${id}@${version}`, 'unreadable_in_use', `The procedure template ${id}, version ${version}, is followed by proceedings and this version of Amparo cannot read it. Start the version that stored it.`);
      await client.query('update app.procedure_template set shipped = false where id = $1 and version = $2', [id, version]);
    }
    await client.query(`select pg_notify('amparo', '{"c":null,"t":"library","i":""}')`);
    await client.query('commit');
  } finally { await client.end(); }
}
