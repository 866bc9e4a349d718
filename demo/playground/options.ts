import { DatafastLiveMap } from '../../src/index.ts';
import { THEMES } from '../../src/base/option.ts';
import { PROJECTIONS } from '../../src/map/projection-names.ts';

/** Something to set on the element: an attribute, or a CSS custom property. */
export interface Option {
  name: string;
  kind: 'flag' | 'number' | 'choice' | 'text';
  /** What the element takes where nothing is set. */
  fallback: string;
  /** All values of a choice; examples for a text. */
  values: readonly string[];
}

type Default = string | number | boolean | null;

/** Where the data comes from has a control of its own. */
const ELSEWHERE = new Set(['proxy-url']);

const VALUES: Readonly<Record<string, readonly string[]>> = {
  transport: ['poll', 'stream'],
  projection: PROJECTIONS,
  ticker: ['auto', 'below', 'beside', 'none'],
  theme: THEMES,
  predictions: ['auto', 'none'],
  credentials: ['same-origin', 'include', 'omit'],
  lang: ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar', 'zh-Hans'],
};

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  fit: ['world', '-25,34,45,72', '-170,-57,-30,75', '90,-50,-170,50'],
  breakdown: ['none', 'pages countries referrers', 'pages countries', 'browsers systems devices'],
  'ticker-kinds': ['pageview goal payment', 'goal payment', 'payment'],
};

const untouched = document.createElement('datafast-live-map');

/** Every attribute that the element declares, in its order, and `lang`, which it has from HTML. */
export const attributes: readonly Option[] = [
  ...[...DatafastLiveMap.elementProperties]
    .filter(([, { attribute, state }]) => attribute !== false && !state)
    .map(([property, { attribute }]) =>
      describe(
        typeof attribute === 'string' ? attribute : String(property).toLowerCase(),
        Reflect.get(untouched, property) as Default,
      ),
    )
    .filter(({ name }) => !ELSEWHERE.has(name)),
  describe('lang', document.documentElement.lang),
];

function describe(name: string, fallback: Default): Option {
  const values = VALUES[name];
  const isFlag = typeof fallback === 'boolean';
  const kind = isFlag ? 'flag' : typeof fallback === 'number' ? 'number' : values ? 'choice' : 'text';
  return { name, kind, fallback: String(fallback ?? ''), values: values ?? EXAMPLES[name] ?? [] };
}

/** The custom properties: the defaults are those of the light theme. */
export const customProperties: readonly Option[] = Object.entries({
  visitor: '#1d5fd1',
  customer: '#7a3fc4',
  event: '#9a5b00',
  payment: '#0b7a4b',
  land: '#dfe3e8',
  sea: 'transparent',
  surface: 'transparent',
  text: '#10151d',
  muted: '#535e6c',
  border: '#c3cad3',
  graticule: '#e3e7ec',
  night: '#5b7cff',
  'dot-size': '8px',
  radius: '8px',
  font: 'inherit',
}).map(([name, fallback]) => ({ name: `--live-map-${name}`, kind: 'text', fallback, values: [] }));
