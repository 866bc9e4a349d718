// The same with three lists, which take pages, countries and referrers from the snapshot.
import { liveMapContender } from '../shared/live-map.mjs';

const COUNTRIES = ['US', 'DE', 'IN', 'GB', 'FR', 'BR', 'JP', 'CA', 'ES', 'NL', 'PL', 'MX'];
const SITES = ['google.com', 'news.ycombinator.com', 'duckduckgo.com', 'bing.com', 'github.com', 'reddit.com'];

/** Half of all have the first value, a sixth the second, a twelfth the third: as on a site, where few pages are popular. */
const rankOf = (number, step) => Math.floor(1 / (((number * step) % 1) + 0.002)) - 1;

const detailsOf = (number) => {
  const site = SITES[rankOf(number, 0.7548)];
  return {
    currentUrl: `/page-${rankOf(number, 0.618)}`,
    location: { countryCode: COUNTRIES[rankOf(number, 0.5698)] ?? 'SE' },
    referrer: site ? `https://${site}/` : null,
  };
};

export const name = 'datafast-live-map with three lists';
export const kind = 'element';
export const published = ['dist/cdn/datafast-live-map.js'];
export const viewportHeight = 1100;
export const { mount, isDrawn, prepare, update } = liveMapContender(
  { breakdown: 'pages countries referrers' },
  detailsOf,
);
