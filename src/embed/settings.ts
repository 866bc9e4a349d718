import { attributeOf, FLAG, type OptionSpec } from '../base/option.ts';
import { VERSION } from '../base/version.ts';
import { BREAKDOWN_LISTS } from '../element/breakdown-option.ts';
import { OPTIONS, type LiveMapOptions } from '../element/options.ts';
import { usableLocale } from '../i18n/intl.ts';
import { readAttribute } from '../server/attributes.ts';

/** Where the page's scripts are, relative to the page's own folder; another version has other files. */
export const EMBED_FOLDER: string = `embed/${VERSION}/`;

/** The settings in the query of `/embed`. */
export interface EmbedSettings {
  /** The element's attributes; `true` is one without a value. */
  attributes: Readonly<Record<string, string | true>>;
  /** BCP 47; "" where there is none. */
  lang: string;
  /** Of the document; "" where there is none. */
  title: string;
  /** Fills a screen that is looked at from afar. */
  kiosk: boolean;
  /** Has no background. */
  transparent: boolean;
}

/** The options that a query may set. None changes where data comes from, or what is sent. */
const SETTABLE = [
  'theme',
  'projection',
  'fit',
  'borders',
  'graticule',
  'daylight',
  'ticker',
  'tickerSize',
  'tickerKinds',
  'breakdown',
  'breakdownSize',
  'history',
  'sound',
  'transport',
  'label',
  'minCount',
] as const satisfies readonly (keyof LiveMapOptions)[];

export const EMBED_ATTRIBUTES: readonly string[] = SETTABLE.map(attributeOf);

const MOST_CHARACTERS = 200;

/** Reads a query. Unknown names and bad values are left out, so that the defaults apply. */
export function readEmbedSettings(query: string): EmbedSettings {
  const parameters = new URLSearchParams(query);
  const attributes: Record<string, string | true> = {};
  for (const option of SETTABLE) {
    const spec: OptionSpec<unknown> = OPTIONS[option];
    const text = parameters.get(attributeOf(option));
    const value = text === null ? undefined : valueOf(option, spec, text.slice(0, MOST_CHARACTERS));
    if (value !== undefined && value !== spec.fallback) {
      attributes[attributeOf(option)] = value === true ? true : String(value);
    }
  }
  const isOn = (name: string): boolean => isFlagOn(name, parameters.get(name) ?? 'off');
  return {
    attributes,
    lang: usableLocale((parameters.get('lang') ?? '').slice(0, MOST_CHARACTERS)),
    title: (parameters.get('title') ?? '').trim().slice(0, MOST_CHARACTERS),
    kiosk: isOn('kiosk'),
    transparent: isOn('transparent'),
  };
}

type SettableOption = (typeof SETTABLE)[number];

function valueOf(
  option: SettableOption,
  spec: OptionSpec<unknown>,
  text: string,
): LiveMapOptions[SettableOption] | undefined {
  if (spec === FLAG) return isFlagOn(attributeOf(option), text);
  if (option !== 'breakdown') return readAttribute(spec, text) as LiveMapOptions[SettableOption] | undefined;
  const names = text.toLowerCase().split(/[\s,]+/);
  return names.filter((name) => BREAKDOWN_LISTS.has(name)).join(' ') || undefined;
}

/** Queries are typed by hand: a flag is on only for a value that means on. */
function isFlagOn(name: string, text: string): boolean {
  return ['', '1', 'true', 'on', 'yes', name].includes(text.trim().toLowerCase());
}
