import { hostOf } from '../protocol/host.ts';
import { decodedPath, pagePath } from '../protocol/page.ts';
import type { Visitor, VisitorEvent } from '../protocol/types.ts';

/** What visitors are counted and filtered by. */
export const DIMENSIONS = ['page', 'country', 'referrer', 'browser', 'system', 'device'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Who is shown: visitors that all of the conditions fit. */
export type VisitorFilter = Readonly<Partial<Record<Dimension, string>>>;

/** What sources write in place of a name that they do not know. */
const UNKNOWN = /^[^\p{L}\d]*(?:(?:unknown|undefined|not set|null|none|n\/a)[^\p{L}\d]*)?$/iu;

const MOST_REMEMBERED = 2_000;

/** The value of a visitor, as lists show it; `null` where it is not known. */
export function valueOf(dimension: Dimension, { currentUrl, location, referrer, system }: Visitor): string | null {
  switch (dimension) {
    case 'page':
      return readPage(currentUrl);
    case 'country':
      return location.countryCode;
    case 'referrer':
      return readHost(referrer);
    case 'browser':
      return known(system.browser);
    case 'system':
      return known(system.os);
    case 'device':
      return known(system.device);
  }
}

/** What a condition asks for, as lists show it: code may have written an address, or an encoded path. For display alone. */
export function wantedValue(dimension: Dimension, text: string): string {
  const value = dimension === 'page' ? readPage(text) : dimension === 'referrer' ? readHost(text) : null;
  return value ?? text;
}

/** Whether a value is the one that a condition asks for, which code may have written in another way. */
export function isValue(dimension: Dimension, value: string | null, wanted: string): boolean {
  if (value === null) return false;
  // First as it is: decoded twice, "%2541" is another path.
  if (value === wanted || value === wantedValue(dimension, wanted)) return true;
  return dimension !== 'page' && value.toLowerCase() === wanted.toLowerCase();
}

/** @param except A dimension whose condition is left out. */
export function fitsFilter(visitor: Visitor, filter: VisitorFilter, except: Dimension | null = null): boolean {
  return DIMENSIONS.every((dimension) => {
    const wanted = filter[dimension];
    return wanted === undefined || dimension === except || isValue(dimension, valueOf(dimension, visitor), wanted);
  });
}

/** Whether an event of a visitor who has left fits by what it carries itself. */
export function eventFitsFilter(event: VisitorEvent, filter: VisitorFilter): boolean {
  const { page, country, referrer, browser, system, device } = filter;
  return (
    [browser, system, device].every((wanted) => wanted === undefined) &&
    (page === undefined || isValue('page', readPage(event.path), page)) &&
    (country === undefined || isValue('country', event.countryCode, country)) &&
    (referrer === undefined || isValue('referrer', readHost(event.referrer), referrer))
  );
}

/** Visitors share pages and referrers, and each is read with every state. */
function remembered(read: (text: string) => string | null): (text: string | null) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    if (text === null) return null;
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(text, (value = read(text)));
    }
    return value;
  };
}

const readPage = remembered((url) => {
  const path = pagePath(url);
  return path === null ? null : decodedPath(path);
});
const readHost = remembered(hostOf);

function known(name: string | null): string | null {
  return name === null || UNKNOWN.test(name) ? null : name;
}
