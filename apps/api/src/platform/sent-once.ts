import { createHash, randomUUID } from 'node:crypto';
import type { ObjectLiteral } from 'typeorm';
import type { Db, Values } from './db.ts';
import { AppError } from './errors.ts';

/**
 * Sending twice must add once. The client makes a key; the row's id is made from the key, the person and the place, so that a key
 * that somebody else has used says nothing about their row: each person's keys are a world of their own.
 */
export function idOfSent(person: string, place: string, key: string): string {
  const hex = createHash('sha256').update(`${person}|${place}|${key}`).digest('hex');
  // The bits that make it a UUID of version 8 (RFC 9562: made by the application).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${'89ab'[Number.parseInt(hex.charAt(16), 16) & 3]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Fingerprint of what was sent. The key is part of it and is not stored, so nobody can guess a short private note from the print. */
export const printOfSent = (key: string, input: unknown): string => createHash('sha256').update(key).update(JSON.stringify(input)).digest('base64url');

/** Adds a row that its client may send twice; without a key, simply adds it. `id`: the row's own; `again`: it was there already, with the same content. */
export async function addOnce<T extends ObjectLiteral>(db: Db, entity: new () => T, values: Values<T>, { key, place, input }: { key: string | null | undefined; place: string; input: unknown }): Promise<{ id: string; again: boolean }> {
  const id = key ? idOfSent((await db.who()) ?? '', place, key) : randomUUID();
  const sent = key ? printOfSent(key, input) : null;
  const repo = await db.repo(entity);
  const made = await repo.createQueryBuilder().insert().values({ ...values, id, sent } as never).orIgnore().execute();
  if ((made.raw as unknown[]).length) return { id, again: false };
  const [row] = await db.sql<{ sent: string | null }>(`select sent from ${repo.metadata.tablePath} where id = $1`, [id]);
  if (row?.sent !== sent) throw new AppError('CONFLICT', 'This key has been used for something else.', { fields: [{ field: 'id', problem: 'taken' }] });
  return { id, again: true };
}
