import type { HashedIds } from './hashed-ids.ts';
import { createPublishAmount, type PublishAmount } from './amounts.ts';
import type { Groups } from './group.ts';
import type { Attribution } from './attribution.ts';
import { createPublishPage } from './pages.ts';
import type { PrivacyPolicy } from './policy.ts';
import type { TextFilter } from './text-filter.ts';
import { countryOnly, type PublishedLocation } from './published-location.ts';

/** How a policy publishes one answer. */
export interface PublishContext {
  policy: PrivacyPolicy;
  ids: HashedIds;
  texts: TextFilter;
  amount: PublishAmount;
  page: (url: string | null) => string | null;
  /** The host that a referrer names. */
  host: (referrer: string | null) => string | null;
  groups: Groups;
  /** At the country's point where the visitor is not listed, or is somewhere else by now. */
  place: (origin: Attribution) => PublishedLocation;
}

/** Prepares what depends on the policy alone; the rest depends on the answer. */
export function createPublishContexts(
  policy: PrivacyPolicy,
): (groups: Groups, texts: TextFilter, ids: HashedIds) => PublishContext {
  const amount = createPublishAmount(policy.amounts);
  const publishPage = createPublishPage(policy.pages);
  return (groups, texts, ids) => {
    return {
      policy,
      ids,
      texts,
      groups,
      amount,
      page: memoised((url) => publishPage(url, texts.holdsId)),
      host: memoised((referrer) => texts.host(referrer)),
      place: ({ visitorId, countryCode }) => {
        const known = visitorId === null ? undefined : groups.places.get(visitorId);
        const isThere = countryCode === null || countryCode === known?.location.countryCode;
        return known && isThere ? known : countryOnly(countryCode, policy);
      },
    };
  };
}

/** Of hundreds of visitors many are on the same page, and came the same way. */
function memoised(publish: (text: string | null) => string | null): (text: string | null) => string | null {
  const known = new Map<string | null, string | null>();
  return (text) => {
    let published = known.get(text);
    if (published === undefined) known.set(text, (published = publish(text)));
    return published;
  };
}
