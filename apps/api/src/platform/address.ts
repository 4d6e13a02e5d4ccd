import { env } from './env.ts';

/** Is this host, as it stands in a Host header or in HOST, this very machine? */
export const isLoopback = (host: string): boolean => host === '::1' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(URL.parse(`http://${host}`)?.hostname ?? '');
/** Is this the address of a connection that came from this machine? */
export const isLocalPeer = (ip: string): boolean => ip === '::1' || /^(?:::ffff:)?127\./u.test(ip);
/** The address people reach us at; never taken from a request, where anybody may write any Host. */
export const publicAddress = (): string => (env().PUBLIC_URL ?? `http://${env().HOST.includes(':') ? `[${env().HOST}]` : env().HOST}:${env().PORT}`).replace(/\/$/u, '');
