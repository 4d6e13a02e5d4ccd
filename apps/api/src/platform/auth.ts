import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { email, localPath, passwordFault, textFault } from '@amparo/domain';
import { Controller, Header, HttpCode, type OnModuleInit, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLocalPeer, isLoopback, sameOrigin } from './address.ts';
import { Db } from './db.ts';
import { type Env, env } from './env.ts';
import { AppError, statusOf, toAppError } from './errors.ts';
import { logFault } from './log.ts';
import { hashPassword, matches } from './passwords.ts';
import { Public } from './needs-person.ts';
import { markCookie, markOf, sessionCookie, tokenOf } from './session-cookie.ts';
import { from, throttle, TooMany } from './throttle.ts';

/** A secret of 256 bits: a session's or a link's. Only its SHA-256 is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** May anybody enter as a sample person? Only from this machine, addressed as this machine, and never in production. */
export const demoIsOpen = (e: Pick<Env, 'AMPARO_DEMO' | 'NODE_ENV' | 'HOST' | 'PUBLIC_URL'>, host: string | undefined, peer: string): boolean =>
  e.AMPARO_DEMO === '1' && e.NODE_ENV !== 'production' && !e.PUBLIC_URL && isLoopback(e.HOST) && isLoopback(host ?? '') && isLocalPeer(peer);

/** What a session's list shows of a browser: enough to know it again, too little to follow anybody. */
export function agentOf(header: string | undefined): string {
  const ua = header ?? '';
  const browser = /Edg/u.test(ua) ? 'Edge' : /Firefox/u.test(ua) ? 'Firefox' : /Chrom/u.test(ua) ? 'Chrome' : /Safari/u.test(ua) ? 'Safari' : '';
  const machine = /Android/u.test(ua) ? 'Android' : /iPhone|iPad/u.test(ua) ? 'iOS' : /Windows/u.test(ua) ? 'Windows' : /Mac OS/u.test(ua) ? 'macOS' : /Linux/u.test(ua) ? 'Linux' : '';
  return [browser, machine].filter(Boolean).join(', ');
}

// Wrong types and fields that do not belong are refused; lengths beyond any sense too, so that nobody makes us hash a book.
const typed = z.string().max(1024).superRefine((text, ctx) => {
  if (text.includes('\0') || !text.isWellFormed()) ctx.addIssue({ code: 'custom', message: textFault(text, 'paragraph') ?? 'control_character' }); // no database can hold it
});
const bodies = {
  signIn: z.strictObject({ email: typed, password: typed, next: typed.optional() }),
  link: z.strictObject({ email, password: typed.optional(), next: typed.optional() }), // the same form of the page, its other button
  use: z.strictObject({ token: z.string().regex(/^[\w-]{20,200}$/u), next: typed.optional() }),
  demo: z.strictObject({ email, next: typed.optional() }),
  password: z.strictObject({ current: typed.optional(), password: typed }),
  nothing: z.strictObject({ next: typed.optional() }),
};

/**
 * [tries, in this time]: enough for people, nothing for machines. Each ends by itself; nobody is shut out for good. What one
 * address may try at one person (FromTo) is far less than what all together may (To), and a browser in which that person has
 * signed in before has tries of its own (Known): others' guessing does not keep its owner out.
 */
const rates = {
  any: [240, '1 minute'],
  signInKnown: [10, '15 minutes'], signInFrom: [50, '15 minutes'], signInFromTo: [10, '15 minutes'], signInFromToHour: [12, '1 hour'], signInTo: [30, '1 hour'],
  linkKnown: [3, '1 hour'], linkFrom: [20, '1 hour'], linkFromTo: [3, '1 hour'], linkTo: [12, '1 hour'], useFrom: [30, '15 minutes'], demoFrom: [120, '1 minute'], password: [10, '15 minutes'],
} as const;

/** Signed in with this token, or out; nothing: no cookie changes. `next` says where to go on. */
type Done = { token: string | null; next?: string } | void;

/**
 * Sign-in over plain HTTP, from our own pages alone: JSON (which another site cannot send unasked), or a form of ours for
 * browsers without JavaScript. Knows no feature and no request role: it asks the doors of schema `auth`.
 */
@Public()
@Controller('auth')
export class AuthController implements OnModuleInit {
  private readonly touched = new Map<string, number>();
  constructor(private readonly db: Db, private readonly host: HttpAdapterHost) {}

  /** Use keeps a session alive: written after the answer, outside its transaction, once a minute at most. */
  onModuleInit(): void {
    (this.host.httpAdapter.getInstance() as FastifyInstance).addHook('onResponse', (req, reply, done) => {
      const token = tokenOf(req.headers.cookie);
      if (token && reply.statusCode < 400) this.touch(token);
      done();
    });
  }

  @Post('sign-in') @HttpCode(200) @Header('cache-control', 'no-store')
  signIn(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.signIn, async (b) => {
      const address = b.email.trim().toLowerCase().slice(0, 254);
      const source = from(req), pair = `${source} ${address}`, known = await this.isKnown(req, address);
      await this.throttle(known ? [['signInKnown', known]] : [['signInFrom', source], ['signInFromTo', pair], ['signInFromToHour', pair], ['signInTo', address]]);
      const [person] = await this.db.door<{ person_id: string; password_hash: string | null }>('select * from auth.credential($1)', [address]);
      if (!(await matches(b.password, person?.password_hash)) || !person) throw new AppError('UNAUTHENTICATED', 'The e-mail address or the password is not right.');
      const token = newToken();
      await this.db.door('select auth.session_add($1, $2, $3)', [person.person_id, token, agentOf(req.headers['user-agent'])]);
      return { token };
    });
  }

  /** The same answer for everybody; whether a letter goes out is decided later, by the job. */
  @Post('link') @HttpCode(200) @Header('cache-control', 'no-store')
  link(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.link, async (b) => {
      const source = from(req), known = await this.isKnown(req, b.email);
      await this.throttle(known ? [['linkKnown', known]] : [['linkFrom', source], ['linkFromTo', `${source} ${b.email}`], ['linkTo', b.email]]);
      await this.db.door('select auth.link_ask($1)', [b.email]);
    });
  }

  @Post('link/use') @HttpCode(200) @Header('cache-control', 'no-store')
  useLink(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.use, async (b) => {
      await this.throttle([['useFrom', from(req)]]);
      const token = newToken();
      const [taken] = await this.db.door<{ purpose: string }>('select * from auth.link_use($1, $2, $3)', [b.token, token, agentOf(req.headers['user-agent'])]);
      if (!taken) throw new AppError('UNAUTHENTICATED', 'This link was used already or is too old. Ask for another.');
      // Newcomers, and whoever lost their password, are asked for one there; nobody has to.
      return { token, next: taken.purpose === 'operator' ? localPath(b.next) : '/account?password=new' };
    });
  }

  /** One click into the demo. Where the demo is off this address does not exist. */
  @Post('demo') @HttpCode(200) @Header('cache-control', 'no-store')
  demo(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.demo, async (b) => {
      const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => req.headers[name] !== undefined); // whoever comes through a proxy is not at this machine
      if (passedOn || !demoIsOpen(env(), req.headers.host, req.socket.remoteAddress ?? '')) throw new AppError('NOT_FOUND');
      await this.throttle([['demoFrom', from(req)]]);
      const token = newToken();
      const [r] = await this.db.door<{ entered: boolean }>('select auth.demo_enter($1, $2, $3) as entered', [b.email, token, agentOf(req.headers['user-agent'])]);
      if (!r?.entered) throw new AppError('NOT_FOUND');
      return { token };
    });
  }

  @Post('sign-out') @HttpCode(200) @Header('cache-control', 'no-store')
  signOut(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.nothing, async (_b, mine) => {
      if (mine) await this.db.door('select auth.session_end($1)', [mine]);
      return { token: null };
    });
  }

  @Post('sign-out-everywhere') @HttpCode(200) @Header('cache-control', 'no-store')
  signOutEverywhere(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.nothing, async (_b, mine) => {
      if (mine) await this.db.door('select auth.session_end_all($1)', [mine]);
      return { token: null };
    });
  }

  /** Sets or changes one's own password; whoever did not just come by a link says the old one. Other sessions end. */
  @Post('password') @HttpCode(200) @Header('cache-control', 'no-store')
  password(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(req, reply, bodies.password, async (b, mine) => {
      const [me] = mine ? await this.db.door<{ email: string; password_hash: string | null; proved: boolean }>('select * from auth.password_of($1)', [mine]) : [];
      if (!me) throw new AppError('UNAUTHENTICATED');
      await this.throttle([['password', me.email]]);
      if (me.password_hash && !me.proved && !(await matches(b.current ?? '', me.password_hash))) throw new AppError('INVALID', null, { fields: [{ field: 'current', problem: b.current ? 'wrong' : 'required' }] });
      const fault = passwordFault(b.password, me.email);
      if (fault) throw new AppError('INVALID', null, { fields: [{ field: 'password', problem: fault }] });
      await this.db.door('select auth.password_set($1, $2)', [mine, await hashPassword(b.password)]);
    });
  }

  /** Checks where the request comes from and what it holds, does the work, sets or clears the cookie, and answers. */
  private async answer<T extends z.ZodType>(req: FastifyRequest, reply: FastifyReply, schema: T, work: (body: z.output<T>, mine: string | null) => Promise<Done>): Promise<void> {
    const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    const form = type === 'application/x-www-form-urlencoded';
    const next = (req.body as { next?: unknown } | undefined)?.next;
    try {
      if (!sameOrigin(req.raw) || (form && !req.headers.origin)) throw new AppError('FORBIDDEN', 'This request came from another site.');
      if (!form && type !== 'application/json') throw new AppError('INVALID', 'Send JSON.');
      await this.throttle([['any', from(req)]]);
      const parsed = schema.safeParse(form ? { ...(req.body as object) } : (req.body ?? {}));
      if (!parsed.success) throw new AppError('INVALID', null, { fields: parsed.error.issues.map((i) => ({ field: i.code === 'unrecognized_keys' ? String(i.keys[0]) : i.path.join('.'), problem: i.code === 'custom' ? i.message : i.code })) });
      const mine = tokenOf(req.headers.cookie);
      const done = await work(parsed.data, mine);
      if (done?.token && mine) await this.db.door('select auth.session_end($1)', [mine]);
      if (done) void reply.header('set-cookie', [sessionCookie(done.token), ...(done.token ? [markCookie(await this.mark(done.token))] : [])]);
      void (form ? reply.redirect(done ? (done.next ?? localPath(next)) : '/sign-in?sent=1', 303) : reply.send({ ok: true, ...(done?.next ? { next: done.next } : {}) }));
    } catch (e) {
      const fault = toAppError(e);
      if (fault instanceof TooMany) void reply.header('retry-after', String(fault.seconds));
      else if (fault.code === 'TOO_MANY' || fault.code === 'UNAVAILABLE') void reply.header('retry-after', '5');
      // a form comes back to the page, which says in words what went wrong: with the link or with the password
      if (form) { void reply.redirect(`/sign-in?failed=${schema === (bodies.use as z.ZodType) && ['UNAUTHENTICATED', 'INVALID'].includes(fault.code) ? 'link' : fault.code.toLowerCase()}${next ? `&next=${encodeURIComponent(localPath(next))}` : ''}`, 303); return; }
      const { code, fields } = fault;
      void reply.code(statusOf[code]).send({ code, message: fault.message, ...(fields.length ? { fields } : {}), ...(code === 'INTERNAL' ? { reference: logFault(fault.cause ?? fault) } : {}) });
    }
  }

  /** The mark of this browser, if this person has signed in here before. */
  private async isKnown(req: FastifyRequest, address: string): Promise<string | null> {
    const mark = markOf(req.headers.cookie);
    const [r] = await this.db.door<{ mark: string }>('select auth.browser_mark($1, $2) as mark', [address, mark.split('.')[0]]);
    const [given, ours] = [mark, r?.mark ?? ''].map((each) => createHash('sha256').update(each).digest()) as [Buffer, Buffer];
    return timingSafeEqual(given, ours) ? mark : null;
  }
  private async mark(token: string): Promise<string> {
    const [r] = await this.db.door<{ mark: string }>('select auth.browser_mark(email, $2) as mark from auth.password_of($1)', [token, randomBytes(16).toString('base64url')]);
    if (!r) throw new AppError('UNAUTHENTICATED'); // shut out in this very moment
    return r.mark;
  }

  private throttle(keys: [keyof typeof rates, string][]): Promise<void> { return throttle(this.db, keys.map(([rate, subject]) => [`${rate} ${subject}`, rates[rate]])); }

  private touch(token: string): void {
    const key = createHash('sha256').update(token).digest('base64');
    const now = Date.now();
    if (now - (this.touched.get(key) ?? 0) < 60_000) return;
    if (this.touched.size > 10_000) this.touched.clear(); // the database asks for its minute as well
    this.touched.set(key, now);
    this.db.door('select auth.session_touch($1)', [token]).catch(() => this.touched.delete(key));
  }
}
