import type { AddMember, AddOrganisation, ChangeOrganisation } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newToken } from '../platform/auth.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { type AddedMember, Membership } from './membership.entity.ts';
import { Organisation } from './organisation.entity.ts';

/** Organisations and who belongs to them. Who may see or change what is the policies' business, not this file's. */
@Injectable()
export class OrganisationService {
  constructor(private readonly db: Db) {}

  async list(): Promise<Organisation[]> { return (await this.db.repo(Organisation)).find({ order: { name: 'ASC', id: 'ASC' } }); }
  byId(id: string): Promise<Organisation | undefined> {
    return this.db.first(Organisation, 'id', id);
  }
  async mine(): Promise<Organisation[]> {
    const ids = await this.db.sql<{ id: string }>('select app.my_organisations() as id');
    return (await this.db.repo(Organisation)).find({ where: { id: In(ids.map((r) => r.id)) }, order: { name: 'ASC', id: 'ASC' } });
  }
  add(input: AddOrganisation): Promise<Organisation> { return this.db.add(Organisation, { ...input, about: input.about ?? null }); }
  change(id: string, version: number, { about, ...rest }: ChangeOrganisation): Promise<Organisation> {
    const given = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== null && v !== undefined));
    return this.db.change(Organisation, { id, version }, { ...given, ...(about === undefined ? {} : { about }) });
  }

  async members(): Promise<Membership[]> { return (await this.db.repo(Membership)).find({ order: { since: 'ASC', id: 'ASC' } }); }
  membersOf(organisationId: string): Promise<Membership[]> { return this.db.many(Membership, 'organisationId', organisationId, { createdAt: 'ASC', id: 'ASC' }); }
  /** What the person who asks does, over all their organisations; a steward only once a second person has vouched for them. */
  async rolesOf(personId: string): Promise<string[]> {
    const all = await this.db.many(Membership, 'personId', personId);
    return [...new Set(all.flatMap((m) => (m.vouched ? m.roles : m.confirmedAt ? m.roles.filter((role) => role !== 'steward') : [])))].sort();
  }
  async addMember(input: AddMember): Promise<AddedMember> {
    const token = newToken();
    const [made] = await this.db.sql<{ membership_id: string; has_link: boolean }>('select * from app.add_member($1, $2, $3, $4, $5)', [input.organisationId, input.email, input.name, input.roles, token]);
    const member = made && (await this.db.one(Membership, made.membership_id));
    if (!member) throw new AppError('NOT_FOUND');
    return { member, link: made.has_link ? `/link/${token}` : null };
  }
  /** Until a colleague has confirmed it, a membership opens nothing that was entrusted to the organisation. */
  async confirm(id: string): Promise<Membership> {
    if (!(await this.db.one(Membership, id))) throw new AppError('NOT_FOUND');
    await this.db.sql('select app.confirm_member($1)', [id]);
    return (await this.db.one(Membership, id)) as Membership;
  }
  async mayConfirm(m: Membership): Promise<boolean> {
    if (m.vouched) return false;
    return (await this.db.batch<string, boolean>('member.mayConfirm', m.id, async (ids) => new Map((await this.db.sql<{ id: string; may: boolean }>('select id, app.can_confirm(id) as may from unnest($1::uuid[]) id', [ids])).map((r) => [r.id, r.may])))) ?? false;
  }
  changeMember(id: string, version: number, roles: string[]): Promise<Membership> { return this.db.change(Membership, { id, version }, { roles }); }
  async removeMember(id: string): Promise<boolean> { await this.db.remove(Membership, id); return true; }
  /** Shuts a person out of everything at once, or lets them in again. */
  async disable(personId: string, disabled: boolean): Promise<boolean> {
    await this.db.sql('select app.disable_person($1, $2)', [personId, disabled]);
    return true;
  }
}
