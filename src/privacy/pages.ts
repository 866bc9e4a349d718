import { pagePath } from '../protocol/page.ts';
import { containsAtSign, containsEmail, decodeAtSigns } from './email.ts';
import { matchSegments, parsePattern } from './page-pattern.ts';
import type { PrivacyPolicy } from './policy.ts';

/** A page as it may be published; `null`: not at all. */
export type PublishPage = (url: string | null, isId: (text: string) => boolean) => string | null;

const HIDDEN = '…';
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
/** What is no page of a web site: a file of the visitor's, an extension. A number after a colon is a port. */
const FOREIGN = /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i;
/** Decodings that a segment may need: a path that went through a redirect is often encoded twice. */
const MAX_DECODINGS = 4;

/**
 * Pages as the policy publishes them: paths, with the segments that look like secrets (password resets, invitations, numbers
 * of orders and accounts) published as "…". What a pattern spells out is no secret.
 */
export function createPublishPage(pages: PrivacyPolicy['pages']): PublishPage {
  if (pages === 'hidden') return () => null;
  const patterns = pages === 'path' ? null : pages.map(parsePattern).filter((pattern) => pattern !== null);
  return (url, isId) => {
    const path = url === null || FOREIGN.test(url) ? null : pagePath(decodeAtSigns(url));
    if (path === null) return null;
    // Two slashes would make a host of what follows, for the next reader.
    const segments = path.replace(/^\/+/, '/').split('/');
    const plain = segments.map(decoded);
    const spelled = patterns && matchSegments(patterns, plain);
    if (patterns && !spelled) return null;
    return segments
      .map((segment, index) => {
        const text = plain[index] ?? segment;
        // A slash that was encoded parts it, too.
        const parts = text.includes('/') ? [text, ...text.split('/')] : [text];
        const isSecret = parts.some((part) => looksSecret(part) || isId(part));
        return isSecret && !spelled?.[index] ? HIDDEN : segment;
      })
      .join('/');
  };
}

function looksSecret(plain: string): boolean {
  return (
    containsAtSign(plain) ||
    containsEmail(plain) ||
    // A query that was encoded into the path.
    /[?=]/.test(plain) ||
    /^\p{Nd}+$/u.test(plain) ||
    UUID.test(plain) ||
    // Counted decoded: encoded Chinese is long and has digits, and is no secret.
    (plain.length >= 16 && /\p{Nd}/u.test(plain))
  );
}

/** As it was before it was encoded, as far as that can be known. */
function decoded(segment: string): string {
  let text = segment;
  for (let i = 0; i < MAX_DECODINGS; i++) {
    try {
      const next = decodeURIComponent(text);
      if (next === text) break;
      text = next;
    } catch {
      break;
    }
  }
  return text;
}
