/** Something a person can mend: shown as one line. Everything else that fails on the way is turned into such a line by `plainly`. */
export class Plain extends Error {}

const byCode = {
  ENOSPC: 'The disk is full. Make room and start again; nothing that was saved is lost.',
  53100: 'The disk is full. Make room and start again; nothing that was saved is lost.',
  EDQUOT: 'The disk quota is used up. Make room and start again.',
  ECONNREFUSED: 'The database does not answer at the address in DATABASE_URL (connection refused).',
  ENOTFOUND: 'The host in DATABASE_URL is not known.',
  EAI_AGAIN: 'The host in DATABASE_URL cannot be looked up right now.',
  ETIMEDOUT: 'The database does not answer at the address in DATABASE_URL (no answer in time).',
  '28P01': 'The database refused the user or password in DATABASE_URL.',
  28000: 'The database refused the user in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist on that server.',
  42501: 'The role in DATABASE_URL lacks a right it needs: it must own the database and may create roles.',
  53300: 'The database has no free connection.',
};

/** One line for a person, never a stack trace. */
export function plainly(e) {
  if (e instanceof Plain || e?.constructor?.name === 'InstallationError') return e.message;
  for (let at = e; at; at = at.cause ?? at.driverError) {
    const said = byCode[at.code];
    if (said) return at.code === '42501' ? `${said} (${at.message})` : said;
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(at.code)) return `${at.path ?? 'A file'} cannot be used (${{ EROFS: 'read-only', ENOTDIR: 'a part of the path is no folder', EISDIR: 'it is a folder' }[at.code] ?? 'permission denied'}). Choose another data folder with AMPARO_HOME, or change its rights.`;
    if (at.code === 'ENOENT') return `${at.path ?? 'A file'} does not exist.`;
    if (/No space left on device/i.test(at.message ?? '')) return byCode.ENOSPC;
    if (/connection timeout|timeout expired/i.test(at.message ?? '')) return byCode.ETIMEDOUT;
  }
  return String(e?.message ?? e);
}

/** Runs a program's main function; what goes wrong becomes one line on standard error and a non-zero exit. */
export async function run(main) {
  try { await main(); } catch (e) {
    console.error(plainly(e));
    if (process.env.AMPARO_TRACE) console.error(e);
    process.exit(1);
  }
}
