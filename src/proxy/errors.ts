import type { ErrorReason, PublishedError } from '../protocol/published.ts';

/** What the public reads of an error: nothing about the configuration, nothing that the upstream has written. */
const PUBLIC: Readonly<Record<ErrorReason, { status: number; message: string }>> = {
  internal: { status: 500, message: 'This live map has failed. Try again later.' },
  misconfigured: { status: 500, message: 'This live map is not set up correctly.' },
  'upstream-unauthorized': { status: 502, message: 'The source of this live map did not accept the proxy.' },
  'upstream-forbidden': { status: 502, message: 'The source of this live map did not let the proxy read it.' },
  'upstream-not-found': { status: 502, message: 'The source of this live map does not know the website.' },
  'upstream-invalid': { status: 502, message: 'The source of this live map gave an answer that cannot be read.' },
  'upstream-rate-limited': { status: 503, message: 'The source of this live map asks for a pause. Try again later.' },
  'upstream-unavailable': { status: 503, message: 'The source of this live map cannot be reached. Try again later.' },
  'not-due': { status: 503, message: 'Nothing of this live map is old enough to be published yet.' },
  'bad-request': { status: 400, message: 'This request is not valid HTTP.' },
  unauthorized: { status: 401, message: 'Permission is needed to read this live map.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, message: 'This address can only be read.' },
  'picture-unavailable': { status: 503, message: 'This picture cannot be drawn at the moment. Try again later.' },
  'precondition-failed': { status: 412, message: 'What the request expects here has changed.' },
  'rate-limited': { status: 429, message: 'Too many requests. Try again later.' },
};

/** An error with two messages: `message` is the operator's, `body()` has the public's. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly reason: ErrorReason;
  /** The HTTP status of our answer. */
  readonly status: number;
  /** Seconds that the upstream requested in `Retry-After`, at most an hour; `null` if it did not. */
  readonly retryAfterSeconds: number | null;
  /** Only the operator can end it, so an early retry is pointless. */
  readonly lasting: boolean;
  /** The upstream did not answer: the cause may be between it and this machine. */
  readonly unheard: boolean;
  readonly #publicMessage: string;

  constructor(
    reason: ErrorReason,
    operatorMessage: string,
    more: {
      status?: number;
      retryAfterSeconds?: number | null;
      lasting?: boolean;
      unheard?: boolean;
      publicMessage?: string;
    } = {},
  ) {
    super(operatorMessage);
    this.reason = reason;
    this.status = more.status ?? PUBLIC[reason].status;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
    this.lasting = more.lasting ?? false;
    this.unheard = more.unheard ?? false;
    this.#publicMessage = more.publicMessage ?? PUBLIC[reason].message;
  }

  body(): PublishedError {
    return { status: 'error', error: { code: this.status, reason: this.reason, message: this.#publicMessage } };
  }
}
