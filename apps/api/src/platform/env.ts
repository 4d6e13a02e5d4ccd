import { z } from 'zod';

/** The only place that reads the process's environment: once, whole, frozen, all faults told together. */
const table = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PUBLIC_URL: z.url().optional(),
  AMPARO_HOME: z.string().optional(),
  AMPARO_DEMO: z.enum(['0', '1']).default('0'),
  AMPARO_CHILD: z.string().optional(),
  WEB_DIST: z.string().optional(),
  WEB_DEV: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Amparo <amparo@localhost>'),
});
export type Env = Readonly<z.infer<typeof table>>;

let read: Env | undefined;
/** @throws Error that lists every faulty variable at once */
export function env(): Env {
  if (read) return read;
  const r = table.safeParse(process.env);
  if (!r.success) throw new Error(`The environment is not usable:\n${r.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`).join('\n')}`);
  return (read = Object.freeze(r.data));
}
