import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { env } from './env.ts';

/** Is this host, as it stands in a Host header or in HOST, this very machine? */
export const isLoopback = (host: string): boolean => host === '::1' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(URL.parse(`http://${host}`)?.hostname ?? '');
/** Is this the address of a connection that came from this machine? */
export const isLocalPeer = (ip: string): boolean => ip === '::1' || /^(?:::ffff:)?127\./u.test(ip);
/** The address people reach us at; never taken from a request, where anybody may write any Host. */
export const publicAddress = (): string => (env().PUBLIC_URL ?? `http://${env().HOST.includes(':') ? `[${env().HOST}]` : env().HOST}:${env().PORT}`).replace(/\/$/u, '');

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;
let proxies: BlockList | undefined;
/** Is this the proxy in front, which may say where a request comes from? */
function isProxy(ip: string): boolean {
  if (!proxies) {
    proxies = new BlockList();
    for (const each of env().TRUST_PROXY?.split(',') ?? []) {
      const [address = '', bits] = each.trim().split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      proxies.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
    }
  }
  return isIP(ip) > 0 && proxies.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}
const said = (header: string | string[] | undefined) => String(header ?? '').split(',').map((each) => each.trim()).filter(Boolean);

/** Where a connection comes from: the nearest address that is no proxy of ours. */
export function sourceOf({ headers, socket }: Asked): string {
  const way = [...said(headers['x-forwarded-for']), socket.remoteAddress ?? ''];
  while (way.length > 1 && isProxy(way.at(-1) ?? '')) way.pop();
  return way.at(-1) ?? '';
}

/** Does the Origin header, where there is one, name this very address, scheme and all? The text "null" does not. */
export function sameOrigin({ headers, socket }: Asked): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const ours = URL.parse(env().PUBLIC_URL ?? '');
  if (ours && (origin === ours.origin || host === ours.host)) return origin === ours.origin;
  const scheme = (isProxy(socket.remoteAddress ?? '') && said(headers['x-forwarded-proto'])[0]) || 'http';
  return host !== undefined && origin === URL.parse(`${scheme}://${host}`)?.origin;
}

/** Can a Host header be one at all? */
export const isHost = (host: string | undefined): boolean => host === undefined || (/^[\w.:[\]-]+$/u.test(host) && URL.canParse(`http://${host}`));
