// npm run check: lint, types, boundaries, import cycles, generated files that are behind their sources, the lock file.
import { ensure, tool } from './ensure.mjs';
import { run } from './plain.mjs';

await run(async () => {
  if (!ensure()) return;
  const failed = [];
  console.log('Generated files …');
  const { staleContracts } = await import('./contracts.mjs');
  const stale = await staleContracts();
  for (const path of stale) console.error(`${path} is behind its sources: run npm run emit`);
  if (stale.length) failed.push('generated files');
  console.log('Lint and types …');
  if (tool('nx', ['run-many', '-t', 'lint', 'typecheck', '--output-style=static']) !== 0) failed.push('lint or types');
  console.log('Lock file …');
  const { lockFaults } = await import('./check-lock.mjs');
  const faults = lockFaults();
  for (const f of faults) console.error(f);
  if (faults.length) failed.push('lock file');
  if (failed.length) { console.error(`\nCheck failed: ${failed.join(', ')}.`); process.exit(1); }
  console.log('\nAll clean.');
});
