import { isFarOutside } from '../geocode/country-boxes.ts';
import type { Geocoder } from '../geocode/geocoder.ts';
import { createGeocoder } from '../geocode/index.ts';
import type { SnapshotData, Visitor } from '../protocol/types.ts';

/** Locates visitors as far as possible, before the policy decides what is published. Never rejects. */
export type LocateVisitors = (data: SnapshotData) => Promise<SnapshotData>;

/**
 * The answer's own coordinates are preferred. Coordinates far outside the visitor's country are dropped: one of the two is wrong,
 * and the country is more reliable. A visitor without coordinates is located by the names of city, region and country.
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

/** By all known places, which are loaded with the first visitor who needs them. */
export const locateVisitors: LocateVisitors = createLocator(createGeocoder());
