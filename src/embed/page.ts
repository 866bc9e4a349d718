import { liveMapStyleHash } from '../server/style.ts';
import { sha256Base64 } from '../server/sha256.ts';
import { directionOf } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { PALETTE, type ColourName } from '../palette/palette.ts';
import type { PublishedSnapshot } from '../protocol/published.ts';
import { escapedAttribute, escapedText } from '../server/escape.ts';
import { renderedLocale, renderStyledMap } from '../server/render-live-map.ts';
import type { EmbedSettings } from './settings.ts';
import { KIOSK_STYLE } from '../kiosk/styles.ts';

const shade = (name: ColourName, index: 0 | 1): string => PALETTE[name][index];
const colours = (index: 0 | 1): string => `--surface:${shade('surface', index)};--ink:${shade('text', index)}`;

/** The width of an outline: on large screens a larger one. */
const LINE = 'max(1px,.04rem)';
/** Around letters, on all sides. */
const TEXT_OUTLINE = ['1 1', '-1 1', '1 -1', '-1 -1', '0 0']
  .map((offset) => `${offset.replace(/-?1/g, (side) => `calc(${side}*${LINE})`)} 3px var(--surface)`)
  .join();
/** Around all that is painted. */
const OUTLINE = `drop-shadow(0 0 ${LINE} var(--surface))`;

/** How much larger marks are from a height of the screen on: their numbers have two hundredths of it. */
const ZOOMS = [
  [826, 2],
  [1101, 2.5],
  [1376, 3],
  [1651, 4],
  [2201, 5],
] as const;

/** The page around the element, for all queries: classes of the root select what differs. */
export const PAGE_STYLE: string = [
  `:root{color-scheme:light dark;background:var(--surface);${colours(0)}}`,
  `@media(prefers-color-scheme:dark){:root{${colours(1)}}}`,
  `:root.light{color-scheme:light;${colours(0)}}`,
  `:root.dark{color-scheme:dark;${colours(1)}}`,
  'body{margin:0;padding:16px;font-family:system-ui,sans-serif}',
  // In the middle of a window that is higher than the map with its ticker.
  ':root:not(.kiosk) body{display:grid;grid-template-columns:minmax(0,1fr);align-content:center;box-sizing:border-box;min-height:100svh}',
  'h1{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
  // The map is centred, so it would move while it arrives. The element after <main> is the last of the page.
  'main:not(:has(+ *)){visibility:hidden}',
  // For CSS of the element's inside, see src/kiosk/styles.ts.
  ':root.kiosk{--kiosk-zoom:1.5;height:100%;overflow:hidden;font-size:min(2.4vh,2.4vw)}',
  ...ZOOMS.map(
    ([height, zoom]) => `@media(min-height:${height}px) and (min-aspect-ratio:1/1){:root.kiosk{--kiosk-zoom:${zoom}}}`,
  ),
  '.kiosk body{box-sizing:border-box;height:100%;padding:3vh}',
  '.kiosk main,.kiosk datafast-live-map{height:100%}',
  '.kiosk.idle{cursor:none;--kiosk-tools:hidden}',
  // A scheme other than that of the page around a frame would give it a background.
  ':root.transparent{background:none}:root.transparent:is(.light,.dark){color-scheme:normal}',
  `.transparent datafast-live-map{--live-map-muted:var(--ink);filter:${OUTLINE} ${OUTLINE}}`,
  ...['count', 'ticker', 'breakdown'].map((part) => `.transparent ::part(${part}){text-shadow:${TEXT_OUTLINE}}`),
].join('');

/** A dot, so that browsers request no other icon. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3' fill='%231d5fd1'/%3E%3C/svg%3E";

/**
 * The page with the map alone.
 *
 * @param snapshot `null`: there is none yet, and the element shows its loading state.
 * @param scriptUrl Of the element, relative to the page or absolute.
 */
export function embedPage(snapshot: PublishedSnapshot | null, settings: EmbedSettings, scriptUrl: string): string {
  const { attributes, title, kiosk, transparent } = settings;
  const locale = renderedLocale(settings.lang) || 'en';
  const name = title || (typeof attributes.label === 'string' && attributes.label) || message(locale, 'label');
  const classes = [attributes.theme, kiosk && 'kiosk', transparent && 'transparent'].filter(Boolean).join(' ');
  const element = renderStyledMap(
    snapshot,
    // The proxy is where the page is: its own folder.
    { attributes: { 'proxy-url': './', ...attributes, ...(settings.lang && { lang: settings.lang }) } },
    kiosk ? KIOSK_STYLE : '',
  );
  return `<!doctype html>
<html lang="${escapedAttribute(locale)}" dir="${directionOf(locale)}"${classes && ` class="${escapedAttribute(classes)}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedText(name)}</title>
<link rel="icon" href="${ICON}">
<style>${PAGE_STYLE}</style>
${kiosk ? `<script type="module" src="${escapedAttribute(kioskUrl(scriptUrl))}"></script>\n` : ''}<script type="module" src="${escapedAttribute(scriptUrl)}"></script>
</head>
<body>
<main>
<h1>${escapedText(name)}</h1>
${element}
</main>
<span hidden></span>
</body>
</html>
`;
}

/** Of the script of `?kiosk`, which is in the same folder. */
function kioskUrl(scriptUrl: string): string {
  return scriptUrl.replace(/datafast-live-map\.js(\?.*)?$/, 'kiosk.js$1');
}

/** Features other than the wake lock, as far as browsers know the name. */
const REFUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const PERMISSIONS = [...REFUSED.map((feature) => `${feature}=()`), 'screen-wake-lock=(self)'].join(', ');

export interface EmbedPolicy {
  ancestors: '*' | readonly string[];
  /** Where the page's scripts come from. */
  scriptUrl: string;
}

/** The policies of the page: what it may load and do, and which pages may frame it. */
export function embedHeaders({ ancestors, scriptUrl }: EmbedPolicy): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src ${sourceOf(scriptUrl)}`,
    `style-src '${hashOf(PAGE_STYLE)}' '${liveMapStyleHash}' '${hashOf(KIOSK_STYLE)}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors === '*' ? '*' : ["'self'", ...ancestors].join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return { 'Content-Security-Policy': policy.join('; '), 'Permissions-Policy': PERMISSIONS };
}

function hashOf(style: string): string {
  return `sha256-${sha256Base64(style)}`;
}

/** A source for the folder of the script. In a policy, semicolon and comma are separators. */
function sourceOf(scriptUrl: string): string {
  if (!URL.canParse(scriptUrl)) return "'self'";
  return new URL('.', scriptUrl).href.replace(/;/g, '%3B').replace(/,/g, '%2C');
}
