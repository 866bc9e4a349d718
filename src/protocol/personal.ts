import { pagePath } from './page.ts';
import type { Snapshot, Visitor } from './types.ts';

// One character either side is enough, and keeps the search linear in hostile texts.
const EMAIL = /[^\s@](?:@|%40)[^\s@]/i;

/** Whether a text holds something that looks like an e-mail address, percent-encoded ones included. */
export function looksLikeEmail(value: string): boolean {
  // Most texts have neither, which is quicker to see than that they do not match.
  return (value.includes('@') || value.includes('%40')) && EMAIL.test(value);
}

/** The text, or `null` where it holds what looks like an e-mail address. */
export function withoutEmail(value: string | null): string | null {
  return hasEmail(value) ? null : value;
}

/** The page as it came; where its address carries an e-mail address, the path alone, with "…" for such segments. */
function pageWithoutEmail(url: string | null): string | null {
  if (url === null || !looksLikeEmail(url)) return url;
  const segments = pagePath(url)?.split('/') ?? [];
  return segments.map((segment) => withoutEmail(segment) ?? '…').join('/') || null;
}

/**
 * The snapshot without what must never be shown, whatever the source: e-mail addresses and user ids, also where a name,
 * a page or a goal holds one. Our proxy never sends them; a proxy that merely forwards the raw answer does.
 */
export function withoutPersonal(snapshot: Snapshot): Snapshot {
  const { data } = snapshot;
  return {
    ...snapshot,
    data: {
      ...data,
      visitors: data.visitors.map(visitorWithoutPersonal),
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

/** The very same visitor where there is nothing to hide, as of all that our proxy sends. */
function visitorWithoutPersonal(visitor: Visitor): Visitor {
  if (isImpersonal(visitor)) return visitor;
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

function isImpersonal(visitor: Visitor): boolean {
  const { profileData } = visitor;
  return (
    visitor.customerEmail === null &&
    profileData.userId === null &&
    !hasEmail(visitor.currentUrl) &&
    !hasEmail(visitor.referrer) &&
    !hasEmail(visitor.customerName) &&
    !hasEmail(profileData.displayName) &&
    !visitor.conversionLikelihood?.dimensionMatches.some(looksLikeEmail)
  );
}

function hasEmail(value: string | null): boolean {
  return value !== null && looksLikeEmail(value);
}
