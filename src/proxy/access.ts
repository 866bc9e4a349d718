import { errorResponse, type ResponseInfo } from './response-info.ts';
import { clientAddress } from './client-address.ts';
import type { RequestContext } from './context.ts';
import { ProxyError } from './errors.ts';
import type { ResolvedOptions } from './options/types.ts';
import type { RequestInfo } from './request-info.ts';
import { createRateLimiter } from './rate-limit.ts';
import { chain, type MaybePromise } from './maybe-promise.ts';

/** Checks whether a request is permitted: `null`, or the error response. */
export type Access = (request: RequestInfo, context: RequestContext) => MaybePromise<ResponseInfo | null>;

/** The limit comes first, so that no client can overload the operator's own check. */
export function createAccess({
  rateLimit,
  authorize,
  now,
}: Pick<ResolvedOptions, 'rateLimit' | 'authorize' | 'now'>): Access {
  const waitFor = rateLimit && createRateLimiter(rateLimit, now);

  const limit: Access = (request, context) => {
    if (!waitFor) return null;
    const forwarded = rateLimit.trustProxy > 0 ? request.header('x-forwarded-for') : null;
    const seconds = waitFor(clientAddress(context.clientAddress, forwarded, rateLimit.trustProxy));
    return seconds > 0 ? errorResponse(new ProxyError('rate-limited', 'Too many requests.'), seconds) : null;
  };
  const permit = async (request: RequestInfo): Promise<ResponseInfo | null> => {
    const permitted = await permission(authorize, request);
    return permitted ? null : errorResponse(new ProxyError('unauthorized', 'Not authorized.'));
  };
  return (request, context) =>
    chain(limit(request, context), (refusal) => (refusal || !authorize ? refusal : permit(request)));
}

async function permission(authorize: ResolvedOptions['authorize'], request: RequestInfo): Promise<boolean> {
  try {
    return Boolean(await authorize?.(request.toRequest()));
  } catch {
    // The error may quote a token, so it is not logged.
    return false;
  }
}
