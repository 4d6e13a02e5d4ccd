import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { publicAddress } from '../platform/address.ts';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { toAppError } from '../platform/errors.ts';
import { log } from '../platform/log.ts';
import { mailIsOn, sendMail } from '../platform/mail.ts';
import { type ReminderItem, reminderLetter } from './reminder-words.ts';

interface Waiting { ids: string[]; email: string; name: string; locale: string; items: ReminderItem[] }

/**
 * Once a minute: what has come due is written down for each person, then what waits for mail goes out, one letter a person. What
 * the mail server has taken is marked at once; what it has not, waits in the database, however long the server is away.
 */
@Injectable()
export class ReminderJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private told = 0;
  constructor(private readonly db: Db, private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    const tick = () => void this.tick().catch(() => { log.warn('reminders wait for the database'); });
    this.timer = setInterval(tick, 60_000).unref();
    tick();
  }
  async onApplicationShutdown(): Promise<void> { clearInterval(this.timer); await this.running?.catch(() => undefined); }

  /** One round; who comes while one runs waits for that one. */
  tick(): Promise<void> { return (this.running ??= this.round().finally(() => { this.running = undefined; })); }

  private async round(): Promise<void> {
    await this.remind();
    if (mailIsOn()) await this.send(); else await this.db.door('select auth.mail_off()');
    await this.db.door('select auth.sweep_calendar($1)', [this.clock.now()]);
  }
  /** Writes down what has come due. @returns how many were told something new */
  async remind(): Promise<number> { return (await this.db.door<{ n: number }>('select auth.remind($1) as n', [this.clock.now()]))[0]?.n ?? 0; }

  private async send(): Promise<void> {
    for (;;) {
      const [waiting] = await this.db.door<Waiting>('select * from auth.claim_mail($1)', [this.clock.now()]);
      if (!waiting) return;
      const { ids, email, name, locale, items } = waiting;
      const done = (state: 'sent' | 'dropped') => this.db.door('select auth.mail_done($1, $2, $3)', [ids, state, this.clock.now()]);
      try {
        await sendMail({ to: email, ...reminderLetter(locale, name, items, publicAddress()), id: createHash('sha256').update(ids.join()).digest('hex').slice(0, 32) });
        await done('sent');
      } catch (e) {
        const fault = toAppError(e);
        if (fault.code === 'INVALID') { await done('dropped'); log.warn({ reason: 'refused' }, 'a reminder has an address that takes no mail'); continue; }
        if (fault.code !== 'UNAVAILABLE') throw e;
        if (Date.now() - this.told > 600_000) { this.told = Date.now(); log.warn('mail waits: the server takes none right now'); }
        return; // the others would wait for the same server
      }
    }
  }
}
