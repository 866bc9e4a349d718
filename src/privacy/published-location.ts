import { countryPoint } from '../geocode/country-points.ts';
import type { Location, Precision, Visitor } from '../protocol/types.ts';
import { rounded } from './coordinates.ts';
import type { PrivacyPolicy } from './policy.ts';
import type { TextFilter } from './text-filter.ts';

/** Where a visitor is, as far as it may be published. */
export interface PublishedLocation {
  location: Location;
  /** WGS 84 degrees; `null` unless longitude is published too. */
  latitude: number | null;
  /** WGS 84 degrees; `null` unless latitude is published too. */
  longitude: number | null;
  precision: Precision;
}

type PlacePolicy = Pick<PrivacyPolicy, 'coordinates' | 'cities'>;

/** Rounded to this many degrees a point stands for a region. */
const REGION_DEGREES = 0.5;

/** Where a visitor is, no more precisely than the policy wants and no more certainly than it is known. */
export function publishedLocationOf(visitor: Visitor, policy: PlacePolicy, texts: TextFilter): PublishedLocation {
  const { countryCode } = visitor.location;
  const city = policy.cities ? texts.plain(visitor.location.city) : null;
  const region = policy.cities ? texts.plain(visitor.location.region) : null;
  const location = { city, region, countryCode };
  const precision = leastOf(visitor.precision, policy.coordinates);
  // A point that is more precise than the names beside it would reveal what they do not.
  const isNamed = city !== null || (region !== null && visitor.precision === 'region');
  const { latitude, longitude } = visitor;
  const isPlaced = isNamed && precision !== 'none' && precision !== 'country';
  if (isPlaced && policy.coordinates !== false && latitude !== null && longitude !== null) {
    const point = rounded({ latitude, longitude }, policy.coordinates);
    if (point) return { location, ...point, precision };
  }
  return { ...countryOnly(countryCode, policy), location };
}

/** Whether nothing more than the country is published. */
export function isCountryOnly({ location: { city, region } }: PublishedLocation): boolean {
  return city === null && region === null;
}

/** Somewhere in a country: at its own point. */
export function countryOnly(countryCode: string | null, { coordinates }: PlacePolicy): PublishedLocation {
  const location = { city: null, region: null, countryCode };
  const point = countryCode === null || coordinates === false ? null : countryPoint(countryCode);
  return point
    ? { location, latitude: point.latitude, longitude: point.longitude, precision: 'country' }
    : { location, latitude: null, longitude: null, precision: 'none' };
}

function leastOf(precision: Precision, coordinates: PrivacyPolicy['coordinates']): Precision {
  if (coordinates === false || coordinates < REGION_DEGREES) return precision;
  return precision === 'coordinates' || precision === 'city' ? 'region' : precision;
}
