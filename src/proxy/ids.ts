import type { IdDomain, IdHasher } from '../privacy/hashed-ids.ts';
import { LazyValue } from './lazy-value.ts';

/** By domain, and there by id. */
type Hashes = Readonly<Record<IdDomain, Map<string, string>>>;

const DOMAINS: readonly IdDomain[] = ['visitor', 'event', 'payment'];

// 96 bits: a million ids a day collide with a probability of about 10^-17.
const HASH_BYTES = 12;

const utf8 = new TextEncoder();

/**
 * Ids are HMAC-SHA-256 with a key by HKDF from the API key, the website and the UTC day: all proxies of a site agree without
 * another secret, and a visitor who returns on another day has another id.
 *
 * @param apiKey `null` for sample data, where there is nothing to protect.
 */
export function createIdHasher(apiKey: string | null, websiteId: string | null): IdHasher {
  const secret = utf8.encode(apiKey ?? 'sample data');
  const salt = utf8.encode(websiteId ?? '');
  let day: { epoch: string; key: LazyValue<CryptoKey>; known: Hashes } | null = null;

  return async (at, ids) => {
    const epoch = new Date(at).toISOString().slice(0, 10);
    if (day?.epoch !== epoch)
      day = { epoch, key: new LazyValue(() => deriveKey(secret, salt, epoch)), known: noHashes() };
    const { key, known } = day;
    const current = noHashes();
    const signing = await key.value;
    const signed: Promise<void>[] = [];
    for (const domain of DOMAINS) {
      const hashes = current[domain];
      for (const id of ids[domain]) {
        if (hashes.has(id)) continue;
        const before = known[domain].get(id);
        // Reserves the place, so that it is signed once.
        hashes.set(id, before ?? '');
        if (before === undefined)
          signed.push(sign(signing, `${domain}\0${id}`).then((hash) => void hashes.set(id, hash)));
      }
    }
    await Promise.all(signed);
    // Only what the last snapshot had is remembered, so the memory is bounded by the size of an answer.
    if (day.epoch === epoch) day.known = current;
    return {
      epoch,
      of: (domain, id) => {
        const hash = current[domain].get(id);
        if (hash === undefined) throw new Error(`Unknown ${domain} ID: not part of this snapshot.`);
        return hash;
      },
      has: (text) => DOMAINS.some((domain) => current[domain].has(text)),
    };
  };
}

function noHashes(): Hashes {
  return { visitor: new Map(), event: new Map(), payment: new Map() };
}

async function deriveKey(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  epoch: string,
): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode(`datafast-live-map ids ${epoch}`) },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
}

async function sign(key: CryptoKey, text: string): Promise<string> {
  const digest = await crypto.subtle.sign('HMAC', key, utf8.encode(text));
  return base64url(new Uint8Array(digest, 0, HASH_BYTES));
}

/** RFC 4648 §5, without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
