import { createServer, type Server as TcpServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received { to: string[]; text: string; subject: string; id: string; head: string }
/** A mail server of the tests' own, on one port: takes letters, can be gone, can be silent at the door or after a letter. */
export interface MailServer { port: number; letters: Received[]; tries: number; up(): Promise<void>; down(): Promise<void>; silent(): Promise<void>; deafAfterData(): Promise<void> }

export async function mailServer(): Promise<MailServer> {
  const letters: Received[] = [];
  let running: { close(): Promise<void> } | undefined;
  const server: MailServer = {
    port: 0, letters, tries: 0,
    async up() { await this.down(); await smtp(false); },
    async deafAfterData() { await this.down(); await smtp(true); },
    async down() { await running?.close(); running = undefined; },
    async silent() {
      await this.down();
      const sockets = new Set<Socket>();
      const tcp: TcpServer = createServer((s) => { server.tries++; sockets.add(s); s.on('error', () => undefined); });
      await new Promise<void>((ok) => { tcp.listen(server.port, '127.0.0.1', ok); });
      running = { close: () => new Promise((ok) => { for (const s of sockets) s.destroy(); tcp.close(() => { ok(); }); }) };
    },
  };
  async function smtp(deaf: boolean): Promise<void> {
    const s = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200,
      onConnect: (_session, done) => { server.tries++; done(); },
      onData(stream, session, done) {
        let raw = '';
        stream.on('data', (part: Buffer) => { raw += part.toString('utf8'); });
        stream.on('end', () => {
          if (deaf) return; // never says that it has it, and has it not
          const [head = '', body = ''] = raw.split('\r\n\r\n', 2).length > 1 ? [raw.slice(0, raw.indexOf('\r\n\r\n')), raw.slice(raw.indexOf('\r\n\r\n') + 4)] : [raw];
          const flat = head.replaceAll(/\r\n[ \t]+/gu, ' ');
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'imu').exec(flat)?.[1]?.trim() ?? '';
          const coded = field('content-transfer-encoding').toLowerCase();
          const text = coded === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : coded === 'quoted-printable'
            ? Buffer.from(body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/gu, (_m, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8') : body;
          const subject = field('subject').replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/giu, (_m, q: string) => Buffer.from(q.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/giu, (_n, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8'))
            .replaceAll(/=\?UTF-8\?B\?(.*?)\?=\s*/giu, (_m, b: string) => Buffer.from(b, 'base64').toString('utf8'));
          letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text, subject, id: field('message-id'), head });
          done();
        });
      },
    });
    s.on('error', () => undefined); // a client that goes away in the middle
    await new Promise<void>((ok) => { s.listen(server.port, '127.0.0.1', ok); });
    server.port = (s.server.address() as { port: number }).port;
    running = { close: () => new Promise((ok) => { s.close(() => { ok(); }); }) };
  }
  await server.up();
  return server;
}
