import { warnOnce } from '../base/warn.ts';
import type { Dimension } from '../store/dimensions.ts';

/** The lists by their names in the `breakdown` attribute. */
export const BREAKDOWN_LISTS: ReadonlyMap<string, Dimension> = new Map([
  ['pages', 'page'],
  ['countries', 'country'],
  ['referrers', 'referrer'],
  ['browsers', 'browser'],
  ['systems', 'system'],
  ['devices', 'device'],
]);

/** The lists wanted, in their order. Names that are not known are ignored, with a warning. */
export function readBreakdown(text: string): Dimension[] {
  const names = text.toLowerCase().split(/[\s,]+/);
  const unknown = names.filter((name) => name && name !== 'none' && !BREAKDOWN_LISTS.has(name));
  if (unknown.length > 0)
    warnOnce(
      `<datafast-live-map> breakdown has "${unknown.join(' ').slice(0, 40)}", ` +
        `expected some of ${[...BREAKDOWN_LISTS.keys()].join(' ')}. It is ignored.`,
    );
  return [...new Set(names.flatMap((name) => BREAKDOWN_LISTS.get(name) ?? []))];
}
