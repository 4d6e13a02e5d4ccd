import { env } from './env.ts';

/** Do people reach us through https alone? Then cookies say so, and no page without it may set them. */
const safe = () => env().PUBLIC_URL?.startsWith('https:') ?? false;
const nameOf = (name: string) => (safe() ? `__Host-${name}` : name);
const read = (name: string, cookie: string | undefined) => new RegExp(`(?:^|;\\s*)${nameOf(name)}=([\\w.-]+)`).exec(cookie ?? '')?.[1] ?? null;
const write = (name: string, value: string, seconds: number) => `${nameOf(name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${safe() ? '; Secure' : ''}`;

/** The session token in a Cookie header, or null. */
export const tokenOf = (cookie: string | undefined): string | null => { const token = read('amparo', cookie); return token && /^[\w-]+$/.test(token) ? token : null; };
/** Signed in for seven days, or out. */
export const sessionCookie = (token: string | null): string => write('amparo', token ?? '', token ? 604_800 : 0);

/** The mark of a browser in which somebody has signed in before: it opens nothing, it only has tries of its own. */
export const markOf = (cookie: string | undefined): string => read('amparo-known', cookie) ?? '';
export const markCookie = (mark: string): string => write('amparo-known', mark, 31_536_000);
