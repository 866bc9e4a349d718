import type { PropertyDeclaration, PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import { warnOnce } from './warn.ts';

/** How an option is read from its attribute and property. */
export interface OptionSpec<Value> {
  fallback: Value;
  /** What a good value is, in words. */
  expected: string;
  /** @returns `undefined` for a bad value. `null` where any value is used as it is. */
  read: ((value: unknown) => Value | undefined) | null;
  /** How Lit reads and reflects the attribute. */
  property?: PropertyDeclaration;
}

/** The options of an element by their properties. */
export type OptionTable<Options> = { readonly [Name in keyof Options]: OptionSpec<Options[Name]> };

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Texts that templates print for an option that is off. */
const OFF = /^\s*(false|0|off|no|none|null|undefined|nan)\s*$/i;

/** A number, or the text as it is, so that the warning can quote it. */
const numberConverter = {
  fromAttribute: (text: string | null): unknown => Number(text) || text,
};

/** On where the attribute is empty; another text is left to the option, which warns where it means off. */
const flagConverter = {
  fromAttribute: (text: string | null): unknown => text?.trim() === '' || text,
  toAttribute: (isOn: unknown): string | null => (isOn ? '' : null),
};

/** An option that is on or off. */
export const FLAG: OptionSpec<boolean> = {
  fallback: false,
  expected: 'no such attribute where it is off',
  read: (value) => !OFF.test(String(value)) || undefined,
  property: { converter: flagConverter },
};
export const TEXT: OptionSpec<string | null> = { fallback: null, expected: 'text', read: String };
export const ADDRESS: OptionSpec<string | null> = { ...TEXT, expected: 'a URL' };

export const oneOf = <Value extends string>(values: readonly [Value, ...Value[]]): OptionSpec<Value> => ({
  fallback: values[0],
  expected: `one of ${values.join(', ')}`,
  read: (value) => values.find((known) => known === String(value).trim().toLowerCase()),
});

export const numeric = (fallback: number, least: number, most: number, isWhole: boolean): OptionSpec<number> => ({
  fallback,
  expected: `a ${isWhole ? 'whole ' : ''}number ${most < Infinity ? `from ${least} to ${most}` : `of ${least} or more`}`,
  read: (value) => {
    const number = Number(value);
    return number >= least && number <= most && (!isWhole || Number.isInteger(number)) ? number : undefined;
  },
  property: { converter: numberConverter },
});

/** The options that both elements have. */
export const REFRESH_INTERVAL: OptionSpec<number> = numeric(10, 2, 86_400, false);
export const CREDENTIALS: OptionSpec<RequestCredentials> = oneOf(['same-origin', 'include', 'omit']);
export const THEME: OptionSpec<Theme> = { ...oneOf(THEMES), property: { reflect: true } };
export const MIN_COUNT: OptionSpec<number> = numeric(0, 0, Infinity, true);

/** Lit's declarations of the properties. */
export function propertiesOf<Options>(table: OptionTable<Options>): PropertyDeclarations {
  const declarations = Object.entries<OptionSpec<unknown>>(table).map(
    ([name, { property }]) => [name, { attribute: attributeOf(name), ...property }] as const,
  );
  return Object.fromEntries(declarations);
}

/**
 * Gives options that are absent or bad their defaults; bad ones with a warning.
 *
 * @param changed Properties to look at; by default all, which are absent.
 */
export function normalizeOptions<Options>(
  element: Element,
  table: OptionTable<Options>,
  changed?: PropertyValues,
): void {
  const values = element as unknown as Record<string, unknown>;
  for (const [name, spec] of Object.entries<OptionSpec<unknown>>(table)) {
    if (changed && !changed.has(name)) continue;
    values[name] = normalized(`<${element.localName}> ${attributeOf(name)}`, spec, changed && values[name]);
  }
}

/** The element's options as a plain object. */
export function optionsOf<Options>(element: Options, table: OptionTable<Options>): Options {
  const names = Object.keys(table) as (keyof Options)[];
  return Object.fromEntries(names.map((name) => [name, element[name]])) as unknown as Options;
}

/** The attribute of a property. */
export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** A good value, or the default where it is absent; `undefined` where it is bad. */
export function readValue({ fallback, read }: OptionSpec<unknown>, value: unknown): unknown {
  // Frameworks pass null as it is, as "" or, for a number, as 0; conditions pass false.
  if (!(typeof value === 'string' ? value.trim() : value) && !Number.isNaN(value)) return fallback;
  if (!read || (value === true && fallback === false)) return value;
  return isPlain(value) ? read(value) : undefined;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || value instanceof URL;
}

function normalized(name: string, spec: OptionSpec<unknown>, value: unknown): unknown {
  const good = readValue(spec, value);
  if (good !== undefined) return good;
  const { fallback, expected } = spec;
  /* oxlint-disable no-restricted-properties -- nothing but the text of a warning depends on it */
  const got = isPlain(value) ? JSON.stringify(value).slice(0, 40) : `of type ${typeof value}`;
  warnOnce(`${name} is ${got}, expected ${expected}. Using ${JSON.stringify(fallback)}.`);
  /* oxlint-enable no-restricted-properties */
  return fallback;
}
