// Makes tools/places/internet-use.tsv: how many addresses a database of IP addresses has under each place's name.
// node --import tsx tools/ip-places/use.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dbipRecords } from './dbip.ts';

/** Addresses of the smallest place in the list: fifteen thousand have as many, and together 95 of 100. */
const LEAST = 8192;

const places = new Map<string, number>();
for (const [{ city, state1: region = '', country_code: country }, addresses] of dbipRecords()) {
  if (!city || !country) continue;
  // A town's quarters follow its name: Aachen (Mitte).
  const id = [country, region, city.replace(/ ?[([].*/, '')].join('\t');
  places.set(id, (places.get(id) ?? 0) + addresses);
}
const rows = [...places]
  .filter(([, addresses]) => addresses >= LEAST)
  .map(([id, addresses]) => `${id}\t${Math.round(addresses / 1000)}`)
  .sort();
writeFileSync(
  join(import.meta.dirname, '../places/internet-use.tsv'),
  `# IP Geolocation by DB-IP, https://db-ip.com: IP to City Lite, June 2026, CC BY 4.0. Made by tools/ip-places/use.ts.
# country, region, city, thousands of IPv4 addresses
${rows.join('\n')}\n`,
);
