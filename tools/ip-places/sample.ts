// Makes test/geocode/ip-places.tsv: places as a database of IP addresses names and locates them.
// node --import tsx tools/ip-places/sample.ts
import { dbipRecords } from './dbip.ts';
import { Drawing } from './draw.ts';

const drawing = new Drawing();
for (const [{ city, state1: region, country_code: country, longitude, latitude }, addresses] of dbipRecords()) {
  drawing.add({ city, region, country, longitude, latitude }, addresses);
}
drawing.write(
  'ip-places.tsv',
  'IP Geolocation by DB-IP, https://db-ip.com: IP to City Lite, June 2026, CC BY 4.0. A sample, made by tools/ip-places/sample.ts.',
  { traffic: 10_000, places: 4_000 },
);
