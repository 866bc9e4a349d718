import { WIDE } from '../element/rendered.ts';
import { liveMapStyles } from '../element/styles.ts';
import { breakdownStyles } from '../layers/breakdown.styles.ts';
import { cameraStyles } from '../layers/camera.styles.ts';
import { historyStyles } from '../layers/history.styles.ts';
import { zoomStyles } from '../layers/interaction.styles.ts';
import { sha256Base64 } from './sha256.ts';

/** Without scripts buttons do nothing. */
const WITHOUT_SCRIPTS =
  '@media (scripting: none) { .tools, .zoom { visibility: hidden } .choice, .spark { pointer-events: none } }';

/** Until the last of the markup has arrived, hides what would move. Count and map are shown at once. */
const INCOMPLETE =
  '.shell:not(:has(+ script)) .tools, .shell:not(:has(+ script)) .root > :not(.top, .view) { visibility: hidden }';

/** Shows the marks for the width of the map. The element rounds it to whole pixels. */
const WIDTH_STYLE =
  '.picture { container: picture / inline-size }' +
  `@container picture (min-width: ${WIDE - 0.5}px) { .narrow { display: none } }` +
  `@container picture (max-width: ${WIDE - 0.51}px) { .wide { display: none } }`;

/** The element's styles in one line. None of their strings has white space or the signs of a comment. */
export const STYLE: string = [...liveMapStyles, cameraStyles, zoomStyles, breakdownStyles, historyStyles]
  .map(({ cssText }) => cssText.replace(/\/\*[^]*?\*\//g, ''))
  .concat(WITHOUT_SCRIPTS, INCOMPLETE, WIDTH_STYLE)
  .join('')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};]) ?/g, '$1')
  .trim();

/** The hash of the rendered styles, for `style-src` of a Content Security Policy, where it is put in quotes. */
export const liveMapStyleHash: string = `sha256-${sha256Base64(STYLE)}`;
