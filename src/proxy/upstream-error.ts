import { ProxyError } from './errors.ts';

// Foreign text (bodies, header values, messages of errors) may echo the key or hold personal data. What the operator
// reads is therefore made here, of status numbers and of names that match these two patterns.
const ERROR_CODE = /^E[A-Z_]{2,30}$|^UND_ERR_[A-Z_]{2,30}$|^CERT_[A-Z_]{2,30}$/;
const ERROR_NAME = /^[A-Z][A-Za-z]{1,30}$/;

/**
 * What an answer other than 2xx means, and what the operator can do about it.
 *
 * @param retryAfterSeconds What the upstream has sent.
 */
export function errorOfStatus(status: number, retryAfterSeconds: number | null): ProxyError {
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
        `${answered}: the key lacks the permission analytics:read for this website, tracking is suspended, or the ` +
          'account has no API access (its plan).',
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
