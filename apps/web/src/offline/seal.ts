/** Something sealed: AES-256-GCM with a nonce of its own. */
export interface Sealed { iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer }

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
const hex = (buffer: ArrayBuffer): string => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Takes the key as the server gives it (256 bits, base64). Scripts can use it from then on, and never read it again. */
export async function takeKey(base64: string): Promise<{ key: CryptoKey; owner: string }> {
  const raw = bytes(base64);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  // Finds a person's own entries again, and tells nobody whose they are.
  const marked = new Uint8Array([...new TextEncoder().encode('amparo.owner|'), ...raw]);
  return { key, owner: hex(await crypto.subtle.digest('SHA-256', marked)).slice(0, 32) };
}

/** Lengths tell too: what is sealed is filled up to whole kibibytes. */
const padded = (text: string): Uint8Array<ArrayBuffer> => {
  const plain = new TextEncoder().encode(text), full = new Uint8Array((Math.floor(plain.length / 1024) + 1) * 1024).fill(32);
  full.set(plain);
  return full;
};
/** `about`: where it lies. Put anywhere else it does not open. */
export async function seal(key: CryptoKey, about: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) }, key, padded(JSON.stringify(value))) };
}
/** Undefined where the key is another's or the box was tampered with. */
export async function unseal<T>(key: CryptoKey, about: string, { iv, box }: Sealed): Promise<T | undefined> {
  let plain: ArrayBuffer;
  try { plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) }, key, box); } catch { return undefined; } // the one way to ask whether it fits
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}
