/**
 * A name as a few bits: FNV-1a, stirred once more.
 *
 * @param bits From 1 to 31.
 * @param salt Other hashes for the same names.
 */
export function shortHash(name: string, bits: number, salt = 0): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) >>> (32 - bits);
}
