import type { PropertyValues } from 'lit';
import { warnOnce } from './warn.ts';

/** How one option is read: `read` gives `undefined` for a bad value. */
export interface Rule {
  fallback: unknown;
  /** What a good value is, in words. */
  expected: string;
  read: (value: unknown) => unknown;
}

/** Templates print these for an option that is off. */
const OFF = /^\s*(false|0|off|no|none|null|undefined|nan)\s*$/i;

/** An option that is on or off. Its property is declared with {@link flagConverter}. */
export const FLAG: Rule = {
  fallback: false,
  expected: 'no such attribute where it is off',
  read: (value) => !OFF.test(String(value)) || undefined,
};
export const TEXT: Rule = { fallback: null, expected: 'text', read: String };
export const ADDRESS: Rule = { ...TEXT, expected: 'a URL' };

export const oneOf = (values: readonly string[]): Rule => ({
  fallback: values[0],
  expected: `one of ${values.join(', ')}`,
  read: (value) => values.find((known) => known === String(value).trim().toLowerCase()),
});

export const numeric = (fallback: number, least: number, most: number, whole: boolean): Rule => ({
  fallback,
  expected: `a ${whole ? 'whole ' : ''}number ${most < Infinity ? `from ${least} to ${most}` : `of ${least} or more`}`,
  read: (value) => {
    const number = Number(value);
    return number >= least && number <= most && (!whole || Number.isInteger(number)) ? number : undefined;
  },
});

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Of options that every element has. */
export const REFRESH_INTERVAL: Rule = numeric(10, 2, 86_400, false);
export const CREDENTIALS: Rule = oneOf(['same-origin', 'include', 'omit']);
export const THEME: Rule = oneOf(THEMES);
export const MIN_COUNT: Rule = numeric(0, 0, Infinity, true);

/** A number, or the text as it is, so that the warning can quote it. */
export const numberConverter = {
  fromAttribute: (text: string | null): unknown => Number(text) || text,
};

/** On where the attribute is empty; other text is left to the rule, which warns of one that means off. */
export const flagConverter = {
  fromAttribute: (text: string | null): unknown => text?.trim() === '' || text,
  toAttribute: (isOn: unknown): string | null => (isOn ? '' : null),
};

/**
 * Gives options that are set wrongly their defaults, with a warning.
 *
 * @param rules By property.
 * @param changed Properties to look at; by default all.
 */
export function settle(element: Element, rules: Readonly<Record<string, Rule>>, changed?: PropertyValues): void {
  const options = element as unknown as Record<string, unknown>;
  for (const [option, rule] of Object.entries(rules)) {
    if (changed && !changed.has(option)) continue;
    const attribute = option.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    options[option] = settled(`<${element.localName}> ${attribute}`, rule, changed && options[option]);
  }
}

/** The value if it is good; else the default, and one warning that says what was expected. */
function settled(name: string, { fallback, expected, read }: Rule, value: unknown): unknown {
  // Frameworks pass null as it is, as "" or, for a number, as 0; conditions pass false.
  if (!(typeof value === 'string' ? value.trim() : value) && !Number.isNaN(value)) return fallback;
  if (value === true && fallback === false) return true;
  const isPlain = typeof value === 'string' || typeof value === 'number' || value instanceof URL;
  const good = isPlain ? read(value) : undefined;
  if (good !== undefined) return good;
  const got = isPlain ? JSON.stringify(value).slice(0, 40) : `of type ${typeof value}`;
  warnOnce(`${name} is ${got}, expected ${expected}. Taken instead: ${String(fallback)}.`);
  return fallback;
}
