import { base64url } from '../ids.ts';
import type { ResolvedOptions } from '../options/types.ts';

/** Signs what is stored, by a secret that only the instances of a fleet share. */
export interface Signer {
  /** The snapshot's key in the store: another one for another website, API key, policy or version. */
  readonly key: string;
  /** The text with its HMAC. */
  readonly sign: (text: string) => Promise<string>;
  /** The text, if an instance with the same policy has written it; `null` otherwise. */
  readonly verify: (signed: string) => Promise<string | null>;
}

/** Changed with the format of what is stored, so that old and new instances do not read each other's texts. */
const FORM = 3;
const KEY_BYTES = 12;
const MAC_BYTES = 32;

const utf8 = new TextEncoder();

/**
 * Stored texts have an HMAC, with a key by HKDF from the API key, which reveals damaged texts and those of other writers or
 * policies. The API key itself does not leave the instance.
 *
 * @param policy Everything that decides what a snapshot contains.
 */
export async function createSigner(
  { apiKey, websiteId }: Pick<ResolvedOptions, 'apiKey' | 'websiteId'>,
  policy: unknown,
): Promise<Signer> {
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
  const macOf = async (text: string): Promise<string> =>
    base64url(new Uint8Array(await crypto.subtle.sign('HMAC', signing, utf8.encode(text)), 0, MAC_BYTES));
  const key = (await macOf('key')).slice(0, KEY_BYTES + 4);
  const macLength = (await macOf('')).length;
  return {
    key,
    sign: async (text) => (await macOf(text)) + text,
    verify: async (signed) => {
      const text = signed.slice(macLength);
      return (await macOf(text)) === signed.slice(0, macLength) ? text : null;
    },
  };
}
