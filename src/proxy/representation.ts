import type { CacheHeaders } from './cache-control.ts';
import type { ResponseInfo } from './response-info.ts';
import type { Bytes } from './stream/types.ts';
import { type Coding, type Encoders, webEncoders } from './encoders.ts';
import { base64url } from './ids.ts';
import { chosenCoding, matchesETag } from './negotiation.ts';
import type { RequestInfo } from './request-info.ts';
import { LazyValue } from './lazy-value.ts';
import { chain, type MaybePromise } from './maybe-promise.ts';

// 72 bits: enough to distinguish two snapshots of a site.
const ETAG_BYTES = 9;

/** The responses with one coding: the same until the caching headers change. */
interface Prepared {
  caching: CacheHeaders;
  whole: ResponseInfo;
  notModified: ResponseInfo;
}

/** A document that is encoded, hashed and compressed once for all requests. */
export class Representation {
  /** Weak: one for all encodings. */
  readonly etag: string;
  readonly contentType: string;
  readonly #more: Readonly<Record<string, string>>;
  readonly #plain: Bytes;
  readonly #encoded = new Map<Coding, LazyValue<Bytes>>();
  readonly #prepared = new Map<Coding | null, Prepared>();

  private constructor(plain: Bytes, etag: string, contentType: string, more: Readonly<Record<string, string>>) {
    this.#plain = plain;
    this.#more = more;
    this.etag = etag;
    this.contentType = contentType;
  }

  /** @param more Headers that its answers have, whatever the coding. */
  static async of(
    content: string | Bytes,
    contentType: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Representation> {
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const digest = await crypto.subtle.digest('SHA-256', body);
    return new Representation(body, `W/"${base64url(new Uint8Array(digest, 0, ETAG_BYTES))}"`, contentType, more);
  }

  /** The response to one request: 200, or 304 if the client has the document. */
  respond(
    request: RequestInfo,
    encoders: Encoders | undefined = webEncoders,
    caching: CacheHeaders,
  ): MaybePromise<ResponseInfo> {
    const coding = chosenCoding(request.header('accept-encoding'), encoders);
    const known = this.#prepared.get(coding);
    const prepared =
      known?.caching === caching
        ? known
        : chain(this.#body(coding, encoders), (body) => this.#prepare(body, coding, caching));
    return chain(prepared, ({ whole, notModified }) =>
      matchesETag(request.header('if-none-match'), this.etag) ? notModified : whole,
    );
  }

  #body(coding: Coding | null, encoders: Encoders): MaybePromise<Bytes> {
    const encode = coding && encoders[coding];
    if (!encode) return this.#plain;
    const before = this.#encoded.get(coding);
    if (before) return before.value;
    const encoded = new LazyValue(() =>
      encode(this.#plain).catch((error: unknown) => {
        // The next request may come with an encoder that works.
        this.#encoded.delete(coding);
        throw error;
      }),
    );
    this.#encoded.set(coding, encoded);
    return encoded.value;
  }

  #prepare(body: Bytes, coding: Coding | null, caching: CacheHeaders): Prepared {
    const shared = { ...this.#more, ...caching, ETag: this.etag, Vary: 'Accept-Encoding' };
    const headers = {
      ...shared,
      'Content-Type': this.contentType,
      'Content-Length': String(body.byteLength),
      ...(coding && { 'Content-Encoding': coding }),
    };
    const prepared = {
      caching,
      whole: { status: 200, headers, body },
      notModified: { status: 304, headers: shared, body: null },
    };
    this.#prepared.set(coding, prepared);
    return prepared;
  }
}
