import { readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

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
