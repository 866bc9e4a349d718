import { errorResponse, type ResponseInfo } from '../response-info.ts';
import { waitUntilOf } from '../context.ts';
import { webEncoders } from '../encoders.ts';
import { ProxyError } from '../errors.ts';
import { chosenCoding } from '../negotiation.ts';
import { chain } from '../maybe-promise.ts';
import type { Hub } from '../stream/hub.ts';
import type { Route, RouteContext } from './route.ts';

/** Seconds after which a rejected reader may retry. */
const FULL_FOR = 30;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Intermediaries must neither store nor transform nor, as nginx does, buffer it.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  Vary: 'Accept-Encoding',
};

/** The error for one reader too many; `null` if another one is accepted. */
function refusal({ closed, full }: Hub): ResponseInfo | null {
  if (closed) return errorResponse(new ProxyError('upstream-unavailable', 'The proxy is closed.'), FULL_FOR);
  return full ? errorResponse(new ProxyError('rate-limited', 'Too many readers of the stream.'), FULL_FOR) : null;
}

/**
 * `GET /stream`: Server-Sent Events, the whole snapshot whenever it changed. `?changes`: the snapshot once, then what changes,
 * as events of the type `change`.
 */
export function streamRoute({ snapshots }: RouteContext, hub: Hub): Route {
  return (request, context) => {
    const { encoders = webEncoders } = context;
    const before = refusal(hub);
    if (before) return before;
    return chain(snapshots.get(waitUntilOf(context)), (result) => {
      // An error response, so that a client can distinguish it from a broken stream.
      if ('error' in result) return errorResponse(result.error, result.retryInSeconds);
      // Others may have connected meanwhile.
      const after = refusal(hub);
      if (after) return after;
      const { gzip, deflatePart } = encoders;
      const coding = chosenCoding(request.header('accept-encoding'), { gzip });
      const deflate = coding && deflatePart ? deflatePart : null;
      return {
        status: 200,
        headers: { ...HEADERS, ...(deflate && { 'Content-Encoding': 'gzip' }) },
        body: hub.stream({
          deflate,
          known: request.header('last-event-id'),
          changes: new URLSearchParams(request.query).has('changes'),
        }),
      };
    });
  };
}
