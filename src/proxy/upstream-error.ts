import { ProxyError } from './errors.ts';

// Foreign text (bodies, header values, messages of errors) may echo the key or hold personal data. What the operator
// reads is therefore made here, of status numbers and of names that match these two patterns.
const ERROR_CODE = /^E[A-Z_]{2,30}$|^UND_ERR_[A-Z_]{2,30}$|^CERT_[A-Z_]{2,30}$/;
const ERROR_NAME = /^[A-Z][A-Za-z]{1,30}$/;

const MAX_RETRY_AFTER_SECONDS = 3600;

/** What an answer other than 2xx means, and what the operator can do about it. */
export function errorOfStatus(status: number, retryAfter: string | null, now: number): ProxyError {
  const retryAfterSeconds = parseRetryAfter(retryAfter, now);
  const answered = `DataFast answered ${status}`;
  switch (status) {
    case 400:
      return new ProxyError('misconfigured', `${answered}: it refuses the request as invalid. Check the websiteId.`, {
        retryAfterSeconds,
        lasting: true,
      });
    case 401:
      return new ProxyError('upstream-unauthorized', `${answered}: the key is invalid. Check DATAFAST_API_KEY.`, {
        retryAfterSeconds,
        lasting: true,
      });
    case 403:
      return new ProxyError(
        'upstream-forbidden',
        `${answered}: the key needs the permission analytics:read for this website, or tracking is suspended.`,
        { retryAfterSeconds, lasting: true },
      );
    case 404:
      return new ProxyError('upstream-not-found', `${answered}: it does not know the website. Check the websiteId.`, {
        retryAfterSeconds,
        lasting: true,
      });
    case 408:
      return new ProxyError('upstream-unavailable', `${answered}.`, { retryAfterSeconds });
    case 429:
      return new ProxyError('upstream-rate-limited', `${answered}: too many requests with this key.`, {
        retryAfterSeconds,
      });
  }
  if (status >= 500) return new ProxyError('upstream-unavailable', `${answered}.`, { retryAfterSeconds });
  if (status >= 300 && status < 400) {
    return new ProxyError('upstream-invalid', `${answered}: redirects are not followed.`, { lasting: true });
  }
  return new ProxyError('upstream-invalid', `${answered}, expected 200.`, {
    retryAfterSeconds,
    lasting: status >= 400,
  });
}

/** What an exception of `fetch` means. */
export function errorOfThrow(error: unknown): ProxyError {
  if (error instanceof ProxyError) return error;
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  const code = typeof cause?.code === 'string' && ERROR_CODE.test(cause.code) ? cause.code : null;
  const name = error instanceof Error && ERROR_NAME.test(error.name) ? error.name : 'error';
  return new ProxyError('upstream-unavailable', `DataFast cannot be reached (${code ?? name}).`, { unheard: true });
}

/**
 * Reads `Retry-After`: whole seconds, or a date.
 *
 * @param now Epoch milliseconds.
 * @returns Seconds, at most 3600; `null` where there is nothing, nonsense or the past.
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  // A date has letters; Date.parse alone would take "-5" for the year 2001.
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : /^[a-z]{3,9}, /i.test(text)
      ? (Date.parse(/GMT|UTC|[+-]\d{4}$/i.test(text) ? text : `${text} GMT`) - now) / 1000
      : NaN;
  return seconds > 0 ? Math.min(Math.ceil(seconds), MAX_RETRY_AFTER_SECONDS) : null;
}
