import { Injectable } from '@nestjs/common';
import { isLoopback, publicAddress } from '../platform/address.ts';
import { newToken } from '../platform/auth.ts';
import { Db } from '../platform/db.ts';
import { env } from '../platform/env.ts';
import { Jobs } from '../platform/jobs.ts';
import { log } from '../platform/log.ts';
import { mailIsOn, sendMail } from '../platform/mail.ts';

interface Letter { subject: string; text(name: string, link: string): string }
// Letters are few and leave the web client's catalogue alone.
const letters: Record<string, Letter> = {
  en: { subject: 'Your link to sign in', text: (name, link) => `Hello ${name},\n\nopen this link to sign in to Amparo. It works once, for 30 minutes:\n\n${link}\n\nYou did not ask for it? Then leave it alone: nothing happens.\n` },
  es: { subject: 'Su enlace para entrar', text: (name, link) => `Hola, ${name}:\n\nabra este enlace para entrar en Amparo. Sirve una sola vez, durante 30 minutos:\n\n${link}\n\n¿No lo pidió usted? Entonces no lo abra: no pasa nada.\n` },
  fr: { subject: 'Votre lien de connexion', text: (name, link) => `Bonjour ${name},\n\nouvrez ce lien pour vous connecter à Amparo. Il sert une seule fois, pendant 30 minutes :\n\n${link}\n\nVous ne l’avez pas demandé ? Alors ne l’ouvrez pas : rien ne se passe.\n` },
};

/** Writes the letter with a one-time link. The link is made here, so that no queue ever holds one; an unknown address gets nothing. */
@Injectable()
export class SignInJob {
  constructor(private readonly db: Db, jobs: Jobs) { jobs.on<{ to: string }>('mail', ({ to }) => this.send(to)); }

  private async send(to: string): Promise<void> {
    const smtp = mailIsOn();
    // Without mail a link may be shown only where whoever reads the log owns the machine and everything on it.
    const shown = !smtp && env().NODE_ENV !== 'production' && !env().PUBLIC_URL && isLoopback(env().HOST);
    if (!smtp && !shown) { log.warn('Somebody asked for a link by mail, but mail is not set up: SMTP_URL is empty.'); return; }
    const token = newToken();
    const [person] = await this.db.door<{ name: string; locale: string }>("select * from auth.link_add($1, $2, 'reset')", [to, token]);
    if (!person) return;
    const link = `${publicAddress()}/link/${token}`;
    if (!smtp) { process.stderr.write(`Mail is not set up: here is the link that ${to} asked for, good for 30 minutes.\n  ${link}\n`); return; }
    const letter = letters[person.locale] ?? (letters['en'] as Letter);
    await sendMail({ to, subject: letter.subject, text: letter.text(person.name, link) });
  }
}
