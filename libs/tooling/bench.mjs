// npm run bench [-- --cases N]: the figures of speed, as ratios against a floor measured in the same run.
import { join } from 'node:path';
import { build, ensure, root, tool } from './ensure.mjs';
import { run } from './plain.mjs';

await run(async () => {
  if (!ensure()) return;
  build(['@amparo/api', '@amparo/web']);
  process.exitCode = tool('node', [join(root, 'tests/bench/bench.ts'), ...process.argv.slice(2)]);
});
