import type { ResponseInfo } from '../response-info.ts';
import type { RequestContext } from '../context.ts';
import type { OperatorLog } from '../log.ts';
import type { ResolvedOptions } from '../options/types.ts';
import type { RequestInfo } from '../request-info.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { Snapshots } from '../snapshots.ts';
import type { Hub } from '../stream/hub.ts';

/** Answers GET at one address. HEAD, OPTIONS, CORS and refusals are the handler's. */
export type Route = (request: RequestInfo, context: RequestContext) => MaybePromise<ResponseInfo>;

/** What routes are made of. */
export interface RouteContext {
  options: ResolvedOptions;
  snapshots: Snapshots;
  /** `null`: this proxy has no stream. */
  hub: Hub | null;
  log: OperatorLog;
}
