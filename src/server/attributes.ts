import { attributeOf, readValue, type OptionSpec } from '../base/option.ts';
import { OPTIONS, type LiveMapOptions } from '../element/options.ts';
import { escapedAttribute } from './escape.ts';

/** A value as templates have it: `true` is an attribute without a value, `false`, `null` and `undefined` are none. */
export type AttributeValue = string | number | boolean | null | undefined;

/** Properties by attribute. */
const PROPERTIES = new Map(
  Object.entries<OptionSpec<unknown>>(OPTIONS)
    .filter(([, { property }]) => property?.attribute !== false)
    .map(([name]) => [attributeOf(name), name as keyof LiveMapOptions]),
);
/** What every element may have. No handlers: an attribute never runs as a script. `data-rendered` is set here. */
const GLOBAL = /^(?!data-rendered$)(id|class|style|slot|part|dir|lang|title|hidden|tabindex|(data|aria)-[a-z0-9_.-]+)$/;

/**
 * The attributes as texts.
 *
 * @throws TypeError for an attribute that the element does not have.
 */
export function attributeTexts(attributes: Readonly<Record<string, AttributeValue>>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (!PROPERTIES.has(name) && !GLOBAL.test(name)) {
      const known = attributeOf(name);
      const hint = PROPERTIES.has(known)
        ? `; expected "${known}"`
        : `, expected one of ${[...PROPERTIES.keys()].join(', ')}`;
      throw new TypeError(`Got the unknown attribute "${name}"${hint}.`);
    }
    if (value !== null && value !== undefined && value !== false) texts.set(name, value === true ? '' : String(value));
  }
  return texts;
}

/** The options as the element reads them. For a bad value the default is used; the element warns in the browser. */
export function optionsOfAttributes(texts: ReadonlyMap<string, string>): LiveMapOptions {
  const options = Object.entries<OptionSpec<unknown>>(OPTIONS).map(([name, spec]) => {
    const text = texts.get(attributeOf(name));
    return [name, (text === undefined ? undefined : readAttribute(spec, text)) ?? spec.fallback] as const;
  });
  return Object.fromEntries(options) as unknown as LiveMapOptions;
}

/** The value of an option by its attribute; `undefined` for a bad one. */
export function readAttribute(spec: OptionSpec<unknown>, text: string): unknown {
  const { converter } = spec.property ?? {};
  return readValue(spec, typeof converter === 'object' ? (converter.fromAttribute?.(text) ?? text) : text);
}

/** The attributes of a start tag, with a space before each. */
export function attributesHtml(texts: ReadonlyMap<string, string>): string {
  return [...texts]
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapedAttribute(value)}"`))
    .join('');
}
