import type { Encoders } from './encoders.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { RequestInfo } from './request-info.ts';
import type { ResponseInfo } from './response-info.ts';
import type { Bytes } from './stream/types.ts';

/** Answers a request; without a promise where the response is there already. */
export type Handler = (request: RequestInfo, context: RequestContext) => MaybePromise<ResponseInfo>;

/** What the runtime knows of a request beside the request. */
export interface RequestContext {
  /** Keeps the runtime alive until the work is done, as Workers have it. */
  waitUntil?(work: Promise<unknown>): void;
  /** The address of the peer, as the runtime knows it. */
  clientAddress?: string | undefined;
  /** What it compresses with. Default: gzip by `CompressionStream`. */
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

/** What keeps work alive that goes on without the viewer; `undefined` where the runtime has said nothing of it. */
export function waitUntilOf(context: RequestContext): ((work: Promise<unknown>) => void) | undefined {
  if (!context.waitUntil) return undefined;
  // A method: Workers want their own object before the dot.
  return (work) => context.waitUntil?.(work);
}
