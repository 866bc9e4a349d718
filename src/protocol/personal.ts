import { pagePath } from './page.ts';
import type { Snapshot, Visitor } from './types.ts';

// One character either side is enough, and keeps the search linear in hostile texts.
const EMAIL = /[^\s@](?:@|%40)[^\s@]/i;

/** Whether a text holds something that looks like an e-mail address, percent-encoded ones included. */
export function looksLikeEmail(value: string): boolean {
  // Searching for one word is much quicker than matching a pattern, and few texts have it.
  return (value.includes('@') || value.includes('%40')) && EMAIL.test(value);
}

/** The text, or `null` where it holds what looks like an e-mail address. */
export function withoutEmail(value: string | null): string | null {
  return holdsEmail(value) ? null : value;
}

/** The page as it came; where its address carries an e-mail address, the path alone, with "…" for such segments. */
function pageWithoutEmail(url: string | null): string | null {
  if (!holdsEmail(url)) return url;
  const segments = pagePath(url)?.split('/') ?? [];
  return segments.map((segment) => withoutEmail(segment) ?? '…').join('/') || null;
}

/**
 * The snapshot without what nobody may be shown whatever the source: e-mail addresses and user ids, also where a name,
 * a page or a goal holds one. Our proxy never sends them; a proxy that merely forwards the raw answer does.
 */
export function withoutPersonal(snapshot: Snapshot): Snapshot {
  const { data } = snapshot;
  return {
    ...snapshot,
    data: {
      ...data,
      // The very same where there is nothing to hide, as in all that our proxy sends.
      visitors: data.visitors.some(holdsPersonal) ? data.visitors.map(visitorWithoutPersonal) : data.visitors,
      recentEvents: data.recentEvents.map((event) => ({
        ...event,
        type: withoutEmail(event.type) ?? 'custom',
        path: pageWithoutEmail(event.path),
        extraData: { eventName: withoutEmail(event.extraData.eventName) },
        referrer: withoutEmail(event.referrer),
        customerName: withoutEmail(event.customerName),
        displayName: withoutEmail(event.displayName),
      })),
      recentPayments: data.recentPayments.map((payment) => ({
        ...payment,
        name: withoutEmail(payment.name),
        email: null,
        displayName: withoutEmail(payment.displayName),
      })),
    },
  };
}

function holdsPersonal(visitor: Visitor): boolean {
  const { currentUrl, referrer, customerName, customerEmail, profileData, conversionLikelihood } = visitor;
  return (
    customerEmail !== null ||
    profileData.userId !== null ||
    holdsEmail(currentUrl) ||
    holdsEmail(referrer) ||
    holdsEmail(customerName) ||
    holdsEmail(profileData.displayName) ||
    (conversionLikelihood?.dimensionMatches.some(looksLikeEmail) ?? false)
  );
}

function holdsEmail(value: string | null): boolean {
  return value !== null && looksLikeEmail(value);
}

function visitorWithoutPersonal(visitor: Visitor): Visitor {
  if (!holdsPersonal(visitor)) return visitor;
  const { profileData, conversionLikelihood } = visitor;
  return {
    ...visitor,
    currentUrl: pageWithoutEmail(visitor.currentUrl),
    referrer: withoutEmail(visitor.referrer),
    customerName: withoutEmail(visitor.customerName),
    customerEmail: null,
    profileData: { ...profileData, displayName: withoutEmail(profileData.displayName), userId: null },
    conversionLikelihood: conversionLikelihood && {
      ...conversionLikelihood,
      dimensionMatches: conversionLikelihood.dimensionMatches.filter((match) => !looksLikeEmail(match)),
    },
  };
}
