import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from './db.ts';
import { AppError, statusOf, toAppError } from './errors.ts';

/** How often, and in which time. */
export type Rate = readonly [most: number, span: string];

export class TooMany extends AppError {
  readonly seconds: number;
  constructor(seconds: number) { super('TOO_MANY'); this.seconds = seconds; }
}

/**
 * Counts one try under each key, one after the other: what the first refuses is not counted by the next. So whose tries they
 * are comes before at whom they aim: nobody uses up another person's tries with tries that were refused.
 * @throws TooMany with the wait, where one of them is used up
 */
export async function throttle(db: Db, keys: readonly [key: string, rate: Rate][]): Promise<void> {
  for (const [key, [most, span]] of keys) {
    const [r] = await db.door<{ wait: number }>('select auth.throttle($1, $2, $3) as wait', [key, most, span]);
    if (r?.wait) throw new TooMany(r.wait);
  }
}

/** Whose doing it is: the address, or the network of an IPv6 address, of which everybody has billions. */
export const networkOf = (ip: string): string => (ip.includes('.') ? ip : ip.split(':').slice(0, 4).join(':'));
/** Whose tries these are. A proxy's word counts only where TRUST_PROXY names it. */
export const from = (req: FastifyRequest): string => networkOf(req.ip);

const files: Rate = [60, '1 minute'];
/** Files are public and cost more than a page: from one address there are so many a minute. */
export function throttleExports(fastify: FastifyInstance, db: Db): void {
  fastify.addHook('onRequest', async (req, reply) => {
    if (!req.routeOptions.url?.startsWith('/exports/')) return; // the route, not the address, which can be written in many ways
    try { await throttle(db, [[`exportsFrom ${from(req)}`, files]]); } catch (e) {
      const fault = toAppError(e);
      await reply.code(statusOf[fault.code]).headers({ 'retry-after': String(fault instanceof TooMany ? fault.seconds : 5), 'cache-control': 'no-store' }).send({ message: fault.message, ...fault.extensions });
    }
  });
}
