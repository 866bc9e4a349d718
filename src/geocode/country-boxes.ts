import { COUNTRY_BOXES } from './country-boxes.data.ts';
import type { Coordinates } from './country-points.ts';

type Box = readonly [west: number, south: number, east: number, north: number];

/** Degrees of a great circle, some 330 km: so far from a country a point is no matter of a rough outline. */
const FAR = 3;
const RADIANS = Math.PI / 180;

let boxes: Map<string, Box[]> | undefined;

/**
 * Whether coordinates contradict a country: they lie far outside of all of its parts.
 *
 * @param countryCode ISO 3166-1 alpha-2, upper case; also XK. Nothing contradicts a code that is no country.
 */
export function isFarOutside(countryCode: string, point: Coordinates): boolean {
  boxes ??= new Map(COUNTRY_BOXES.split(' ').map(readBoxes));
  return boxes.get(countryCode)?.every((box) => distance(box, point) > FAR) ?? false;
}

/** In degrees; 0 within the box. */
function distance([west, south, east, north]: Box, { longitude, latitude }: Coordinates): number {
  const width = east < west ? east - west + 360 : east - west;
  const isBetween = eastward(west, longitude) <= width;
  const aside = isBetween ? 0 : Math.min(eastward(longitude, west), eastward(east, longitude));
  return Math.hypot(aside * Math.cos(latitude * RADIANS), Math.max(0, south - latitude, latitude - north));
}

/** Degrees from one meridian eastward to another. */
function eastward(from: number, to: number): number {
  return (to - from + 360) % 360;
}

function readBoxes(entry: string): [code: string, boxes: Box[]] {
  const read = (text: string): Box => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
    return [west, south, east, north];
  };
  return [entry.slice(0, 2), entry.slice(2).split(';').map(read)];
}
