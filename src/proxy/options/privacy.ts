import { invalidOption, describeValue } from './invalid.ts';
import { parsePattern } from '../../privacy/page-pattern.ts';
import { PRESETS, type PrivacyPolicy, type PrivacyPreset } from '../../privacy/policy.ts';

/** Whether a value will do, and how to say what would. */
interface Rule {
  allows: (value: unknown) => boolean;
  expected: string;
}

/** Group and count: more can only be a mistake. */
const MOST_PEOPLE = 1_000_000;

const isPattern = (value: unknown): boolean => parsePattern(value) !== null;
const isNumber = (value: unknown, most: number): boolean => typeof value === 'number' && value >= 0 && value <= most;
const oneOf = (...texts: string[]): Rule => ({
  allows: (value) => typeof value === 'string' && texts.includes(value),
  expected: texts.map((text) => `"${text}"`).join(', '),
});
const FLAG: Rule = { allows: (value) => typeof value === 'boolean', expected: 'true or false' };

const RULES: Readonly<Record<keyof PrivacyPolicy, Rule>> = {
  coordinates: {
    allows: (value) => value === false || isNumber(value, 90),
    expected: 'degrees from 0 to 90, or false',
  },
  cities: FLAG,
  minimumGroup: {
    allows: (value) => isNumber(value, MOST_PEOPLE) && Number.isInteger(value) && value !== 0,
    expected: `a whole number from 1 to ${MOST_PEOPLE}`,
  },
  pages: {
    allows: (value) => value === 'path' || value === 'hidden' || (Array.isArray(value) && value.every(isPattern)),
    expected: '"path", "hidden" or a list of patterns like "/blog/*" (a path; "**" only at its end)',
  },
  system: FLAG,
  referrers: FLAG,
  amounts: oneOf('exact', 'rounded', 'hidden'),
  names: FLAG,
  predictions: FLAG,
};

/**
 * The policy that the option `privacy` means: a preset, or `public` with some keys changed.
 *
 * @throws An Error that names the key, what was got and what was expected.
 */
export function resolvePrivacy(given: unknown = 'public'): PrivacyPolicy {
  if (typeof given === 'string' && Object.hasOwn(PRESETS, given)) return PRESETS[given as PrivacyPreset];
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw invalidOption('privacy', `${Object.keys(PRESETS).map(describeValue).join(', ')} or an object`, given);
  }
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(RULES, key));
  if (unknown.length > 0) {
    throw new Error(
      `privacy: unknown key ${unknown.map(describeValue).join(', ')}; known are ${Object.keys(RULES).join(', ')}.`,
    );
  }
  const own = Object.entries(given).filter(([, wanted]) => wanted !== undefined);
  for (const [key, wanted] of own) {
    const { allows, expected } = RULES[key as keyof PrivacyPolicy];
    if (!allows(wanted)) throw invalidOption(`privacy.${key}`, expected, culprit(wanted));
  }
  return { ...PRESETS.public, ...Object.fromEntries(own) };
}

/** Of a list of patterns the one that is none. */
function culprit(value: unknown): unknown {
  return Array.isArray(value) ? value.find((pattern) => !isPattern(pattern)) : value;
}
