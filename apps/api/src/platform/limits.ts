import { type ASTVisitor, type DocumentNode, type FragmentDefinitionNode, getNamedType, getNullableType, GraphQLError, type GraphQLField, type GraphQLSchema, isCompositeType, isListType, isObjectType, Kind, type OperationDefinitionNode, SchemaMetaFieldDef, type SelectionSetNode, TypeMetaFieldDef, type ValidationContext, type ValidationRule } from 'graphql';

/** What one request may ask (figures: the security page, GraphQL attacks). */
export const limits = { bodyBytes: 256 << 10, tokens: 2000, depth: 12, fields: 500, aliases: 15, directives: 30, cost: 25_000, first: 100, rows: 500, list: 10, subscriptions: 10, sockets: 10, socketsOf: 40, socketsFrom: 100, frameBytes: 64 << 10 };
/** How long a connection may take to say what it wants (ms), and how long it may say nothing at all. */
export const patience = { requestTimeout: 30_000, headersTimeout: 10_000, connectionTimeout: 120_000, keepAliveTimeout: 65_000 };

interface Measure { fields: number; depth: number; cost: number; aliases: number; directives: number; cycle: boolean }

/** Counts the operation with its fragments unfolded, stopping as soon as a limit is passed, so that a fragment bomb costs nothing. */
export function measure(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Map<string, FragmentDefinitionNode>, variables: Record<string, unknown> = {}): Measure {
  const m: Measure = { fields: 0, depth: 0, cost: 0, aliases: 0, directives: 0, cycle: false };
  const defaults = new Map(operation.variableDefinitions?.flatMap((v) => (v.defaultValue?.kind === Kind.INT ? [[v.variable.name.value, v.defaultValue.value] as const] : [])) ?? []);
  const introspection: Record<string, Pick<GraphQLField<unknown, unknown>, 'type' | 'args'> | undefined> = { __schema: SchemaMetaFieldDef, __type: TypeMetaFieldDef };
  const over = () => m.fields > limits.fields || m.depth > limits.depth || m.aliases > limits.aliases || m.directives > limits.directives || m.cycle;
  const walk = (set: SelectionSetNode, parent: string | undefined, depth: number, times: number, within: readonly string[]): void => {
    const type = parent === undefined ? undefined : schema.getType(parent);
    const fields = isObjectType(type) ? type.getFields() : {};
    for (const s of set.selections) {
      if (over()) return;
      m.directives += s.directives?.length ?? 0;
      if (s.kind === Kind.FIELD) {
        m.fields++;
        m.cost += times;
        m.depth = Math.max(m.depth, depth);
        if (s.alias) m.aliases++;
        const first = s.arguments?.find((a) => a.name.value === 'first')?.value;
        const field = fields[s.name.value] ?? (depth === 1 ? introspection[s.name.value] : undefined);
        const n = Number(first?.kind === Kind.INT ? first.value : first?.kind === Kind.VARIABLE ? variables[first.name.value] ?? defaults.get(first.name.value) ?? 1 : field?.args.find((a) => a.name === 'first')?.defaultValue ?? 0);
        if (!s.selectionSet) continue;
        const of = field?.type;
        const named = of && getNamedType(of);
        // A list without a size of its own counts as a handful; the rows of a page are counted by the page's `first`.
        const size = n > 0 ? Math.min(n, limits.rows) : !of || !isListType(getNullableType(of)) || parent?.endsWith('Connection') ? 1 : parent === '__Schema' ? Object.keys(schema.getTypeMap()).length : limits.list;
        walk(s.selectionSet, named && isCompositeType(named) ? named.name : undefined, depth + 1, times * size, within);
      } else if (s.kind === Kind.INLINE_FRAGMENT) walk(s.selectionSet, s.typeCondition?.name.value ?? parent, depth, times, within);
      else {
        const name = s.name.value;
        if (within.includes(name)) { m.cycle = true; return; }
        const f = fragments.get(name);
        if (f) walk(f.selectionSet, f.typeCondition.name.value, depth, times, [...within, name]);
      }
    }
  };
  walk(operation.selectionSet, schema.getRootType(operation.operation)?.name, 1, 1, []);
  return m;
}

const fragmentsOf = (doc: DocumentNode) => new Map(doc.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));

function faultOf(m: Measure): string | null {
  if (m.cycle) return 'A fragment uses itself.';
  if (m.depth > limits.depth) return `Deeper than ${limits.depth} levels.`;
  if (m.fields > limits.fields) return `More than ${limits.fields} fields.`;
  if (m.aliases > limits.aliases) return `More than ${limits.aliases} aliases.`;
  if (m.directives > limits.directives) return `More than ${limits.directives} directives.`;
  return null;
}

/** Refused before execution, over HTTP and over the WebSocket alike. Introspection is measured like anything else, but for the one question of the tools. */
export const withinLimits: ValidationRule = (ctx: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation === 'mutation' && (node.selectionSet.selections.length > 1 || node.selectionSet.selections[0]?.kind !== Kind.FIELD)) ctx.reportError(new GraphQLError('One mutation field per operation.', { nodes: [node] }));
    const fragments = fragmentsOf(ctx.getDocument());
    if (isToolsIntrospection(node, fragments)) return;
    const fault = faultOf(measure(ctx.getSchema(), node, fragments));
    if (fault) ctx.reportError(new GraphQLError(fault, { nodes: [node] }));
  },
});

/**
 * Is this the question that editors and generators ask of any API: the schema once, every type of it once? It is deeper than
 * our own questions, since a type is wrapped in others, but its answer is no larger than the schema. Whatever asks a type of a
 * type for its parts, or anything by another name, is measured like the rest.
 */
function isToolsIntrospection(operation: OperationDefinitionNode, fragments: Map<string, FragmentDefinitionNode>): boolean {
  let left = limits.fields;
  const plain = (set: SelectionSetNode, within: 'query' | 'schema' | 'type' | 'reference'): boolean => set.selections.every((s): boolean => {
    if (--left < 0 || s.directives?.length) return false;
    if (s.kind !== Kind.FIELD) {
      const inner = s.kind === Kind.INLINE_FRAGMENT ? s.selectionSet : fragments.get(s.name.value)?.selectionSet;
      return !!inner && plain(inner, within);
    }
    const name = s.name.value;
    if (s.alias || (within === 'query' && name !== '__schema')) return false;
    if (!s.selectionSet) return within !== 'query';
    if (within === 'query') return plain(s.selectionSet, 'schema');
    if (within === 'schema') return plain(s.selectionSet, name === 'types' || name === 'directives' ? 'type' : 'reference');
    if (within === 'reference') return name === 'ofType' && plain(s.selectionSet, 'reference');
    return plain(s.selectionSet, /^(?:fields|args|inputFields|enumValues)$/.test(name) ? 'type' : 'reference');
  });
  return operation.operation === 'query' && plain(operation.selectionSet, 'query');
}

/** The cost with the sizes that were really asked for; above the limit the operation is not run. */
export function costFault(schema: GraphQLSchema, doc: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): string | null {
  const fragments = fragmentsOf(doc);
  if (isToolsIntrospection(operation, fragments)) return null;
  const { cost } = measure(schema, operation, fragments, variables);
  return cost > limits.cost ? `This asks for too much at once (${Math.round(cost)} of ${limits.cost}).` : null;
}
