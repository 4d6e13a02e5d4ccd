import { Injectable } from '@nestjs/common';
import { Held } from '../library/held.ts';
import { Db } from '../platform/db.ts';
import { Events } from '../platform/events.ts';
import { Court } from './court.entity.ts';

/** Courts and bodies: public record, of which nearly every answer needs one. */
@Injectable()
export class CourtService {
  private readonly held: Held<{ all: Court[]; bySlug: Map<string, Court>; byId: Map<string, Court> }>;
  constructor(db: Db, events: Events) {
    this.held = new Held(db, events, async () => {
      const all = await (await db.repo(Court)).find({ order: { country: 'ASC', ordinal: 'ASC' } });
      return { all, bySlug: new Map(all.map((c) => [c.slug, c])), byId: new Map(all.map((c) => [c.id, c])) };
    });
  }
  async list(): Promise<Court[]> { return (await this.held.get()).all; }
  async get(slug: string): Promise<Court | null> { return (await this.bySlug(slug)) ?? null; }
  async bySlug(slug: string): Promise<Court | undefined> { return (await this.held.get()).bySlug.get(slug); }
  async byId(id: string): Promise<Court | undefined> { return (await this.held.get()).byId.get(id); }
  async children(id: string): Promise<Court[]> { return (await this.held.get()).all.filter((c) => c.parentId === id).sort((a, b) => a.ordinal - b.ordinal); }
}
