import { base64url } from '../ids.ts';
import type { ResolvedOptions } from '../options/types.ts';

/** A secret that only the instances of a fleet share. */
export interface Seal {
  /** What the store calls the snapshot: another for another website, key, policy or version. */
  readonly key: string;
  readonly close: (text: string) => Promise<string>;
  /** The text, if one of us wrote it, under the same policy; `null` otherwise. */
  readonly open: (sealed: string) => Promise<string | null>;
}

/** Changed when what lies in the store changes its form, so that old and new machines do not read each other's. */
const FORM = 3;
const KEY_BYTES = 12;
const MAC_BYTES = 32;

const utf8 = new TextEncoder();

/**
 * Texts in a store carry an HMAC, by HKDF from the API key: a garbled one, one written by another party, and one of a
 * machine with another policy are all seen. The API key itself does not leave the machine.
 *
 * @param policy All that decides what a snapshot holds.
 */
export async function createSeal(
  { apiKey, websiteId }: Pick<ResolvedOptions, 'apiKey' | 'websiteId'>,
  policy: unknown,
): Promise<Seal> {
  const secret = utf8.encode(apiKey ?? 'sample data');
  const info = utf8.encode(`datafast-live-map store ${FORM} ${JSON.stringify(policy)}`);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const signing = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8.encode(websiteId ?? ''), info },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
  const sign = async (text: string): Promise<string> =>
    base64url(new Uint8Array(await crypto.subtle.sign('HMAC', signing, utf8.encode(text)), 0, MAC_BYTES));
  const key = (await sign('key')).slice(0, KEY_BYTES + 4);
  const macLength = (await sign('')).length;
  return {
    key,
    close: async (text) => (await sign(text)) + text,
    open: async (sealed) => {
      const text = sealed.slice(macLength);
      return (await sign(text)) === sealed.slice(0, macLength) ? text : null;
    },
  };
}
