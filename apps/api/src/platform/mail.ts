import { createTransport } from 'nodemailer';
import { env, secrets } from './env.ts';
import { AppError } from './errors.ts';

export interface Letter { to: string; subject: string; text: string; /** The same for the same letter, so that a mailbox knows one that was sent twice. */ id?: string }
/** How long a mail server may keep silent (ms), at each step and over all. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 }, most = 40_000;

export const mailIsOn = (): boolean => !!secrets().SMTP_URL;

/**
 * Sends one letter and waits until the server has taken it. What would end a header line is refused before anything is sent.
 * @throws AppError UNAVAILABLE: the server is away or silent, try later; INVALID: it will never take this one
 */
export async function sendMail({ to, subject, text, id }: Letter): Promise<void> {
  const smtp = secrets().SMTP_URL;
  if (!smtp) throw new AppError('UNAVAILABLE', 'Mail is not set up: SMTP_URL is empty.');
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  for (const [field, value] of Object.entries({ to, subject, id: id ?? '' })) if (/[\u0000-\u001f\u007f]/u.test(value)) throw new AppError('INVALID', null, { fields: [{ field, problem: 'control_character' }] });
  const url = new URL(smtp);
  for (const [name, ms] of Object.entries(patience)) if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  const transport = createTransport(url.href, { from: env().MAIL_FROM });
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      transport.sendMail({ to, subject, text, ...(id ? { messageId: `<${id}@amparo>` } : {}), headers: { 'Auto-Submitted': 'auto-generated' } }),
      new Promise((_ok, fail) => { timer = setTimeout(() => { fail(new Error('the mail server is silent')); }, most); }),
    ]);
  } catch (e) {
    // The address itself, and nothing else: a refused sender or a server that relays nothing is a setting that somebody mends, and no letter is lost by it.
    const { code, command, responseCode } = e as { code?: string; command?: string; responseCode?: number };
    const refused = code === 'EENVELOPE' && command === 'RCPT TO' && [550, 551, 553].includes(responseCode ?? 0) && !/5\.7\.\d|relay/iu.test((e as Error).message);
    throw new AppError(refused ? 'INVALID' : 'UNAVAILABLE', refused ? 'The mail server refuses this address for good.' : 'The mail server does not take mail right now.', { cause: e });
  } finally { clearTimeout(timer); transport.close(); }
}
