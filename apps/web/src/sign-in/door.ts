import { localPath } from '../search-params.ts';
import type { Fault, FaultCode } from '../apollo.ts';

/** What the sign-in answers: where to go on, or what went wrong. */
export type Knock = { ok: true; next?: string } | ({ ok: false } & Fault & { seconds?: number });

/** Speaks to the sign-in, which is plain HTTP and no GraphQL: it happens before anybody is known. */
export async function knock(path: 'sign-in' | 'link' | 'link/use' | 'demo' | 'password' | 'sign-out-everywhere', body: Record<string, string | undefined> = {}): Promise<Knock> {
  let answer: Response, told: { next?: string; code?: FaultCode; fields?: Fault['fields'] };
  try {
    answer = await fetch(`/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    told = (await answer.json()) as typeof told;
  } catch { return { ok: false, code: 'OFFLINE', fields: [] }; }
  if (answer.ok) return { ok: true, ...(told.next ? { next: told.next } : {}) };
  const seconds = Number(answer.headers.get('retry-after'));
  return { ok: false, code: told.code ?? 'INTERNAL', fields: told.fields ?? [], ...(seconds > 0 ? { seconds } : {}) };
}

/** What an earlier person left open on this device is locked before the next one's page is shown. */
export async function lockDevice(): Promise<void> {
  if (localStorage.getItem('amparo.device')) await (await import('../offline/device.ts')).leaveDevice();
}
/** Loads the page anew: nobody inherits what the one before had read. Never another site's page. */
export async function goOn(next: string | undefined): Promise<void> {
  await lockDevice().catch(() => undefined); // without it the device locks at its first word with the server
  location.assign(localPath(next) ?? '/');
}
