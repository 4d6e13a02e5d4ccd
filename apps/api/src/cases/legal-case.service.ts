import type { AddLegalCase, ChangeLegalCase, LinkPrecedent } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Organisation } from '../people/organisation.entity.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { idOfSent, printOfSent } from '../platform/sent-once.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import { IdSystemService } from '../systems/id-system.service.ts';
import { CasePrecedent, CaseSystem } from './case-link.entity.ts';
import { type ChangedLegalCase, LegalCase, type StaleLegalCase, type ViewerCan } from './legal-case.entity.ts';

interface Glance { id: string; can: ViewerCan; lead: Organisation; courtId: string | null; number: object | null; decidedOn: string | null }
const mayNothing: ViewerCan = { edit: false, share: false, notes: false };

/** Cases one by one. What may be read or changed is decided by the database; here it is only told apart. */
@Injectable()
export class LegalCaseService {
  constructor(private readonly db: Db, private readonly systemsOfLibrary: IdSystemService, private readonly precedentsOfLibrary: PrecedentService) {}

  byId(id: string): Promise<LegalCase | undefined> {
    return this.db.first(LegalCase, 'id', id);
  }
  /** These cases, as far as they may be read, last changed first. */
  async list(ids: readonly string[]): Promise<LegalCase[]> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.byId(id)));
    return found.filter((c) => c !== undefined).sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? -1 : 1));
  }
  /** The case, or NOT_FOUND: unseen and absent are the same. Every write below a case begins here. */
  async must(id: string): Promise<LegalCase> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  /** The id of the person who asks. */
  async me(): Promise<string> {
    const found = await this.db.who();
    if (!found) throw new AppError('UNAUTHENTICATED');
    return found;
  }

  /** What nearly every view of a case shows beside its own columns: one statement for all cases of an answer. */
  private glance(id: string): Promise<Glance | undefined> {
    return this.db.batch<string, Glance>('case.glance', id, async (ids) => new Map((await this.db.sql<Glance>(
      `select c.id, jsonb_build_object('edit', k.edit, 'share', k.share, 'notes', k.notes) as can,
         jsonb_build_object('id', o.id, 'name', o.name, 'country', o.country, 'about', o.about, 'coalition', o.coalition, 'demo', o.demo, 'version', o.version) as lead, m."courtId", m.number, d."decidedOn"
       from unnest($1::uuid[]) c(id) join app.case_caps($1) k on k.id = c.id join app.case_leads($1) o on o.legal_case_id = c.id
       left join lateral (select p.court_id as "courtId", case when n.id is not null then jsonb_build_object('id', n.id, 'proceedingId', n.proceeding_id, 'type', n.type, 'value', n.value, 'issuer', n.issuer,
           'source', n.source, 'validFrom', n.valid_from, 'validTo', n.valid_to, 'disputed', n.disputed, 'preferred', n.preferred, 'version', n.version) end as number
         from app.proceeding p left join app.proceeding_identifier n on n.legal_case_id = p.legal_case_id and n.proceeding_id = p.id and n.valid_to is null
         where p.legal_case_id = c.id order by p.ordinal, p.created_at, p.id, n.preferred desc, n.created_at, n.id limit 1) m on true
       left join lateral (select e.on_edtf as "decidedOn" from app.proc_event e where e.legal_case_id = c.id and e.type = 'judgment' and not e.planned and e.sort_key <> '' order by e.sort_key desc limit 1) d on true`,
      [ids])).map((g) => [g.id, g])));
  }
  async can(id: string): Promise<ViewerCan> { return (await this.glance(id))?.can ?? mayNothing; }
  async lead(id: string): Promise<Organisation | undefined> { const g = await this.glance(id); return g && Object.assign(new Organisation(), g.lead); }
  /** The court of the first proceeding, and the number it goes by now. */
  async main(id: string): Promise<Pick<Glance, 'courtId' | 'number'>> { return (await this.glance(id)) ?? { courtId: null, number: null }; }
  /** The day of the last judgment on record. */
  async lastDecidedOn(id: string): Promise<string | null> { return (await this.glance(id))?.decidedOn ?? null; }

  /** Adds a case; the same key with the same content gives the same case. */
  async add({ id: key, systems, ...input }: AddLegalCase): Promise<LegalCase> {
    const [may] = await this.db.sql<{ ok: boolean }>('select app.can_open_for($1) as ok', [input.leadOrganisationId]);
    if (!may?.ok) throw new AppError('INVALID', 'A case is opened for an organisation of one\'s own.', { fields: [{ field: 'leadOrganisationId', problem: 'unknown' }] });
    const { shortName = null, summary = null, status, ...rest } = input;
    const sent = key ? { id: idOfSent(await this.me(), 'case', key), sent: printOfSent(key, { ...input, systems }) } : {};
    const made = await (await this.db.repo(LegalCase)).createQueryBuilder().insert()
      .values({ ...sent, ...rest, shortName, summary, ...(status ? { status } : {}) }).orIgnore().execute();
    const id = (made.identifiers[0] as { id: string } | undefined)?.id;
    if (!(made.raw as unknown[]).length) return this.sentBefore(sent.id ?? '', sent.sent ?? '');
    if (systems?.length) await this.setSystems(id ?? '', systems);
    return this.must(id ?? '');
  }
  private async sentBefore(id: string, sent: string): Promise<LegalCase> {
    const [row] = await this.db.sql<{ sent: string }>('select sent from app.legal_case where id = $1', [id]);
    if (row?.sent !== sent) throw new AppError('CONFLICT', 'This key has been used for something else.', { fields: [{ field: 'id', problem: 'taken' }] });
    return this.must(id);
  }

  /** Changes the version that the person saw, or says how it stands now. */
  async change(id: string, version: number, { systems, ...patch }: ChangeLegalCase): Promise<ChangedLegalCase | StaleLegalCase> {
    const before = await this.must(id);
    if (patch.codeName && patch.codeName !== before.codeName) await this.mustHide(id, patch.codeName, [patch.title ?? before.title, patch.shortName ?? before.shortName ?? '']);
    try {
      // Systems are rows of their own; the case's version moves with them, or two people could change them unseen by each other.
      await this.db.change(LegalCase, { id, version }, Object.keys(patch).length || !systems ? patch : { title: before.title });
    } catch (e) {
      if (e instanceof AppError && e.code === 'STALE') return { current: e.current as LegalCase };
      throw e;
    }
    if (systems) await this.setSystems(id, systems);
    return { legalCase: await this.must(id) };
  }
  /** A code name that holds a word of the case's name, or of a party's, would tell what it is to hide. @throws AppError INVALID on `codeName` */
  private async mustHide(id: string, codeName: string, names: readonly string[]): Promise<void> {
    const parties = await this.db.sql<{ name: string }>('select name from app.case_party where legal_case_id = $1 union select name from app.party_name where legal_case_id = $1', [id]);
    const words = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
    const told = new Set([...names, ...parties.map(({ name }) => name)].flatMap(words));
    if (words(codeName).some((word) => told.has(word))) throw new AppError('INVALID', 'The code name says what it is to hide.', { fields: [{ field: 'codeName', problem: 'shows_the_name' }] });
  }
  archive(id: string, version: number, archived: boolean): Promise<LegalCase> {
    return this.db.change(LegalCase, { id, version }, { archivedAt: archived ? new Date() : null });
  }

  async systems(id: string): Promise<IdSystem[]> {
    return (await this.db.batch<string, IdSystem[]>('case.systems', id, async (ids) => {
      const systems = await this.db.repo(IdSystem);
      const { raw, entities } = await systems.createQueryBuilder('s').innerJoin(CaseSystem, 'l', 'l.idSystemId = s.id').addSelect('l.legalCaseId', 'of').where('l.legalCaseId = any(:ids)', { ids }).orderBy('l.createdAt').addOrderBy('l.id').getRawAndEntities<{ of: string; s_id: string }>();
      const byId = new Map(entities.map((e) => [e.id, e]));
      return new Map([...Map.groupBy(raw, (r) => r.of)].map(([of, rows]) => [of, rows.flatMap((r) => byId.get(r.s_id) ?? [])]));
    })) ?? [];
  }
  private async setSystems(id: string, slugs: readonly string[]): Promise<void> {
    const wanted = await Promise.all(slugs.map((slug) => this.systemsOfLibrary.bySlug(slug)));
    const unknown = wanted.flatMap((s, i) => (s ? [] : [{ field: `systems[${i}]`, problem: 'unknown' }]));
    if (unknown.length) throw new AppError('INVALID', null, { fields: unknown });
    const repo = await this.db.repo(CaseSystem);
    const there = await repo.findBy({ legalCaseId: id });
    const ids = wanted.flatMap((s) => s?.id ?? []);
    const gone = there.filter((l) => !ids.includes(l.idSystemId)).map((l) => l.id);
    const added = ids.filter((s) => !there.some((l) => l.idSystemId === s));
    if (gone.length) await repo.delete({ id: In(gone) });
    if (added.length) await repo.insert(added.map((idSystemId) => ({ legalCaseId: id, idSystemId })));
  }

  precedents(id: string): Promise<CasePrecedent[]> { return this.db.many(CasePrecedent, 'legalCaseId', id, { createdAt: 'ASC', id: 'ASC' }); }
  async linkPrecedent(id: string, { slug, relation, note = null }: LinkPrecedent): Promise<CasePrecedent> {
    await this.must(id);
    const precedent = await this.precedentsOfLibrary.bySlug(slug);
    if (!precedent) throw new AppError('INVALID', null, { fields: [{ field: 'slug', problem: 'unknown' }] });
    return this.db.add(CasePrecedent, { legalCaseId: id, precedentId: precedent.id, relation, note });
  }
  async unlinkPrecedent(id: string): Promise<boolean> { await this.db.remove(CasePrecedent, id); return true; }
}
