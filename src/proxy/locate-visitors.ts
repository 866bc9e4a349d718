import { isFarOutside } from '../geocode/country-boxes.ts';
import type { Geocoder } from '../geocode/geocoder.ts';
import { createGeocoder } from '../geocode/index.ts';
import type { SnapshotData, Visitor } from '../protocol/types.ts';

/** Says where people are, as far as that can be known, before the policy decides what of it is published. Never rejects. */
export type LocateVisitors = (data: SnapshotData) => Promise<SnapshotData>;

/**
 * The answer's own coordinates are the best. Those far outside of the country beside them are dropped: one of
 * the two is wrong, and the country is the more reliable one. A visitor without any is placed by the names of city, region
 * and country.
 */
export function createLocator(geocoder: Geocoder): LocateVisitors {
  return async (data) => ({ ...data, visitors: await Promise.all(data.visitors.map(placed)) });

  async function placed(visitor: Visitor): Promise<Visitor> {
    const { latitude, longitude, location } = visitor;
    const { countryCode } = location;
    const hasCoordinates = latitude !== null && longitude !== null;
    if (hasCoordinates && (countryCode === null || !isFarOutside(countryCode, { latitude, longitude }))) return visitor;
    const found = await geocoder.locate(hasCoordinates ? { countryCode } : location);
    return { ...visitor, ...(found ?? { latitude: null, longitude: null, precision: 'none' }) };
  }
}

/** By all places that are known, which are loaded when the first visitor has to be placed. */
export const locateVisitors: LocateVisitors = createLocator(createGeocoder());
