// npm run emit [-- PART-OF-A-PATH]: writes the generated contracts anew (see contracts.mjs).
import { ensure } from './ensure.mjs';
import { run } from './plain.mjs';

await run(async () => {
  if (!ensure()) return;
  const { emitContracts } = await import('./contracts.mjs');
  const written = await emitContracts(process.argv[2]);
  console.log(written.length ? `Written: ${written.join(', ')}` : `Nothing generated has "${process.argv[2]}" in its path.`);
  process.exitCode = written.length ? 0 : 1;
});
