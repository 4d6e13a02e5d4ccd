import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { build, type Plugin, type Rollup } from 'vite';

/**
 * Compiles the English of each message where it stands, after the macros have made it `{ id, message }`.
 * So the browser needs neither a catalogue for English nor the parser of the message format.
 */
export function compiledMessages({ types: t }: { types: any }) {
  const compiled = (node: any) => {
    const text = t.isJSXExpressionContainer(node) ? node.expression : node;
    if (!t.isStringLiteral(text)) return undefined;
    const message = compileMessage(text.value);
    return t.valueToNode(typeof message === 'string' ? [message] : message);
  };
  return {
    visitor: {
      Program: {
        exit(program: any) {
          program.traverse({
            ObjectExpression({ node }: any) {
              const named = (name: string) => node.properties.find((p: any) => t.isObjectProperty(p) && (p.key.name ?? p.key.value) === name);
              const message = named('message'), value = named('id') && message && compiled(message.value);
              if (value) message.value = value;
            },
            JSXOpeningElement({ node }: any) {
              const named = (name: string) => node.attributes.find((a: any) => t.isJSXAttribute(a) && a.name.name === name);
              const message = named('message'), value = named('id') && message && compiled(message.value);
              if (value) message.value = t.jsxExpressionContainer(value);
            },
          });
        },
      },
    },
  };
}

/**
 * Makes each generated document a module of its own: one file holds them all, and a page should not load the queries of the others.
 */
export function documentsApart(): Plugin {
  const wanted = /import\s*\{([^}]+)\}\s*from\s*["']((?:\.\.?\/)+gql\/graphql\.ts)["'];?/g;
  const mark = /\/gql\/graphql\.ts\?document=(\w+)$/;
  return {
    name: 'documents-apart',
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/[^?]+\.tsx?$/, code: 'gql/graphql.ts' },
      handler: (code) => ({
        code: code.replace(wanted, (_all, names: string, from: string) => names.split(',').map((name) => name.trim()).filter((name) => name && !name.startsWith('type '))
          .map((name) => `import { ${name} } from ${JSON.stringify(`${from}?document=${name.split(' as ')[0]?.trim()}`)};`).join(' ')),
        map: null,
      }),
    },
    load: {
      filter: { id: mark },
      handler(id) {
        const name = mark.exec(id)?.[1], file = id.slice(0, id.indexOf('?'));
        this.addWatchFile(file);
        const line = readFileSync(file, 'utf8').split('\n').find((each) => each.startsWith(`export const ${name} = `));
        if (!line) throw new Error(`There is no ${name} in ${file}: run codegen.`);
        return line.replace(/ as unknown as .*$/, ';');
      },
    },
  };
}

/** What the Log opens with when there is no signal: these files, all they import, their styles, and the fonts of the first paint. */
const forTheLog = ['src/main.tsx', 'src/log/LogPage.tsx', 'src/log/LogSheet.tsx', 'src/offline/OfflineStrip.tsx', 'src/offline/QueueList.tsx', 'src/offline/device.ts', 'src/offline/start.tsx', 'src/offline/worker.ts', 'src/log/log-store.ts', 'src/shell/MoreSheet.tsx'];
const fontsOfTheLog = /(sans-3-latin|serif-4-latin)-wght-(normal|italic)-[^.]*[.]woff2$/;

/** Builds the service worker beside the client: one file, whose list of files (their names carry hashes) is its version. */
export function serviceWorker(root: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((each): each is Rollup.OutputChunk => each.type === 'chunk');
      const files = new Set<string>();
      const take = (file: string): void => {
        const chunk = chunks.find(({ fileName }) => fileName === file);
        if (!chunk || files.has(file)) return;
        files.add(file);
        for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
        for (const each of chunk.imports) take(each);
      };
      for (const wanted of forTheLog) {
        const id = join(root, wanted); // its own chunk, and the door to it where another chunk holds it
        const found = chunks.filter(({ moduleIds, facadeModuleId }) => moduleIds.includes(id) || facadeModuleId === id);
        if (!found.length) this.error(`The Log needs ${wanted} without a signal, and no chunk holds it.`);
        for (const { fileName } of found) take(fileName);
      }
      for (const file of Object.keys(bundle)) if (fontsOfTheLog.test(file)) files.add(file);
      const list = [...files].sort().map((file) => `/${file}`);
      const made = (await build({
        root, configFile: false, publicDir: false, logLevel: 'warn',
        define: { __FILES__: JSON.stringify(list), __BUILD__: JSON.stringify(createHash('sha256').update(list.join()).digest('base64url').slice(0, 12)) },
        build: { write: false, modulePreload: false, target: 'baseline-widely-available', rollupOptions: { input: join(root, 'src/offline/sw.ts'), output: { format: 'iife', entryFileNames: 'sw.js' } } },
      })) as Rollup.RollupOutput;
      for (const each of made.output) if (each.type === 'chunk' && each.isEntry) this.emitFile({ type: 'asset', fileName: 'sw.js', source: each.code });
    },
  };
}
