import { toAnswer, type PlaceAnswer } from './answer.ts';
import type { Coordinates } from './country-points.ts';
import type { PlaceCandidate, Places } from './places.ts';
import { CityName } from './city-name.ts';
import type { Regions } from './regions.ts';

/** What is known of a country. */
export interface Country {
  regions: Regions;
  /** One list, or two, of which the first has the better known. */
  places: readonly [Places, Places?];
}

/** A place by name, as precise as the name allows. */
export interface GeocodeResult {
  answer: PlaceAnswer;
  /** No other list of places could know it better. */
  isFinal: boolean;
}

/** Kilometres of a degree of latitude. */
const DEGREE = 111;
/** Kilometres from a region's point at which a place outside of it is still meant: its suburbs, and what borders moved. */
const REACH = 120;
/** The same where only a part of the name is that of the place. */
const SHORT_REACH = 60;

/**
 * Finds a city, or else its region. Where the region is known a place of that name counts in it, or near its point; any
 * other is a namesake. Where it is not, the best known one is meant.
 */
export function locate(country: Country, city: string | null, region: string | null): GeocodeResult | null {
  const index = region === null ? -1 : country.regions.find(region);
  const reading = city === null ? null : new CityName(city);
  const found = reading ? named(country, reading.key) : NONE;
  // Nearly always it is one of the region.
  if (index >= 0) for (const place of found) if (place.region === index) return cityOf(place, true);
  const at = country.regions.at(index);
  if (reading) {
    const place = at ? nearest(found, index, at, REACH) : main(found);
    if (place) return cityOf(place, !at || place.region === index);
    for (const key of reading.parts()) {
      const others = named(country, key);
      // A part of a name is ambiguous where its region is not known.
      const other = at ? nearest(others, index, at, SHORT_REACH) : region === null ? main(others) : undefined;
      if (other) return cityOf(other, false);
    }
  }
  if (at) return regionOf(at);
  // A region that is no region may be a town: Belgrade, Tortola.
  const town = region === null ? undefined : main(named(country, new CityName(region).key));
  return town ? regionOf(coordinates(town)) : null;
}

/** All places of a name, the better known first. */
function named({ places }: Country, key: string): readonly PlaceCandidate[] {
  const [first, second] = places;
  const found = first.find(key);
  const others = second?.find(key) ?? NONE;
  return others.length > 0 ? [...found, ...others] : found;
}

const NONE: readonly PlaceCandidate[] = [];

function main(found: readonly PlaceCandidate[]): PlaceCandidate | undefined {
  return found.length > 1 ? (found.find(({ isMain }) => isMain) ?? found[0]) : found[0];
}

/** The one in the region, or else the nearest that is within reach of its point. */
function nearest(
  found: readonly PlaceCandidate[],
  region: number,
  at: Coordinates,
  reach: number,
): PlaceCandidate | undefined {
  for (const place of found) if (place.region === region) return place;
  let best: PlaceCandidate | undefined;
  let least = reach;
  for (const place of found) {
    // Most namesakes are far away, which is seen without trigonometry.
    if (Math.abs(place.y / 10 - at.latitude) * DEGREE > reach) continue;
    const far = distance(coordinates(place), at);
    if (far > least) continue;
    least = far;
    best = place;
  }
  return best;
}

function cityOf(place: PlaceCandidate, isFinal: boolean): GeocodeResult {
  return { answer: (place.answer ??= toAnswer(coordinates(place), 'city')), isFinal };
}

function regionOf(at: Coordinates): GeocodeResult {
  return { answer: toAnswer(at, 'region'), isFinal: false };
}

function coordinates({ x, y }: PlaceCandidate): Coordinates {
  return { longitude: x / 10, latitude: y / 10 };
}

/** Kilometres along a great circle. */
export function distance(one: Coordinates, other: Coordinates): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const half =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
