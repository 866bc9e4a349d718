import { PALETTE, type ColourName } from '../palette/palette.ts';

const shade = (name: ColourName, index: 0 | 1): string => PALETTE[name][index];
const surface = (index: 0 | 1): string => `--surface:${shade('surface', index)}`;

/** The page around the element, for all queries: what differs is chosen by classes of the root. */
export const PAGE_STYLE: string = [
  `:root{color-scheme:light dark;background:var(--surface);${surface(0)}}`,
  `@media(prefers-color-scheme:dark){:root{${surface(1)}}}`,
  `:root.light{color-scheme:light;${surface(0)}}`,
  `:root.dark{color-scheme:dark;${surface(1)}}`,
  'body{margin:0;padding:16px;font-family:system-ui,sans-serif}',
  'h1{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}',
].join('');
