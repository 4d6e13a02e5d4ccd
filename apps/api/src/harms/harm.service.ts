import { type HarmInput, type LinkHarm, Scheme, sortKey } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import type { LegalCase, ViewerCan } from '../cases/legal-case.entity.ts';
import { Db, type Values } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import { IdSystemService } from '../systems/id-system.service.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { Harm, HarmLink } from './harm.entity.ts';

/** Harms: documented once, then linked to what they stand behind. */
@Injectable()
export class HarmService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly systems: IdSystemService, private readonly precedents: PrecedentService, private readonly vocabulary: VocabularyService) {}

  byId(id: string): Promise<Harm | undefined> {
    return this.db.first(Harm, 'id', id);
  }
  async must(id: string): Promise<Harm> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  links(id: string): Promise<HarmLink[]> { return this.db.many(HarmLink, 'harmId', id, { createdAt: 'ASC', id: 'ASC' }); }
  /** The case that keeps it while none is linked. */
  async home(h: Harm): Promise<LegalCase | null> {
    if (h.homeCaseId === null || (await this.links(h.id)).some((l) => l.legalCaseId !== null)) return null;
    return (await this.cases.byId(h.homeCaseId)) ?? null;
  }
  system(h: Harm): Promise<IdSystem | undefined> | null {
    return h.idSystemId === null ? null : this.db.first(IdSystem, 'id', h.idSystemId);
  }
  async can(h: Harm): Promise<ViewerCan> {
    const can = await this.db.batch<string, { edit: boolean; share: boolean }>('harm.can', h.id, async (ids) => new Map((await this.db.sql<{ id: string; edit: boolean; share: boolean }>('select id, app.can_edit_harm(id) as edit, app.can_share_harm(id) as share from unnest($1::uuid[]) id', [ids])).map((r) => [r.id, r])));
    return { edit: can?.edit ?? false, share: can?.share ?? false, notes: false };
  }

  ofCase(id: string): Promise<Harm[]> { return this.through('case', id, 'select legal_case_id as key, harm_id as id from app.harm_link where legal_case_id = any($1)'); }
  ofPrecedent(id: string): Promise<Harm[]> { return this.through('precedent', id, 'select precedent_id as key, harm_id as id from app.harm_link where precedent_id = any($1)'); }
  ofSystem(id: string): Promise<Harm[]> { return this.through('system', id, 'select id_system_id as key, id from app.harm where id_system_id = any($1)'); }
  async ofKinds(kinds: readonly string[]): Promise<Harm[]> { return this.newestFirst((await this.db.sql<{ id: string }>('select id from app.harm where kind = any($1)', [kinds])).map((r) => r.id)); }
  private async through(name: string, key: string, text: string): Promise<Harm[]> {
    const rows = await this.db.batch<string, { id: string }[]>(`harms.of.${name}`, key, async (keys) => Map.groupBy(await this.db.sql<{ key: string; id: string }>(text, [keys]), (r) => r.key));
    return this.newestFirst((rows ?? []).map((r) => r.id));
  }
  private async newestFirst(ids: string[]): Promise<Harm[]> {
    const found = await Promise.all([...new Set(ids)].map((id) => this.byId(id)));
    return found.filter((h) => h !== undefined).sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  async add(input: HarmInput): Promise<Harm> { return this.db.add(Harm, await this.row(input)); }
  async change(id: string, version: number, input: HarmInput): Promise<Harm> { return this.db.change(Harm, { id, version }, await this.row(input)); }
  async remove(id: string): Promise<boolean> { await this.db.remove(Harm, id); return true; }

  /** A harm stands behind a case, a claim of it, or a precedent. Its readers follow. */
  async link({ harmId, legalCaseId, claimId = null, precedentSlug, followsCase }: LinkHarm): Promise<Harm> {
    await this.must(harmId);
    if (legalCaseId) await this.cases.must(legalCaseId);
    const precedent = precedentSlug ? await this.precedents.bySlug(precedentSlug) : null;
    if (precedent === undefined) throw new AppError('INVALID', null, { fields: [{ field: 'precedentSlug', problem: 'unknown' }] });
    await (await this.db.repo(HarmLink)).insert({ harmId, legalCaseId: legalCaseId ?? null, claimId, precedentId: precedent?.id ?? null, followsCase: followsCase ?? false });
    return this.must(harmId);
  }
  async changeLink(id: string, followsCase: boolean): Promise<Harm> {
    const link = await this.linkOf(id);
    const { affected } = await (await this.db.repo(HarmLink)).update({ id }, { followsCase });
    if (affected !== 1) throw new AppError('FORBIDDEN');
    return this.must(link.harmId);
  }
  /** Whoever reads the harm only through this link gets it once more, as it was. */
  async unlink(id: string): Promise<Harm> {
    const link = await this.linkOf(id);
    const before = await this.must(link.harmId);
    await this.db.remove(HarmLink, id);
    return (await this.byId(link.harmId)) ?? before;
  }
  private async linkOf(id: string): Promise<HarmLink> {
    const link = await this.db.one(HarmLink, id);
    if (!link) throw new AppError('NOT_FOUND');
    return link;
  }

  private async row({ kind, groups, whenOn, system, ...input }: HarmInput): Promise<Values<Harm>> {
    const words = await this.vocabulary.words();
    const found = system ? await this.systems.bySlug(system) : null;
    const faults = [
      ...(words.concept(Scheme.harms, kind) ? [] : [{ field: 'kind', problem: 'unknown' }]),
      ...groups.flatMap((g, i) => (words.concept(Scheme.affectedGroups, g) ? [] : [{ field: `groups[${i}]`, problem: 'unknown' }])),
      ...(found === undefined ? [{ field: 'system', problem: 'unknown' }] : []),
    ];
    if (faults.length) throw new AppError('INVALID', null, { fields: faults });
    const { district = null, feature = null, peopleAffected = null, ...rest } = input;
    return { ...rest, district, feature, peopleAffected, kindId: kind, groupIds: groups, when: whenOn ?? '', sortKey: sortKey(whenOn ?? ''), idSystemId: found?.id ?? null };
  }
}
