import { numberKey, sortKey } from '@amparo/domain';
import { ruleById, shippedLaw } from '@amparo/domain/deadlines';
import type { Client } from 'pg';
import { columnsOf, count } from '../deadlines/count.ts';

/** A case of the demo: what its fictional team says of itself, and which public records the facts come from. */
export interface DemoCase {
  lead: string;
  team: Record<string, number>;
  level: 0 | 1 | 2;
  allies?: { organisation: string; agreement: string; on: string }[];
  title: string; shortName: string; summary: string; status: string; countries: string[]; systems: string[];
  goals: { kind: 'legal' | 'policy' | 'community' | 'movement'; text: string }[];
  proceedings: DemoProceeding[];
  /** `claims`: those it carries, where not all are. */
  links: { from: string; to: string; type: string; on?: string; note?: string; claims?: string[] }[];
  events: DemoEvent[];
  claims: { key: string; proceeding: string; act: string; feature: string; provision: string; right: string; lineageOf?: string; dispositions: [proceeding: string, code: string, favours: string, decidedOn: string, note?: string][] }[];
  findings?: { proceeding: string; claim: string; limb: string; result: string; note?: string }[];
  precedents: [slug: string, relation: string, note?: string][];
  deadlines?: DemoDeadline[];
}
/** `record`: the library record of its decision. Judges, parties and findings are taken from there. */
export interface DemoProceeding {
  key: string; court: string; record?: string; label?: string; unit?: string; matter: string; status: string; opened?: string; closed?: string; zone: string;
  /** The procedure it follows, and the stages it went through: with the title of the event that proves each, where one does; else the day is not known. */
  follows: string; stages?: (string | [stage: string, event: string])[];
  numbers?: { type: string; value: string; issuer?: string; source?: string; disputed?: boolean; preferred?: boolean }[];
}
/** `inDays`: a date of the team's own work, counted from the day the demo is loaded; never a court's. */
export interface DemoEvent {
  proceeding?: string; type: string; on?: string; inDays?: number; basis?: string; title: string; publicNote?: string; privateNote?: string;
  outcome?: string; detail?: string; reported?: string; record?: string;
  /** Where a fact comes from that no record of the library holds. */
  source?: string;
}

/** By a rule from a day on record, or a day of the team's own. Counted as any other; nobody has confirmed it. */
export interface DemoDeadline { title: string; owner: string; proceeding?: string; zone: string; rule?: string; on?: string; basis?: string; inDays?: number }

const idOf = async (client: Client, text: string, params: unknown[]): Promise<string> => {
  const found = (await client.query<{ id: string }>(text, params)).rows[0]?.id;
  if (!found) throw new Error(`the demo needs what is not there: ${JSON.stringify(params).slice(0, 120)}`);
  return found;
};
const day = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

/** Writes one case with everything below it and gives it to its team. The client acts as lit_acl. */
export async function writeDemoCase(client: Client, of: DemoCase): Promise<void> {
  const [author] = Object.keys(of.team);
  const by = await idOf(client, 'select id from app.person where email = $1', [author]);
  const id = await idOf(client, `insert into app.legal_case (lead_organisation_id, title, short_name, summary, goals, countries, status, demo, created_by)
    select id, $2, $3, $4, $5, $6, $7, true, $8 from app.organisation where name = $1 returning id`, [of.lead, of.title, of.shortName, of.summary, JSON.stringify(of.goals), of.countries, of.status, by]);
  const add = (table: string, values: Record<string, unknown>) => {
    const all = Object.entries({ legal_case_id: id, ...values }).filter(([, v]) => v !== undefined);
    return idOf(client, `insert into app.${table} (${all.map(([k]) => k).join(', ')}) values (${all.map((_, i) => `$${i + 1}`).join(', ')}) returning id`, all.map(([, v]) => v));
  };
  for (const slug of of.systems) await add('case_system', { id_system_id: await idOf(client, 'select id from app.id_system where slug = $1', [slug]) });
  for (const [slug, relation, note] of of.precedents) await add('case_precedent', { precedent_id: await idOf(client, 'select id from app.precedent where slug = $1', [slug]), relation, note });

  const proceedings: Record<string, string> = {};
  for (const [ordinal, p] of of.proceedings.entries()) {
    proceedings[p.key] = await add('proceeding', {
      court_id: await idOf(client, 'select id from app.court where slug = $1', [p.court]), court_unit: p.unit, matter: p.matter, status: p.status, ...(await newestOf(client, p.follows)), opened_edtf: p.opened, closed_edtf: p.closed, time_zone: p.zone, ordinal,
    });
    for (const n of p.numbers ?? []) await add('proceeding_identifier', { proceeding_id: proceedings[p.key], ...n, normalised: numberKey(n.value) });
    if (p.record) await takeFromRecord(client, id, proceedings[p.key] ?? '', p.record, p.label ?? null);
  }
  const links: [string, string[]][] = [];
  for (const l of of.links) links.push([await add('proceeding_link', { from_id: proceedings[l.from], to_id: proceedings[l.to], type: l.type, on_edtf: l.on, note: l.note, carries_all: !l.claims }), l.claims ?? []]);
  const logged = new Map<string, { id: string; on: string; basis: string | undefined }>();
  const zones = new Map(of.proceedings.map((p) => [p.key, p.zone]));
  for (const e of of.events) {
    const on = e.on ?? day(e.inDays ?? 0);
    const event = await add('proc_event', {
      proceeding_id: e.proceeding && proceedings[e.proceeding], type: e.type, on_edtf: on, sort_key: sortKey(on), basis: e.basis, time_zone: e.proceeding && zones.get(e.proceeding), planned: e.inDays !== undefined,
      outcome: e.outcome, outcome_detail: e.detail, reported_result: e.reported, title: e.title, public_note: e.publicNote, source: e.record ? `Reference record ${e.record}` : e.source, logged_by: by, created_at: new Date(Date.now() - 86_400_000),
    });
    logged.set(e.title, { id: event, on, basis: e.basis });
    if (e.privateNote) await add('event_note', { id: event, body: e.privateNote });
  }
  for (const p of of.proceedings) for (const entry of p.stages ?? []) {
    const [stage, title] = typeof entry === 'string' ? [entry, undefined] : entry;
    const proof = title === undefined ? undefined : logged.get(title);
    if (title !== undefined && !proof) throw new Error(`the demo has no event "${title}"`);
    await add('stage_entry', { proceeding_id: proceedings[p.key], kind: proof ? 'accepted' : 'moved', stage, from_edtf: proof?.on, basis: proof?.basis, event_id: proof?.id, written_by: by });
  }
  const claims: Record<string, string> = {};
  for (const [ordinal, c] of of.claims.entries()) {
    claims[c.key] = await add('claim', { proceeding_id: proceedings[c.proceeding], act: c.act, feature: c.feature, provision: c.provision, right_concept: c.right, lineage_of_id: c.lineageOf && claims[c.lineageOf], ordinal });
    for (const [proceeding, code, favours, decided, note] of c.dispositions) await add('disposition', { claim_id: claims[c.key], proceeding_id: proceedings[proceeding], code, favours, decided_edtf: decided, note });
  }
  for (const [link, carried] of links) for (const key of carried) await add('proceeding_link_claim', { link_id: link, claim_id: claims[key] });
  for (const f of of.findings ?? []) await add('finding', { proceeding_id: proceedings[f.proceeding], claim_id: claims[f.claim], limb: f.limb, result: f.result, note: f.note });

  for (const [email, cap] of Object.entries(of.team)) await client.query('insert into app.case_grant (legal_case_id, principal, cap, granted_by) select $1, principal, $3, $4 from app.person where email = $2', [id, email, cap, by]);
  for (const a of of.allies ?? []) {
    await client.query('insert into app.case_grant (legal_case_id, principal, cap, agreement, agreement_on, granted_by) select $1, principal, 1, $3, $4, $5 from app.organisation where name = $2', [id, a.organisation, a.agreement, a.on, by]);
  }
  for (const d of of.deadlines ?? []) {
    await add('deadline', { ...counted(d), proceeding_id: d.proceeding && proceedings[d.proceeding], title: d.title, written_by: by, owner_id: await idOf(client, 'select id from app.person where email = $1', [d.owner]) });
  }
  await client.query('update app.legal_case set level = $2 where id = $1', [id, of.level]);
  await client.query('select app.reacl($1)', [id]);
}

/** The newest version of a procedure, as a proceeding follows it. */
async function newestOf(client: Client, key: string): Promise<Record<string, unknown>> {
  const [template, track] = key.split('/');
  const { rows } = await client.query<{ version: number }>('select max(version) as version from app.procedure_template where id = $1 and shipped', [template]);
  if (!rows[0]?.version) throw new Error(`the demo needs the procedure ${key}`);
  return { template_id: template, template_version: rows[0].version, track };
}

/** The columns of a deadline, counted by the shipped law. */
function counted({ rule: ruleId, on = '', basis, title, zone, inDays }: DemoDeadline): Record<string, unknown> {
  const rule = ruleId === undefined ? undefined : ruleById(ruleId);
  const asked = { order: title, ...(rule ? {} : { by: day(inDays ?? 0) }) };
  const of = { kind: rule ? 'rule' : 'manual', ruleId: rule?.id ?? null, calendarId: rule?.forum.calendar ?? null, triggerOn: on, triggerBasis: basis ?? null, triggerConfirmed: true, asked, zone };
  const { computed, ruleVersion, calendarVersion, workingOn, latestOn, cutOff, zone: where, status } = columnsOf(count(of, [], shippedLaw));
  return {
    kind: of.kind, rule_id: of.ruleId, rule_version: ruleVersion, calendar_id: of.calendarId, calendar_version: calendarVersion, trigger_edtf: on, trigger_basis: basis, asked: JSON.stringify(asked),
    computed: JSON.stringify(computed), working_on: workingOn, latest_on: latestOn, cut_off: cutOff, zone: where, status, critical: rule !== undefined,
  };
}

/** Judges, parties and findings of a proceeding, as the reference record of its decision has them. */
async function takeFromRecord(client: Client, caseId: string, proceedingId: string, slug: string, label: string | null): Promise<void> {
  await client.query('update app.proceeding set judges = array(select jsonb_array_elements_text(r.judges) from app.precedent r where r.slug = $2) where id = $1', [proceedingId, slug]);
  await client.query(
    `insert into app.case_party (legal_case_id, proceeding_id, name, kind, role, local_label, order_no)
     select $1, $2, p ->> 'name', p ->> 'type', k.role, case k.role when 'claimant' then $4 end, n::int
     from app.precedent r, (values ('petitioners', 'claimant'), ('respondents', 'respondent'), ('interestedParties', 'interested_party'), ('amici', 'amicus')) k(field, role),
       jsonb_array_elements(r.parties -> k.field) with ordinality e(p, n) where r.slug = $3`, [caseId, proceedingId, slug, label]);
  await client.query(
    `insert into app.finding (legal_case_id, proceeding_id, limb, result, note, source) select distinct on (f.limb) $1::uuid, $2::uuid, f.limb, f.finding, f.note, 'Reference record ' || $3
     from app.precedent_finding f join app.precedent r on r.id = f.precedent_id where r.slug = $3 order by f.limb, f.ordinal`, [caseId, proceedingId, slug]);
}
