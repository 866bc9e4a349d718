import type { Encoders } from './encoders.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { RequestInfo } from './request-info.ts';
import type { ResponseInfo } from './response-info.ts';
import type { Bytes } from './stream/types.ts';

/** Answers a request; synchronously if the response is ready. */
export type Handler = (request: RequestInfo, context: RequestContext) => MaybePromise<ResponseInfo>;

/** What the runtime knows about a request in addition to the request itself. */
export interface RequestContext {
  /** Keeps the runtime alive until the work is done, as Workers have it. */
  waitUntil?(work: Promise<unknown>): void;
  /** The address of the peer, as the runtime knows it. */
  clientAddress?: string | undefined;
  /** The runtime's own compression. Default: gzip by `CompressionStream`. */
  encoders?: Encoders | undefined;
  /** The package's scripts for browsers, where the runtime can read them: what `/embed` needs. */
  files?: PackageFiles | undefined;
}

/** Files of the package's dist/cdn/, by their paths there. */
export interface PackageFiles {
  /** All that may be read. */
  readonly names: ReadonlySet<string>;
  /** @param name One of them. */
  read(name: string): Promise<Bytes>;
}

/** Keeps work alive that continues after the response; `undefined` if the runtime has no such function. */
export function waitUntilOf(context: RequestContext): ((work: Promise<unknown>) => void) | undefined {
  if (!context.waitUntil) return undefined;
  // Called as a method: Workers require their own object as `this`.
  return (work) => context.waitUntil?.(work);
}
