import type { Visitor } from '../../protocol/types.ts';
import type { PrivacyPolicy } from './policy.ts';
import type { Texts } from './texts.ts';
import { countryOnly, whereaboutsOf, type Whereabouts } from './whereabouts.ts';

/**
 * Where each visitor is, by the raw id. A visitor who shares the published place, names and point alike, with fewer
 * visitors than the policy asks for is published by country: neither city nor region is left to identify anyone.
 */
export function placeVisitors(
  visitors: readonly Visitor[],
  policy: PrivacyPolicy,
  texts: Texts,
): ReadonlyMap<string, Whereabouts> {
  const told = new Map(visitors.map((visitor) => [visitor.visitorId, whereaboutsOf(visitor, policy, texts)]));
  if (policy.minimumGroup <= 1) return told;
  const sizes = new Map<string, number>();
  for (const whereabouts of told.values()) {
    const place = nameOf(whereabouts);
    sizes.set(place, (sizes.get(place) ?? 0) + 1);
  }
  for (const [id, whereabouts] of told) {
    const size = sizes.get(nameOf(whereabouts)) ?? 0;
    if (size < policy.minimumGroup) told.set(id, countryOnly(whereabouts.location.countryCode, policy));
  }
  return told;
}

/** Everything published about a place: visitors who differ in any of it are in different groups. */
function nameOf({ location: { city, region, countryCode }, latitude, longitude }: Whereabouts): string {
  return JSON.stringify([city, region, countryCode, latitude, longitude]);
}
