const LENGTHS = { width: [100, 10_000], dotSize: [1, 100], now: [0, 8.64e15] } as const;
const KNOWN = ['attributes', 'lang', 'children', ...Object.keys(LENGTHS)];

/** @throws TypeError for an unknown option, and for one of a wrong type. `undefined` is as good as absent. */
export function checkOptions(options: unknown): void {
  const known = checkObject('options', options);
  const unknown = Object.keys(known).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw new TypeError(`Got the unknown option "${unknown}", expected ${KNOWN.join(', ')}.`);
  const { attributes, lang, children } = known;
  if (attributes !== undefined) {
    for (const [name, value] of Object.entries(checkObject('attributes', attributes))) checkAttribute(name, value);
  }
  if (lang !== null) checkText('lang', lang);
  checkText('children', children);
  for (const [name, [least, most]] of Object.entries(LENGTHS)) {
    const value = known[name];
    if (value !== undefined && !(typeof value === 'number' && value >= least && value <= most))
      throw mismatch(name, value, `a number from ${least} to ${most}`);
  }
}

function checkObject(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mismatch(name, value, 'an object');
  return value as Record<string, unknown>;
}

function checkText(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'string') throw mismatch(name, value, 'a text');
}

function checkAttribute(name: string, value: unknown): void {
  const isAttributeValue = value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
  if (!isAttributeValue) throw mismatch(name, value, 'a text, a number or a boolean');
}

function mismatch(name: string, value: unknown, expected: string): TypeError {
  const type = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
  return new TypeError(`Got ${typeof value === 'number' ? value : type} as "${name}", expected ${expected}.`);
}
