import type { Location, Precision } from '../protocol/types.ts';
import { countryPoint, type Coordinates } from './country-points.ts';

/** A place, and how sure it is. */
export interface VisitorPlace extends Coordinates {
  precision: Exclude<Precision, 'none'>;
  /** Of a country: degrees of a great circle around the point that are the country's. */
  room?: number;
}

/** What of a visitor tells a place. */
export interface Whereabouts {
  latitude: number | null;
  longitude: number | null;
  precision: Precision;
  location: Pick<Location, 'countryCode'>;
}

/**
 * Told coordinates, or else the country's own point, which is also where those stand of whom the country is all that is
 * told. Somebody of whom no country is known is listed, not drawn.
 */
export function visitorPlace({ latitude, longitude, precision, location }: Whereabouts): VisitorPlace | null {
  const isTold = latitude !== null && longitude !== null && precision !== 'none';
  if (isTold && precision !== 'country') return { latitude, longitude, precision };
  const point = location.countryCode === null ? null : countryPoint(location.countryCode);
  if (point) return { ...point, precision: 'country' };
  return isTold ? { latitude, longitude, precision } : null;
}

/** Whether somebody's place is told by its name alone, which is to be looked up. */
export function isNamed({ latitude, location: { city, region, countryCode } }: Named): boolean {
  return latitude === null && (city ?? region) !== null && countryCode !== null;
}

type Named = Pick<Whereabouts, 'latitude'> & { location: Location };
