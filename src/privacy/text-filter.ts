import { hostOf } from '../protocol/host.ts';
import type { Visitor } from '../protocol/types.ts';
import type { HashedIds } from './hashed-ids.ts';
import { containsEmail, decodeAtSigns } from './email.ts';

/** What is an address rather than a name may carry a query. */
const ADDRESS = /[?#=&]|:\/\/|^\/|^www\./i;
/** With a dot: others are names of machines that only their own network knows. */
const HOST = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;
/** A code, or a symbol with the letters that some have: any other text is no currency, and may be anything. */
const CURRENCY = /^(?:[a-zA-Z]{3}|[A-Z]{4,5}|\p{L}{0,3}\p{Sc}\p{L}{0,2})$/u;
/** In short ids one would see words of the site's. */
const LEAST_ID_LENGTH = 6;
/** A key of DataFast's, which some put into addresses. */
const KEY = /(?<![\p{L}\p{N}])dft?_[\p{L}\p{N}_-]{4}/iu;
const BETWEEN_WORDS = /[^\p{L}\p{N}_-]+/u;

/** What of an answer's free texts may be published: each is taken out where it holds an e-mail address or an id. */
export class TextFilter {
  readonly #ids: HashedIds;
  readonly #userIds: ReadonlySet<string | null>;
  /** Of hundreds of visitors many have the same city and browser. */
  readonly #known = new Map<string, string | null>();

  /** @param ids Of all that is in the answer: none of these, and none that the site gives its users, is published. */
  constructor(ids: HashedIds, visitors: readonly Visitor[]) {
    this.#ids = ids;
    this.#userIds = new Set(visitors.map(({ profileData }) => profileData.userId?.toLowerCase() ?? null));
  }

  /** A text as it is, or `null`. */
  plain(text: string | null): string | null {
    if (text === null) return null;
    let published = this.#known.get(text);
    if (published === undefined)
      this.#known.set(text, (published = containsEmail(text) || this.holdsId(text) ? null : text));
    return published;
  }

  /** The name of a goal or of a kind of event. */
  name(text: string | null): string | null {
    return text === null || ADDRESS.test(text) ? null : this.plain(text);
  }

  /** The host that a referrer names, if it is one of the web. */
  host(referrer: string | null): string | null {
    const host = hostOf(referrer && decodeAtSigns(referrer));
    return host !== null && HOST.test(host) ? this.plain(host) : null;
  }

  currency(text: string | null): string | null {
    return text !== null && CURRENCY.test(text) ? text : null;
  }

  /** Whether a text is an id, or has one or a key among its words. */
  readonly holdsId = (text: string): boolean =>
    KEY.test(text) || this.#isId(text) || text.split(BETWEEN_WORDS).some((word) => this.#isId(word));

  #isId(text: string): boolean {
    return text.length >= LEAST_ID_LENGTH && (this.#userIds.has(text.toLowerCase()) || this.#ids.has(text));
  }
}
