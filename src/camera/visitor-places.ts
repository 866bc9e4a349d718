import { needsCountryPoint, visitorPlace, type CountryPointOf } from '../geocode/visitor-place.ts';
import type { Place } from '../map/camera-fit.ts';
import type { Visitor } from '../protocol/types.ts';

/** Places of visitors; none while the point of a country is being fetched for one of them. */
export function visitorPlaces(visitors: readonly Visitor[], countryPoint: CountryPointOf): Place[] {
  const isPending = (visitor: Visitor): boolean =>
    needsCountryPoint(visitor) && countryPoint(visitor.location.countryCode ?? '') === undefined;
  if (visitors.some(isPending)) return [];
  const places = visitors.map((visitor) => visitorPlace(visitor, countryPoint)).filter((place) => place !== null);
  return places.map(({ longitude, latitude }) => [longitude, latitude]);
}
