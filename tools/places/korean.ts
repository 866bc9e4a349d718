// Korean names are written in the Revised Romanization; GeoNames has some in McCune-Reischauer alone: Chech'ŏn is Jecheon.

const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' };

/** @returns A name in the older romanization as it is written today; no name for others. */
export function revised(name: string): string[] {
  if (!/[ŏŭ]|(?:ch|[ktp])[’'‘ʼ]/i.test(name)) return [];
  const text = name
    .toLowerCase()
    .replace(
      /(^|[\s-])(ch|k|t|p)(?![’'‘ʼhkptc])/g,
      (_, before: string, letter: string) => before + (VOICED[letter] ?? letter),
    )
    .replace(/(ch|k|t|p)[’'‘ʼ]/g, '$1')
    .replace(/ŏ/g, 'eo')
    .replace(/ŭ/g, 'eu')
    .replace(/weo/g, 'wo')
    .replace(/sh(?=i|wi)/g, 's');
  return [text];
}
