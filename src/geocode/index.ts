import { geocoderOf, type CountrySource, type Geocoder } from './geocoder.ts';
import { fullSource, hotSource, shardSource } from './sources.ts';

export type { Geocoder, PlaceAnswer, PlaceQuery } from './geocoder.ts';

/** Options of {@link createGeocoder}. */
export interface GeocoderOptions {
  /**
   * Which places it knows: `full`, 170,000, for servers; `shards`, the 35,000 that a browser has fetched country by
   * country, or a few neighbours together; `hot`, the 8,000 that it fetches first. Default: `full`.
   */
  places?: 'full' | 'shards' | 'hot' | undefined;
}

const SOURCES: Readonly<Record<'full' | 'shards' | 'hot', () => CountrySource[]>> = {
  full: () => [fullSource()],
  shards: () => {
    const hot = hotSource();
    return [hot, shardSource(hot)];
  },
  hot: () => [hotSource()],
};

/**
 * Makes a geocoder that works offline. Its places are loaded with the first question.
 *
 * @throws An Error where `places` is none of the three.
 */
export function createGeocoder(options: GeocoderOptions = {}): Geocoder {
  const { places = 'full' } = (options as GeocoderOptions | null) ?? {};
  if (!Object.hasOwn(SOURCES, places))
    throw new Error(`places: expected "full", "shards" or "hot", got ${places as string}.`);
  return geocoderOf(SOURCES[places]());
}
