import type { ChangeMe } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { currentScope, Db, hasPerson } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { demoCast } from './demo-people.ts';
import { type DemoPerson, type Me, Person } from './person.entity.ts';
import { type DeviceKey, Session } from './session.entity.ts';

/** People as they may see each other, themselves, and the browsers they are signed in with. */
@Injectable()
export class PeopleService {
  constructor(private readonly db: Db) {}

  /** Whoever asks, or null: nobody is signed in. */
  async me(): Promise<Me | null> {
    if (!hasPerson()) return null;
    const [me] = await this.db.sql<Me>('select id, email, name, locale, has_password as "hasPassword", version from app.me()');
    return me ?? null;
  }
  async changeMe(patch: ChangeMe): Promise<Me> {
    const me = await this.me();
    if (!me) throw new AppError('UNAUTHENTICATED');
    const { name, locale } = patch;
    await this.db.change(Person, me, { ...(name ? { name } : {}), ...(locale ? { locale } : {}) });
    return (await this.me()) ?? me;
  }

  person(id: string): Promise<Person | undefined> {
    return this.db.first(Person, 'id', id);
  }
  /** Everybody confirmed whom one shares an organisation with; a steward sees more people elsewhere, but works with no more. */
  colleagues(): Promise<Person[]> {
    return this.db.sql<Person>('select id, name from app.person where not disabled and id in (select person_id from app.membership where confirmed_at is not null and organisation_id in (select app.my_organisations())) order by name, id');
  }

  async sessions(): Promise<Session[]> {
    const me = await this.me();
    return me ? (await this.db.repo(Session)).find({ where: { personId: me.id }, order: { seenAt: 'DESC', id: 'ASC' } }) : [];
  }
  /** Is this the session that asks? */
  async isCurrent(session: Session): Promise<boolean> {
    const token = currentScope()?.actor.token;
    const mine = await this.db.batch('session.current', token ?? '', async ([t]) => new Map([[t ?? '', (await this.db.sql<{ id: string | null }>('select app.session_id($1) as id', [t]))[0]?.id]]));
    return mine === session.id;
  }
  /** The key of this device for the person of this session (decision 0009); made at the first asking, then always the same. */
  async openDevice(device: string): Promise<DeviceKey> {
    const [key] = await this.db.sql<DeviceKey>('select key, app.uid() as "personId", until from app.device_key($1, $2)', [device, currentScope()?.actor.token]);
    if (!key) throw new AppError('TOO_MANY', 'Fifty devices of yours are known already.', { fields: [{ field: 'device', problem: 'too_many' }] });
    return key;
  }
  async removeSession(id: string): Promise<boolean> { await this.db.remove(Session, id); return true; }

  /** The five of the sign-in page, in its order. Asked before anybody is known, hence through the door. */
  async demoPeople(): Promise<DemoPerson[]> {
    const there = new Map((await this.db.door<Omit<DemoPerson, 'role'>>('select * from auth.demo_people()')).map((p) => [p.email, p]));
    return demoCast.flatMap(({ role, email }) => { const p = there.get(email); return role && p ? [{ ...p, role }] : []; });
  }
}
