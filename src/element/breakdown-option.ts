import { warnOnce } from '../base/warn.ts';
import type { Dimension } from '../store/dimensions.ts';

/** Names of the lists, in the words of the `breakdown` attribute. */
export const BREAKDOWN_LISTS: Readonly<Record<string, Dimension>> = {
  pages: 'page',
  countries: 'country',
  referrers: 'referrer',
  browsers: 'browser',
  systems: 'system',
  devices: 'device',
};

/** The lists wanted, in their order. Names that are not known are ignored, with a warning. */
export function readBreakdown(text: string): Dimension[] {
  const names = text.toLowerCase().split(/[\s,]+/);
  const unknown = names.filter((name) => name && name !== 'none' && !Object.hasOwn(BREAKDOWN_LISTS, name));
  if (unknown.length > 0)
    warnOnce(
      `<datafast-live-map> breakdown has "${unknown.join(' ').slice(0, 40)}", ` +
        `expected some of ${Object.keys(BREAKDOWN_LISTS).join(' ')}. It is ignored.`,
    );
  return [
    ...new Set(names.flatMap((name) => (Object.hasOwn(BREAKDOWN_LISTS, name) ? (BREAKDOWN_LISTS[name] ?? []) : []))),
  ];
}
