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

/** What keeps work alive that goes on without the viewer; `undefined` where the runtime has said nothing of it. */
export function keepAliveOf(context: RequestContext): ((work: Promise<unknown>) => void) | undefined {
  if (!context.waitUntil) return undefined;
  // A method: Workers want their own object before the dot.
  return (work) => context.waitUntil?.(work);
}
