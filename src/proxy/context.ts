import type { Encoders } from './encoders.ts';

/** What the runtime knows of a request beside the request. */
export interface RequestContext {
  /** Keeps the runtime alive until the work is done, as Workers have it. */
  waitUntil?(work: Promise<unknown>): void;
  /** The address of the peer, as the runtime knows it. */
  clientAddress?: string | undefined;
  /** What it compresses with. Default: gzip by `CompressionStream`. */
  encoders?: Encoders | undefined;
}
