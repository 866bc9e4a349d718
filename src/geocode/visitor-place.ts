import type { Location, Precision } from '../protocol/types.ts';
import type { Coordinates, CountryPoint } from './country-points.ts';

/** A place, and how precise it is. */
export interface VisitorPlace extends Coordinates {
  precision: Exclude<Precision, 'none'>;
  /** Of a country: degrees of a great circle around the point that are the country's. */
  room?: number;
}

/** The fields of a visitor that say where it is. */
export interface LocatedFields {
  latitude: number | null;
  longitude: number | null;
  precision: Precision;
  location: Pick<Location, 'countryCode'>;
}

/** The point of a country; `null` where there is none, `undefined` while it is being fetched. */
export type CountryPointOf = (countryCode: string) => CountryPoint | null | undefined;

/**
 * A visitor's coordinates, or else the country's point, where visitors are shown who are known by country only. A visitor
 * without a known country is listed, not drawn; so is, for the moment, one whose country's point is being fetched.
 */
export function visitorPlace(
  { latitude, longitude, precision, location }: LocatedFields,
  countryPoint: CountryPointOf,
): VisitorPlace | null {
  const isKnown = latitude !== null && longitude !== null && precision !== 'none';
  if (isKnown && precision !== 'country') return { latitude, longitude, precision };
  const point = location.countryCode === null ? null : countryPoint(location.countryCode);
  if (point) return { ...point, precision: 'country' };
  return isKnown && point === null ? { latitude, longitude, precision } : null;
}

/** Whether a visitor is shown at the point of its country, as far as the fields say. */
export function needsCountryPoint({ latitude, precision, location }: LocatedFields): boolean {
  return location.countryCode !== null && (latitude === null || precision === 'country' || precision === 'none');
}

/** Whether a visitor's place is known by its name only, which has to be looked up. */
export function isNamed({ latitude, location: { city, region, countryCode } }: NamedFields): boolean {
  return latitude === null && (city ?? region) !== null && countryCode !== null;
}

type NamedFields = Pick<LocatedFields, 'latitude'> & { location: Location };
