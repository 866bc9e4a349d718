import assert from 'node:assert/strict';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { PublishedData } from '../../src/protocol/published.ts';
import type { SnapshotData } from '../../src/protocol/types.ts';
import { createIdHasher } from '../../src/proxy/ids.ts';
import { locateVisitors } from '../../src/proxy/locate-visitors.ts';
import type { Privacy } from '../../src/privacy/policy.ts';
import { createPublisher } from '../../src/privacy/publish.ts';
import { resolvePrivacy } from '../../src/proxy/options/privacy.ts';
import { NOON } from '../proxy/start.ts';

export const ago = (seconds: number): string => new Date(NOON - seconds * 1000).toISOString();

/** What a policy lets through of an answer's data, on the way that the proxy takes. */
export async function published(data: object, privacy: Privacy = 'public', minimumCount = 0): Promise<PublishedData> {
  const publish = createPublisher({
    privacy: resolvePrivacy(privacy),
    minimumCount,
    hashIds: createIdHasher('df_test', null),
  });
  return (await publish(await locateVisitors(dataOf(data)), NOON)).data;
}

function dataOf(data: object): SnapshotData {
  const result = parseSnapshot({ status: 'success', data });
  assert.ok(result.ok);
  return result.snapshot.data;
}

/** A visitor in Denver, or elsewhere. */
export function visitor(visitorId: string, own: object = {}): object {
  return {
    visitorId,
    location: { city: 'Denver', region: 'US-CO', countryCode: 'US' },
    latitude: 39.7392,
    longitude: -104.9903,
    ...own,
  };
}

/** Places, for tests that need some: all of it differs. */
export const CITIES = {
  lyon: { location: { city: 'Lyon', region: 'FR-ARA', countryCode: 'FR' }, latitude: 45.7578, longitude: 4.832 },
  paris: { location: { city: 'Paris', region: 'FR-IDF', countryCode: 'FR' }, latitude: 48.8566, longitude: 2.3522 },
  suva: { location: { city: 'Suva', region: 'FJ-C', countryCode: 'FJ' }, latitude: -18.1416, longitude: 178.4419 },
};

/** What is published of a place. */
export function placeOf(row: {
  latitude?: number | null;
  longitude?: number | null;
  precision?: string;
}): [latitude: number | null, longitude: number | null, precision: string] {
  return [row.latitude ?? null, row.longitude ?? null, row.precision ?? 'none'];
}
