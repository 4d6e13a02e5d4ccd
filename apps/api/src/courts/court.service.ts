import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Db } from '../platform/db.ts';
import { Court } from './court.entity.ts';

@Injectable()
export class CourtService {
  constructor(private readonly db: Db) {}
  async list(): Promise<Court[]> { return (await this.db.repo(Court)).find({ order: { country: 'ASC', ordinal: 'ASC' } }); }
  async get(slug: string): Promise<Court | null> { return (await this.bySlug(slug)) ?? null; }
  bySlug(slug: string): Promise<Court | undefined> {
    return this.db.batch('court.slug', slug, async (slugs) => new Map((await (await this.db.repo(Court)).findBy({ slug: In(slugs) })).map((c) => [c.slug, c])));
  }
  byId(id: string): Promise<Court | undefined> {
    return this.db.batch('court.id', id, async (ids) => new Map((await (await this.db.repo(Court)).findBy({ id: In(ids) })).map((c) => [c.id, c])));
  }
  children(id: string): Promise<Court[]> { return this.db.many(Court, 'parentId', id, { ordinal: 'ASC' }); }
}
