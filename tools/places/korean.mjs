// Korean names are told in the Revised Romanization; GeoNames has some in McCune-Reischauer alone: Chech'ŏn is Jecheon.

const VOICED = { k: 'g', t: 'd', p: 'b', ch: 'j' };

/** @returns The name as it is told today, if it is told in the older way, else nothing. */
export function revised(name) {
  if (!/[ŏŭ]|(?:ch|[ktp])[’'‘ʼ]/i.test(name)) return [];
  const text = name
    .toLowerCase()
    .replace(/(^|[\s-])(ch|k|t|p)(?![’'‘ʼhkptc])/g, (_, before, letter) => before + VOICED[letter])
    .replace(/(ch|k|t|p)[’'‘ʼ]/g, '$1')
    .replace(/ŏ/g, 'eo')
    .replace(/ŭ/g, 'eu')
    .replace(/weo/g, 'wo')
    .replace(/sh(?=i|wi)/g, 's');
  return [text];
}
