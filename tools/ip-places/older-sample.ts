// Makes test/geocode/older-ip-places.tsv: the same from a database that had no part in the choice of names for the packs,
// and that has codes of regions. It is older, because its licence has changed since. npm install --no-save geoip-lite@1.3.8
//
// node --import tsx tools/ip-places/older-sample.ts
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Drawing } from './draw.ts';

/** Bytes of a record of each file. */
const NAME = 88;
const BLOCK = 24;

const folder = join(createRequire(import.meta.url).resolve('geoip-lite/package.json'), '../data');
const names = readFileSync(join(folder, 'geoip-city-names.dat'));
const blocks = readFileSync(join(folder, 'geoip-city.dat'));
const text = (start: number, end: number): string => names.toString('utf8', start, end).replace(/\0.*/, '');
const drawing = new Drawing();
for (let at = 0; at < blocks.length; at += BLOCK) {
  const addresses = blocks.readUInt32BE(at + 4) - blocks.readUInt32BE(at) + 1;
  const name = blocks.readUInt32BE(at + 8) * NAME;
  const city = text(name + 42, name + NAME);
  // Names that are too long for the file are cut, some within a letter.
  if (city.includes('\ufffd')) continue;
  const [country, region] = [text(name, name + 2), text(name + 2, name + 5)];
  const [longitude, latitude] = [blocks.readInt32BE(at + 16) / 1e4, blocks.readInt32BE(at + 12) / 1e4];
  drawing.add({ city, region, country, longitude, latitude }, addresses);
}
drawing.write(
  'older-ip-places.tsv',
  'This product includes GeoLite2 data created by MaxMind, available from https://www.maxmind.com: 2019, CC BY-SA 4.0. A sample, made by tools/ip-places/older-sample.ts.',
  { traffic: 10_000, places: 0 },
);
