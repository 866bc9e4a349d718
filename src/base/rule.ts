import type { PropertyValues } from 'lit';
import { warnOnce } from './warn.ts';

/** How one option is read: `read` gives `undefined` for a bad value. */
export interface Rule {
  attribute: string;
  fallback: unknown;
  /** What a good value is, in words. */
  expected: string;
  read: (value: unknown) => unknown;
}

export const oneOf = (attribute: string, values: readonly string[]): Rule => ({
  attribute,
  fallback: values[0],
  expected: `one of ${values.join(', ')}`,
  read: (value) => values.find((known) => known === String(value).trim().toLowerCase()),
});

export const numeric = (attribute: string, fallback: number, least: number, most: number, whole: boolean): Rule => ({
  attribute,
  fallback,
  expected: `a ${whole ? 'whole ' : ''}number ${most < Infinity ? `from ${least} to ${most}` : `of ${least} or more`}`,
  read: (value) => {
    const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
    return number >= least && number <= most && (!whole || Number.isInteger(number)) ? number : undefined;
  },
});

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Of options that every element has. */
export const REFRESH_INTERVAL: Rule = numeric('refresh-interval', 10, 2, 86_400, false);
export const CREDENTIALS: Rule = oneOf('credentials', ['same-origin', 'include', 'omit']);
export const THEME: Rule = oneOf('theme', THEMES);
export const MIN_COUNT: Rule = numeric('min-count', 0, 0, Infinity, true);

/** A number, or the text as it is, so that the warning can quote it. */
export const numberConverter = {
  fromAttribute: (text: string | null): unknown => (text?.trim() && !Number.isNaN(Number(text)) ? Number(text) : text),
};

/**
 * Gives options that are set wrongly their defaults, with a warning.
 *
 * @param rules By property.
 * @param changed Properties to look at; by default all.
 */
export function settle(element: Element, rules: Readonly<Record<string, Rule>>, changed?: PropertyValues): void {
  for (const [option, rule] of Object.entries(rules)) {
    if (changed && !changed.has(option)) continue;
    const value: unknown = Reflect.get(element, option);
    Object.assign(element, { [option]: settled(element.localName, rule, changed ? value : null) });
  }
}

/** The value if it is good; else the default, and one warning that says what was expected. Absent is not bad. */
function settled(tag: string, rule: Rule, value: unknown): unknown {
  if (value === null || value === undefined) return rule.fallback;
  const isPlain = typeof value === 'string' || typeof value === 'number';
  const read = isPlain ? rule.read(value) : undefined;
  if (read !== undefined) return read;
  const got = isPlain ? JSON.stringify(value).slice(0, 40) : `of type ${typeof value}`;
  warnOnce(`<${tag}> ${rule.attribute} is ${got}, expected ${rule.expected}. Taken instead: ${String(rule.fallback)}.`);
  return rule.fallback;
}
