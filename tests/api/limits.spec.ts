import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../../apps/api/src/platform/limits.ts';
import { codeOf, log, logged, newCase } from '../support/case-text.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
let statements: typeof import('../../apps/api/src/platform/db.ts').statements;
beforeAll(async () => { world = await makeWorld(); ({ statements } = await import('../../apps/api/src/platform/db.ts')); });
afterAll(async () => { await world.end(); });

const post = (payload: unknown, headers: Record<string, string> = {}) => world.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });
/** Refused with a 4xx, without a single statement in the database. */
async function refused(payload: unknown, headers: Record<string, string> = {}) {
  let heard = 0;
  statements.heard = () => { heard++; };
  const began = performance.now();
  const r = await post(payload, headers);
  delete statements.heard;
  expect(r.statusCode, r.payload.slice(0, 200)).toBeGreaterThanOrEqual(400);
  expect(r.statusCode).toBeLessThan(500);
  expect(heard).toBe(0);
  expect(r.payload).not.toMatch(/stack|node_modules|select |lit_user/i);
  return { ...r, took: performance.now() - began };
}

describe('a request that asks too much is refused before anything runs:', () => {
  const nest = (n: number) => `{ court(slug: "x") { ${'parent { '.repeat(n)}id${' }'.repeat(n)} } }`;
  it('deep', async () => { await refused({ query: nest(limits.depth + 5) }); expect((await post({ query: nest(3) })).statusCode).toBe(200); });
  it('deep through fragments', async () => {
    await refused({ query: `{ court(slug: "x") { ...a } } ${Array.from({ length: 20 }, (_, i) => `fragment ${'abcdefghijklmnopqrst'[i]} on Court { parent { ${i < 19 ? `...${'abcdefghijklmnopqrst'[i + 1]}` : 'id'} } }`).join(' ')}` });
  });
  it('a fragment bomb', async () => {
    const bomb = Array.from({ length: 25 }, (_, i) => `fragment f${i} on Court { ${i < 24 ? `...f${i + 1} ...f${i + 1}` : 'id slug'} }`).join(' ');
    expect((await refused({ query: `{ court(slug: "x") { ...f0 } } ${bomb}` })).took).toBeLessThan(3000);
  });
  it('a fragment that uses itself', async () => { await refused({ query: '{ court(slug: "x") { ...a } } fragment a on Court { parent { ...a } }' }); });
  it('wide by aliases', async () => { await refused({ query: `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: courts { id }`).join(' ')} }` }); });
  it('several mutations at once, so that no password is tried nine times in one request', async () => { await refused({ query: 'mutation { a: removeEvent(id: "x") b: removeEvent(id: "y") }' }); });
  it('many tokens', async () => { await refused({ query: `{ courts { ${'id '.repeat(5000)} } }` }); });
  it('many directives', async () => { await refused({ query: `{ courts { id ${'@include(if: true) '.repeat(60)} } }` }); });
  it('lists in lists', async () => { await refused({ query: 'query($n: Int!) { precedents(first: $n) { rows { precedent { court { precedents { court { precedents { cites { precedent { cites { precedent { id slug title } } } } } } } } } } } }', variables: { n: 100 } }); });
  it('a circle of two lists, each with a size', async () => { await refused({ query: '{ legalCase(id: "x") { events(first: 500) { legalCase { events(first: 500) { legalCase { events(first: 500) { id } } } } } } }' }); });
  it('a size that hides in a default', async () => { await refused({ query: 'query($n: Int! = 100) { precedents(first: $n) { rows { precedent { court { precedents { court { precedents { court { precedents { id } } } } } } } } } }' }); });
  it('introspection by many names, or of types in types in types', async () => {
    await refused({ query: `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: __schema { types { fields { name args { name } } } }`).join(' ')} }` });
    await refused({ query: `{ ${Array.from({ length: 15 }, (_, i) => `a${i}: __schema { types { fields { name args { name } } } }`).join(' ')} }` });
    await refused({ query: '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }' });
    await refused({ query: '{ __schema { ...s } } fragment s on __Schema { types { fields { type { ...t } } } } fragment t on __Type { fields { type { fields { name args { name } } } } }' });
    await refused({ query: `{ ${Array.from({ length: 15 }, (_, i) => `a${i}: __type(name: "Query") { fields { type { fields { type { fields { type { name } } } } } } }`).join(' ')} }` });
  });
  it('but the question that tools ask of any API is answered, with every option they have', async () => {
    for (const options of [{}, { descriptions: false }, { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true }]) {
      const r = await post({ query: getIntrospectionQuery(options), operationName: 'IntrospectionQuery' });
      expect(r.statusCode, r.payload.slice(0, 200)).toBe(200);
      expect(buildClientSchema(r.json().data).getQueryType()?.getFields()).toHaveProperty('cases');
    }
    expect((await post({ query: '{ __schema { types { name } } __type(name: "Court") { fields { name type { name } } } }' })).statusCode).toBe(200);
  });
  it('a batch', async () => { await refused([{ query: '{ __typename }' }, { query: '{ __typename }' }]); });
  it('a body above its limit, with what to do', async () => {
    const r = await refused({ query: '{ __typename }', variables: { x: 'x'.repeat(limits.bodyBytes) } });
    expect([r.statusCode, r.json()]).toEqual([413, { code: 'INVALID', message: 'This is larger than 256 kB. Send less at once.', fields: [{ field: 'body', problem: 'too_long' }] }]);
  });
  it('ten megabytes', async () => { await refused(`{"query":"${'x'.repeat(10 << 20)}"}`); });
});

it('what still resolves when the answer has left opens nothing that nobody ends', async () => {
  const open = async () => (await world.owner.query("select count(*)::int n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'")).rows[0].n as number;
  await Promise.all(Array.from({ length: 20 }, () => post({ query: '{ today { date } courts { slug precedents { slug cites { precedent { slug } } } } }' })));
  await new Promise((r) => setTimeout(r, 300));
  expect(await open()).toBe(0);
});

describe('what is malformed gets a code and a reason:', () => {
  it.each([
    ['broken JSON', '{"query":'], ['no query', '{}'], ['a number', '5'], ['a syntax error', { query: '{ courts {' }], ['an unknown field', { query: '{ courts { password } }' }], ['an unknown argument', { query: '{ courts(x: 1) { id } }' }],
    ['a wrong type', { query: 'query($n: Int!) { precedents(first: $n) { total } }', variables: { n: 'many' } }], ['a missing variable', { query: 'query($n: Int!) { precedents(first: $n) { total } }' }], ['an unknown operation', { query: 'query A { courts { id } }', operationName: 'B' }],
  ])('%s', async (_, payload) => {
    const r = await refused(payload);
    expect(r.payload).not.toMatch(/did you mean/i);
  });
  it('a form post from another site (CSRF)', async () => {
    await refused('{"query":"{ __typename }"}', { 'content-type': 'text/plain' });
    await refused('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' });
    await refused({ query: '{ __typename }' }, { origin: 'https://evil.example', host: 'amparo.example' });
    await refused({ query: '{ __typename }' }, { origin: 'null', host: 'amparo.example' });
  });
  it('an address or a Host header that cannot be read', async () => {
    for (const [url, host] of [['/%E0%A4%A', 'localhost'], ['/graphql/%zz', 'localhost'], ['/healthz', 'a b'], ['/exports/comparison.csv', 'http://'], ['/healthz', '[::1'], ['/', 'x/y'], ['/', 'x:99999']] as const) {
      const r = await world.app.inject({ method: 'GET', url, headers: { host } });
      expect([r.statusCode, r.json().code], `${url} ${host}`).toEqual([400, 'INVALID']);
      expect(r.payload).not.toContain('FST_');
    }
    expect((await world.app.inject({ method: 'GET', url: '/healthz', headers: { host: '[::1]:4000' } })).statusCode).toBe(200);
  });
  it('a stored query, which nobody stores', async () => {
    const r = await post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(r.payload).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });
  it('a mutation by GET', async () => {
    const r = await world.app.inject({ method: 'GET', url: `/graphql?query=${encodeURIComponent('mutation { removeEvent(id: "x") }')}`, headers: { 'apollo-require-preflight': '1' } });
    expect(r.statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('text that no database can hold is refused by its field, in every argument:', () => {
  const id = randomUUID();
  it.each([
    ['court', 'slug', '$x: String!', 'court(slug: $x) { id }'], ['a precedent', 'slug', '$x: String!', 'precedent(slug: $x) { id }'], ['a system', 'slug', '$x: String!', 'idSystem(slug: $x) { id }'],
    ['a page of a concept', 'id', '$x: String!', 'conceptPage(scheme: "harms", id: $x) { neverLitigated }'], ['a search', 'text', '$x: String!', 'search(text: $x, first: 1) { title }'],
    ['a page mark', 'after', '$x: String!', 'cases(first: 1, after: $x) { total }'], ['a list of slugs', 'slugs[0]', '$x: String!', 'comparison(slugs: [$x]) { missing }'], ['a filter', 'filter.text', '$x: String!', 'precedents(first: 1, filter: { text: $x }) { total }'],
  ])('%s', async (_, field, variable, selection) => {
    for (const [x, problem] of [['a\u0000b', 'control_character'], ['a\ud800b', 'broken_character']]) {
      const r = await post({ query: `query(${variable}) { ${selection} }`, variables: { x } }, { cookie: `amparo=${world.people.lead.token}` });
      expect(r.statusCode).toBeLessThan(500);
      expect(r.json().errors?.[0]?.extensions, `${field} ${r.payload}`).toMatchObject({ code: 'INVALID', fields: [{ field: field.replace('filter.', ''), problem }] });
    }
  });
  it('half a character in the text of the query', async () => {
    for (const query of ['{ court(slug: "\ud800") { id } }', '# \udfff\n{ me { id } }', '{ me { id \ud800 } }']) {
      const r = await post({ query });
      expect(r.statusCode, r.payload).toBe(400);
      expect(r.json().errors[0].extensions).toMatchObject({ code: 'INVALID' });
      const got = await world.app.inject({ method: 'GET', url: '/graphql', query: { query: `{ me { id } } # ${query.length}` }, headers: { 'apollo-require-preflight': '1' } });
      expect(got.statusCode).toBe(200);
    }
  });
  it.each(['cases(first: 5, after: $x)', 'cases(first: 5, after: $x, filter: { sort: "decided" })', 'harms(first: 5, after: $x)', 'precedents(first: 5, after: $x)', `caseChanges(id: "${id}", first: 5, after: $x)`])('a forged page mark of %s', async (list) => {
    const marks = [['x', randomUUID()], ['2025-01-01', 'abc'], ['2025-13-45T99:99', randomUUID()], ['99999999999999999999', '0'], [1, 2], 'x', ['a\u0000', randomUUID()], ['\ud800', randomUUID()], ['x', '--------'], ['2026-01-01 00:00:00+99', randomUUID()], ['2026-01-01 00:00:00+00:99:99', randomUUID()], ['2026-01-01 00:00:00-16', randomUUID()]];
    for (const mark of [...marks.map((m) => Buffer.from(JSON.stringify(m)).toString('base64url')), 'no mark at all', '\u2028']) {
      const r = await post({ query: `query($x: String!) { ${list} { pageInfo { endCursor } } }`, variables: { x: mark } }, { cookie: `amparo=${world.people.lead.token}` });
      const [fault] = r.json().errors ?? [];
      if (!fault && !list.startsWith('precedents')) continue; // a mark that could be ours: it only begins somewhere
      expect(fault, `${list} ${mark}`).toBeTruthy();
      expect([fault.extensions.code, fault.extensions.fields], `${mark} ${Buffer.from(mark, 'base64url').toString()}`).toEqual(list.includes('caseChanges') && fault.extensions.code === 'NOT_FOUND' ? ['NOT_FOUND', undefined] : ['INVALID', [{ field: 'after', problem: 'malformed' }]]);
    }
  });
});

describe('what is typed into a case', () => {
  it.each([
    ['title', 'x'.repeat(301), 'too_long'], ['title', '', 'required'], ['title', 'a\u0000b', 'control_character'], ['title', 'a\u0007b', 'control_character'], ['title', 'a\ud800b', 'broken_character'], ['title', 'a\u202Eb', 'direction_override'],
    ['countries', ['ZZ'], /./], ['countries', [], /./], ['goals', [], /./], ['status', 'won', /./],
  ])('%s %j is refused with its field', async (field, value, problem) => {
    const input = { leadOrganisationId: world.people.lead.organisationId, title: 'T', goals: [{ kind: 'legal', text: 'g' }], countries: ['UG'], [field]: value };
    const a = await world.gql('lead', 'mutation($i: AddLegalCaseInput!) { addLegalCase(input: $i) { id } }', { i: input });
    expect(codeOf(a)).toBe('INVALID');
    const fault = a.errors?.[0]?.extensions.fields?.[0];
    expect(fault?.field).toMatch(new RegExp(`^${field}`));
    expect(fault?.problem).toMatch(problem);
  });
  it('dates that do not exist, unknown codes and ids of nowhere are refused, and nothing is written', async () => {
    const { id } = await newCase(world);
    const before = (await world.owner.query('select count(*)::int n from app.proc_event')).rows[0].n as number;
    for (const [more, field] of [[{ on: '2023-02-29' }, 'on'], [{ on: '2025-13' }, 'on'], [{ on: 'yesterday' }, 'on'], [{ type: 'party' }, 'type'], [{ atTime: '25:00' }, 'atTime'], [{ minutesSpent: -1 }, 'minutesSpent'], [{ outcome: 'victory' }, 'outcome'], [{ privateNote: 'x'.repeat(10_001) }, 'privateNote'], [{ proceedingId: randomUUID() }, 'proceedingId'], [{ id: 'not-an-id' }, 'id']] as const) {
      const a = await log(world, logged(id, more));
      expect(codeOf(a), JSON.stringify(more)).toBe('INVALID');
      expect(a.errors?.[0]?.extensions.fields?.[0]?.field, JSON.stringify(more)).toBe(field);
    }
    expect((await world.owner.query('select count(*)::int n from app.proc_event')).rows[0].n).toBe(before);
    expect((await world.gql('lead', '{ me { id } }')).errors).toBeUndefined();
  });
  it('a number too large for any column, or text for a number, is refused by its field', async () => {
    const { id } = await newCase(world);
    for (const [minutesSpent, problem] of [[2_147_483_648, 'out_of_range'], ['many', 'wrong_type']] as const) {
      const a = await log(world, logged(id, { minutesSpent }));
      expect(a.errors?.[0]?.extensions, JSON.stringify(a)).toMatchObject({ code: 'INVALID', fields: [{ field: 'minutesSpent', problem }] });
    }
  });
  it('text in any script, with quotes and markup, comes back as it was', async () => {
    for (const title of ['O\'Brien & Société <b>v</b> "State"', 'قضية الهوية الرقمية', 'ケース 事件 🏛', '--; drop table app.legal_case', '${x} {{y}} %s', 'Ndaga Muntu\u2019s']) {
      const { id } = await newCase(world, { title });
      expect((await world.gql('lead', 'query($i: ID!) { legalCase(id: $i) { title } }', { i: id })).data.legalCase.title).toBe(title.normalize('NFC'));
    }
  });
});

describe('over the WebSocket', () => {
  const port = async () => {
    if (!world.app.getHttpServer().listening) await world.app.listen(0, '127.0.0.1');
    return (world.app.getHttpServer().address() as { port: number }).port;
  };
  const dial = async (headers: Record<string, string>, path = '/graphql') => new WebSocket(`ws://127.0.0.1:${await port()}${path}`, 'graphql-transport-ws', { headers });
  /** What the door says: the status of its plain answer, or 101. */
  const knock = async (headers: Record<string, string>, path = '/graphql') => {
    const socket = await dial(headers, path);
    return new Promise<number>((ok) => {
      socket.on('unexpected-response', (_req, res) => { ok(res.statusCode ?? 0); socket.terminate(); });
      socket.on('open', () => { ok(101); socket.close(); });
      socket.on('error', () => undefined);
    });
  };
  async function talk(headers: Record<string, string>, payload?: object) {
    const socket = await dial(headers);
    return new Promise<{ code?: number; messages: string[] }>((ok) => {
      const messages: string[] = [];
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
      socket.on('message', (d) => {
        messages.push(String(d));
        if (String(d).includes('connection_ack') && payload) { socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload })); setTimeout(() => { socket.close(); ok({ messages }); }, 300); }
      });
      socket.on('close', (code) => ok({ code, messages }));
    });
  }
  const cookie = () => `amparo=${world.people.lead.token}`;
  it('another site, another scheme, the origin "null" and who is not signed in are shut out before there is a WebSocket', async () => {
    const origin = `http://127.0.0.1:${await port()}`;
    for (const [headers, status] of [[{ cookie: cookie(), origin: 'https://evil.example' }, 403], [{ cookie: cookie(), origin: origin.replace('http', 'https') }, 403], [{ cookie: cookie(), origin: 'null' }, 403], [{}, 401], [{ cookie: 'amparo=no-such-token' }, 401], [{ cookie: cookie(), origin }, 101], [{ cookie: cookie() }, 101]] as const)
      expect(await knock(headers), JSON.stringify(headers)).toBe(status);
  });
  it('elsewhere there is none, and nobody is left hanging', async () => {
    for (const path of ['/', '/nothing', '/graphqlx', '/@hmr']) expect(await knock({ cookie: cookie() }, path), path).toBe(404);
  });
  it('a frame larger than any of ours ends the connection', async () => {
    const socket = await dial({ cookie: cookie() });
    const closed = new Promise<number>((ok) => { socket.on('close', ok); });
    socket.on('error', () => undefined).on('open', () => { socket.send(JSON.stringify({ type: 'connection_init', payload: { x: 'x'.repeat(limits.frameBytes) } })); });
    expect(await closed).toBe(1009);
  });
  it('one session has so many connections, however fast they come', async () => {
    await vi.waitFor(async () => { expect(await knock({ cookie: cookie() })).toBe(101); });
    await new Promise((r) => setTimeout(r, 300)); // those of before are gone
    const open: WebSocket[] = [];
    const answers = await Promise.all(Array.from({ length: limits.sockets + 5 }, async () => {
      const socket = await dial({ cookie: cookie() });
      open.push(socket);
      return new Promise<number>((ok) => { socket.on('open', () => { ok(101); }).on('unexpected-response', (_q, res) => { ok(res.statusCode ?? 0); }).on('error', () => undefined); });
    }));
    expect(answers.filter((a) => a === 101)).toHaveLength(limits.sockets);
    expect(answers.filter((a) => a === 429)).toHaveLength(5);
    expect(await knock({ cookie: `amparo=${world.people.ally.token}` })).toBe(101);
    for (const socket of open) socket.terminate();
    await vi.waitFor(async () => { expect(await knock({ cookie: cookie() })).toBe(101); });
  });
  it('one person has so many connections, however many sessions they are spread over', async () => {
    const tokens = Array.from({ length: Math.ceil(limits.socketsOf / limits.sockets) + 1 }, () => randomBytes(32).toString('base64url'));
    for (const token of tokens) await world.owner.query("insert into app.session (token_hash, person_id, idle_until, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, now() + interval '1 hour', now() + interval '1 hour')", [token, world.people.colleague.id]);
    const open: WebSocket[] = [], answers: number[] = [];
    for (const token of tokens) for (let n = 0; n < limits.sockets; n++) {
      const socket = await dial({ cookie: `amparo=${token}` });
      open.push(socket);
      answers.push(await new Promise<number>((ok) => { socket.on('open', () => { ok(101); }).on('unexpected-response', (_q, res) => { ok(res.statusCode ?? 0); }).on('error', () => undefined); }));
    }
    expect(answers.filter((a) => a === 101)).toHaveLength(limits.socketsOf);
    expect(await knock({ cookie: cookie() })).toBe(101);
    for (const socket of open) socket.terminate();
    await vi.waitFor(async () => { expect(await knock({ cookie: `amparo=${tokens[0]}` })).toBe(101); });
  });
  it('one connection has so many subscriptions, and all together are judged once for each event', async () => {
    const { id } = await newCase(world);
    const socket = await dial({ cookie: cookie() });
    const heard: { id: string; type: string }[] = [];
    socket.on('message', (d) => heard.push(JSON.parse(String(d)) as { id: string; type: string }));
    await new Promise((ok) => { socket.on('open', ok); });
    socket.send('{"type":"connection_init"}');
    await vi.waitFor(() => { expect(heard[0]?.type).toBe('connection_ack'); });
    for (let i = 0; i < limits.subscriptions + 3; i++) socket.send(JSON.stringify({ id: `s${i}`, type: 'subscribe', payload: { query: 'subscription($id: ID) { legalCaseChanged(id: $id) { id } }', variables: { id } } }));
    await vi.waitFor(() => { expect(heard.filter((h) => h.type === 'error')).toHaveLength(3); });
    await new Promise((r) => setTimeout(r, 1500)); // the server says nothing when a subscription stands
    let judged = 0;
    statements.heard = (text) => { if (/case_caps/.test(text)) judged++; };
    await world.owner.query("select pg_notify('amparo', $1)", [JSON.stringify({ c: id, t: 'legal_case', i: id, k: 'change' })]);
    await vi.waitFor(() => { expect(heard.filter((h) => h.type === 'next')).toHaveLength(limits.subscriptions); });
    delete statements.heard;
    expect(judged).toBeGreaterThan(0);
    expect(judged).toBeLessThanOrEqual(2);
    socket.terminate();
  });
  it('a connection that never says what it wants is ended', async () => {
    const { patience } = await import('../../apps/api/src/platform/limits.ts');
    const server = world.app.getHttpServer() as import('node:http').Server;
    expect([server.requestTimeout, server.headersTimeout, server.timeout]).toEqual([patience.requestTimeout, patience.headersTimeout, patience.connectionTimeout]);
    const socket = connect(await port(), '127.0.0.1');
    const ended = new Promise<string>((ok) => { let said = ''; socket.on('data', (d) => { said += String(d); }).on('close', () => { ok(said); }); });
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    expect(await ended).toContain('408');
  }, 20_000);
  it.each([
    ['a query', { query: '{ me { id } }' }], ['a mutation', { query: 'mutation { removeEvent(id: "x") }' }],
    ['a subscription with a mutation behind it', { query: 'subscription A { legalCaseChanged { id } } mutation B { removeEvent(id: "x") }', operationName: 'B' }],
    ['an unknown field', { query: 'subscription { legalCaseChanged { password } }' }],
  ])('%s is refused', async (_, payload) => {
    const { messages } = await talk({ cookie: cookie() }, payload);
    expect(messages.some((m) => JSON.parse(m).type === 'error'), messages.join('\n')).toBe(true);
    expect(messages.some((m) => JSON.parse(m).type === 'next')).toBe(false);
  });
});
