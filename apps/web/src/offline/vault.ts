import { type Sealed, seal, takeKey, unseal } from './seal.ts';
import type { Place, Shelf } from './shelf.ts';

/** What is open on this device: whose session, with which key, until when (ms, by the server's clock). Ends with the session. */
export interface Vault {
  person: string; key: CryptoKey; owner: string; until: number;
  /** How far this device's clock was ahead when the key came, in ms: a worker has no other way to know. */
  skew: number;
}
/** How a key is asked for: the server gives it to this person's own session alone. */
export type AskKey = (device: string) => Promise<{ person: string; key: string; until: string }>;

const current = 'now';
/** What goes with the session. Entries that wait, and what was being written, stay: sealed, and nothing here opens them any more. */
const ofSession: readonly Place[] = ['key', 'hand'];

/** The vault as it lies on the device, by the device's own clock, corrected; null when nobody's session is open here, or it has had its time. */
export async function openVault(shelf: Shelf, clock = Date.now()): Promise<Vault | null> {
  const found = (await shelf.get('key', current)) as Vault | undefined;
  if (!found) return null;
  if (found.until > clock - found.skew) return found;
  await lockVault(shelf);
  return null;
}
/** Asks the server for this device's key, which is contact too: the vault is another person's now, or lasts longer. */
export async function renewVault(shelf: Shelf, device: string, ask: AskKey, skew: () => number = () => 0): Promise<Vault> {
  const given = await ask(device);
  const before = (await shelf.get('key', current)) as Vault | undefined;
  if (before && before.person !== given.person) await lockVault(shelf);
  const vault: Vault = { person: given.person, ...(await takeKey(given.key)), until: Date.parse(given.until), skew: skew() };
  await shelf.put('key', current, vault);
  return vault;
}
/** Forgets the key and what it had opened. */
export const lockVault = (shelf: Shelf): Promise<void> => shelf.clear(ofSession);

/** What the Log needs to know without a signal: one thing, sealed. */
export const keepHand = async (shelf: Shelf, vault: Vault, hand: unknown): Promise<void> => { await shelf.put('hand', current, await seal(vault.key, `${vault.owner}|hand`, hand)); };
export async function keptHand<T>(shelf: Shelf, vault: Vault): Promise<T | undefined> {
  const found = (await shelf.get('hand', current)) as Sealed | undefined;
  return found && unseal<T>(vault.key, `${vault.owner}|hand`, found);
}
/** What is being written in one window, sealed; it outlives the session, as entries do. Null takes it away. */
export async function keepDraft(shelf: Shelf, vault: Vault, window: string, draft: string | null): Promise<void> {
  const name = `${vault.owner}|${window}`;
  await (draft === null ? shelf.remove('draft', name) : shelf.put('draft', name, await seal(vault.key, `${name}|draft`, draft)));
}
export async function keptDraft(shelf: Shelf, vault: Vault, window: string): Promise<string | null> {
  const name = `${vault.owner}|${window}`, found = (await shelf.get('draft', name)) as Sealed | undefined;
  return (found && (await unseal<string>(vault.key, `${name}|draft`, found))) ?? null;
}
