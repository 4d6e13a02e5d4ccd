import { hash, verify } from '@node-rs/argon2';
import { AppError } from './errors.ts';

/** argon2id (the library's default kind) with 64 MiB: four at once are 256 MiB, and a fifth waits. */
const cost = { memoryCost: 64 << 10, timeCost: 3, parallelism: 1 };
const most = { atOnce: 4, waiting: 64 };
// The hash of a password nobody has, with the same cost: an unknown address takes as long as a known one.
const nobody = '$argon2id$v=19$m=65536,t=3,p=1$1qsRNaBNkP6wj/1SheuZLQ$KW9sqNMKLd3ZcTqRYuyM4fv8lzXq4ITASSl/I74+SIc';

let running = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most.atOnce) {
    if (waiting.length >= most.waiting) throw new AppError('TOO_MANY');
    await new Promise<void>((go) => waiting.push(go)); // the place is handed over, so `running` stays
  } else running++;
  try { return await work(); } finally {
    const next = waiting.shift();
    if (next) next(); else running--;
  }
}
// The same letters typed on another keyboard may come in another Unicode form.
const bytes = (password: string) => Buffer.from(password.normalize('NFC'), 'utf8');

/** The text to keep instead of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(bytes(password), cost));
/** Does this password belong to that hash? Without a hash: no, after the same time. */
export const matches = (password: string, known: string | null | undefined): Promise<boolean> =>
  inTurn(async () => (await verify(known ?? nobody, bytes(password))) && !!known);
