import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Db } from '../platform/db.ts';
import { statusOf, toAppError } from '../platform/errors.ts';
import { logFault } from '../platform/log.ts';
import { Public } from '../platform/needs-person.ts';
import { from, throttle, TooMany } from '../platform/throttle.ts';
import { FeedFileService } from './feed-file.service.ts';

/** What one address may ask in a minute, of whatever feeds: programs ask a few times an hour. */
const rate = [60, '1 minute'] as const;
const always = { 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };

/**
 * Calendar programs read here, without a session: the address is the key. A guessed one, one that was rotated or taken back, and
 * one whose owner is shut out or gone get the same answer, octet for octet: there is no such feed and there never was.
 */
@Public()
@Controller('f')
export class FeedController {
  constructor(private readonly db: Db, private readonly files: FeedFileService) {}

  @Get(':file')
  async feed(@Param('file') file: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = file.replace(/\.ics$/u, '').slice(0, 200);
    void reply.headers(always);
    try {
      await throttle(this.db, [[`feedFrom ${from(req)}`, rate]]);
      const bytes = await this.db.as({ token: null, feed: token }, () => this.files.write(token));
      const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
      void reply.header('etag', etag);
      if (matches(req.headers['if-none-match'], etag)) await reply.code(304).send();
      else await reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="amparo.ics"' }).send(Buffer.from(bytes));
      await this.db.door('select auth.feed_read($1)', [token]).catch((e: unknown) => { logFault(e); });
    } catch (e) {
      const fault = toAppError(e);
      if (fault.code === 'UNAUTHENTICATED' || fault.code === 'NOT_FOUND') { await reply.code(404).type('text/plain; charset=utf-8').send('There is no such calendar.\n'); return; }
      if (fault.code === 'TOO_MANY' || fault.code === 'UNAVAILABLE') void reply.header('retry-after', String(fault instanceof TooMany ? fault.seconds : 60));
      await reply.code(statusOf[fault.code]).send({ code: fault.code, message: fault.message, ...(fault.code === 'INTERNAL' ? { reference: logFault(fault.cause ?? fault) } : {}) });
    }
  }
}

const matches = (header: string | undefined, etag: string): boolean => header?.split(',').some((each) => each.trim().replace(/^W\//u, '') === etag || each.trim() === '*') ?? false;
