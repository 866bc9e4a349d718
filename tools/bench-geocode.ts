// npm run bench:geocode: how well and how fast places are found by name, and how small the packs are. The names are those of two databases of
// IP addresses (test/geocode/ip-places.tsv and older-ip-places.tsv).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createGeocoder } from '../src/geocode/index.ts';
import type { PlaceAnswer } from '../src/geocode/answer.ts';
import { falseCities, measure, readSample, type Named } from '../test/geocode/accuracy.ts';

const folder = join(import.meta.dirname, '../src/geocode');
const kinds = ['full', 'shards', 'hot'] as const;
const percent = (value: number): string => `${value.toFixed(2)} %`.padStart(9);
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const compressed = (file: string): number => brotliCompressSync(readFileSync(join(folder, file))).length;

const named = readSample('ip-places');
const older = readSample('older-ip-places');

const row = (...cells: string[]): void => {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(9) : cell.padStart(13))).join(''));
};
console.log('by traffic; "older": of a database that had no part in the choice of names for the packs');
row('', 'in 25 km', 'as a city', '100 km off', 'all places', 'older: 25 km', 'as a city', '100 km off');
for (const places of kinds) {
  const geocoder = createGeocoder({ places });
  const [traffic, before] = [await measure(geocoder, named, 'traffic'), await measure(geocoder, older, 'traffic')];
  const uniform = await measure(geocoder, named, 'places');
  row(
    places,
    ...[traffic.near, traffic.city, traffic.far, uniform.near, before.near, before.city, before.far].map(percent),
  );
}

console.log('\nmade-up words without a region that are answered as a city, by traffic and in all places');
for (const places of kinds) {
  const geocoder = createGeocoder({ places });
  row(
    places,
    percent(await falseCities(geocoder, named, 'traffic')),
    percent(await falseCities(geocoder, named, 'places')),
  );
}

/** Look-ups per second of this process' CPU time, which other programs do not change. */
async function rate(
  locate: (query: Named, round: number) => Promise<PlaceAnswer | null>,
  rounds: number,
): Promise<string> {
  const start = process.cpuUsage();
  let count = 0;
  for (let round = 0; round < rounds; round++) {
    for (const query of named) {
      await locate(query, round);
      count++;
    }
  }
  const { user, system } = process.cpuUsage(start);
  return Math.round((count * 1e6) / (user + system)).toLocaleString('en');
}
const geocoder = createGeocoder();
for (const query of named) await geocoder.locate(query);
const memoised = await rate((query) => geocoder.locate(query), 200);
// With a space at the end it is another name for the cache, and the same one for the look-up.
const fresh = await rate(({ city, region, countryCode }, round) => {
  return geocoder.locate({ city: city + ' '.repeat(round + 1), region, countryCode });
}, 20);
console.log(`\nlook-ups a second: ${fresh}, memoised ${memoised}`);

const shards = readdirSync(join(folder, 'shards'))
  .map((file) => compressed(`shards/${file}`))
  .sort((a, b) => b - a);
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
console.log(`
full pack, as stored                 ${kB(readFileSync(join(folder, 'full.data.ts')).length)}
hot pack, brotli                     ${kB(compressed('hot.data.ts'))}
shards, brotli: all of ${shards.length}            ${kB(sum(shards))}
  the largest                        ${kB(shards[0] ?? 0)}`);
