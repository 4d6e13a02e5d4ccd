import { Db } from '../platform/db.ts';
import type { Events } from '../platform/events.ts';

/**
 * Public records that every request needs and that change only by an import are read once per process, always as the public
 * and in a transaction of their own. An import's NOTIFY drops them at once; a minute bounds what a lost NOTIFY could hold back.
 */
export class Held<T> {
  private at = 0;
  private now: Promise<T> | undefined;

  constructor(private readonly db: Db, events: Events, private readonly read: () => Promise<T>) {
    events.heard.add((e) => { if (e.t === 'library') this.now = undefined; });
  }

  get(): Promise<T> {
    if (this.now && Date.now() - this.at < 60_000) return this.now;
    this.at = Date.now();
    const reading: Promise<T> = this.db.as({ token: null }, this.read).catch((e: unknown) => {
      if (this.now === reading) this.now = undefined;
      throw e;
    });
    return (this.now = reading);
  }
}
