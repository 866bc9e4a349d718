import { PALETTE, type ColourName } from '../palette/palette.ts';

const shade = (name: ColourName, index: 0 | 1): string => PALETTE[name][index];
const colours = (index: 0 | 1): string => `--surface:${shade('surface', index)};--ink:${shade('text', index)}`;

/** Around letters, on all sides. */
const OUTLINE = ['1px 1px', '-1px 1px', '1px -1px', '-1px -1px', '0 0']
  .map((offset) => `${offset} 3px var(--surface)`)
  .join();

/** How much larger marks are from a height of the screen on: their numbers have two hundredths of it. */
const ZOOMS = [
  [826, 2],
  [1101, 2.5],
  [1376, 3],
  [1651, 4],
  [2201, 5],
] as const;

/** The page around the element, for all queries: what differs is chosen by classes of the root. */
export const PAGE_STYLE: string = [
  `:root{color-scheme:light dark;background:var(--surface);${colours(0)}}`,
  `@media(prefers-color-scheme:dark){:root{${colours(1)}}}`,
  `:root.light{color-scheme:light;${colours(0)}}`,
  `:root.dark{color-scheme:dark;${colours(1)}}`,
  'body{margin:0;padding:16px;font-family:system-ui,sans-serif}',
  'h1{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
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
  '.transparent datafast-live-map{--live-map-muted:var(--ink)}',
  `.transparent ::part(count),.transparent ::part(ticker){text-shadow:${OUTLINE}}`,
  '.transparent ::part(map){filter:drop-shadow(0 0 1px var(--surface)) drop-shadow(0 0 1px var(--surface))}',
].join('');
