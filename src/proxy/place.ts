import { contradicts } from '../geocode/country-boxes.ts';
import type { SnapshotData, Visitor } from '../protocol/types.ts';

/**
 * Where people are, as far as the answer tells it, before the policy decides what of it is published. Coordinates that
 * lie far outside of the country beside them are nobody's: one of the two is wrong, and of the two the country is known
 * better.
 */
export function place(data: SnapshotData): Promise<SnapshotData> {
  return Promise.resolve({ ...data, visitors: data.visitors.map(withoutContradiction) });
}

function withoutContradiction(visitor: Visitor): Visitor {
  const { latitude, longitude, location } = visitor;
  if (latitude === null || longitude === null || location.countryCode === null) return visitor;
  if (!contradicts(location.countryCode, { latitude, longitude })) return visitor;
  return { ...visitor, latitude: null, longitude: null, precision: 'none' };
}
