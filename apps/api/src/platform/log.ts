import { randomUUID } from 'node:crypto';
import pino from 'pino';

/** Logs go to standard error, without request bodies, parameters, cookies or names: what is written here can be seized. */
export const log = pino({ base: null, level: 'info', timestamp: pino.stdTimeFunctions.isoTime, redact: ['token', 'password', 'cookie', 'email', 'headers'] }, pino.destination(2));

/** Writes the cause of an INTERNAL error under a fresh reference, which the answer may carry. SQL parameters are left out on purpose. */
export function logFault(cause: unknown): string {
  const reference = randomUUID().slice(0, 8);
  const e = cause as { name?: string; message?: string; code?: string; stack?: string; driverError?: { message?: string; code?: string; constraint?: string } };
  const driver = e?.driverError;
  if (e?.code === 'ERR_STREAM_PREMATURE_CLOSE') return reference; // a reader who went on before the page was whole
  log.error({ reference, name: e?.name, message: driver?.message ?? e?.message, code: driver?.code ?? e?.code, constraint: driver?.constraint, stack: e?.stack?.split('\n').slice(1, 8).join('\n') }, 'fault');
  return reference;
}
