import { Injectable } from '@nestjs/common';

/** The only way to ask what time it is where the answer decides something: tests turn it. */
@Injectable()
export class Clock {
  now(): Date { return new Date(); }
  /** The day it is there, `2026-03-16`. */
  dayIn(zone: string): string { return Temporal.Instant.fromEpochMilliseconds(this.now().getTime()).toZonedDateTimeISO(zone).toPlainDate().toString(); }
}
