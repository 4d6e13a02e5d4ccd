import type { CommandContext } from './platform/command.ts';
import { migrate, openToApi } from './platform/migrate.ts';

/** A one-time link the start prints: for whom, and the path on this server. */
export interface StartLink { who: string; path: string }

/**
 * Makes a database fit for use: migrations, the login role's password, the reference library.
 * @returns the address the API connects with
 */
export async function prepareDatabase(ctx: CommandContext): Promise<string> {
  const applied = await migrate(ctx.url);
  if (applied.length) ctx.say(`Applied ${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'}: ${applied[0]} … ${applied.at(-1)}`.replace(/: (\S+) … \1$/, ': $1'));
  const apiUrl = await openToApi(ctx.url, ctx.home);
  const { seedLibrary } = await import('./library/library.seed.ts');
  await seedLibrary(ctx);
  const { seedProcedures } = await import('./procedure/procedure.seed.ts');
  await seedProcedures(ctx);
  return apiUrl;
}

/** Everything the start does between a running database and a running API. Without the demo only the first steward gets a link. */
export async function prepare(ctx: CommandContext, demo: boolean): Promise<{ apiUrl: string; links: StartLink[] }> {
  const apiUrl = await prepareDatabase(ctx);
  if (demo) await (await import('./demo/demo.seed.ts')).seedDemo(ctx);
  const { startLinks } = await import('./people/sign-in-link.ts');
  return { apiUrl, links: await startLinks(ctx, demo) };
}
