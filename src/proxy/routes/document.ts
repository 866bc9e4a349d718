import type { PublishedSnapshot } from '../../protocol/published.ts';
import { errorResponse } from '../response-info.ts';
import { cachingFor, NO_STORE } from '../cache-control.ts';
import { waitUntilOf } from '../context.ts';
import type { RequestInfo } from '../request-info.ts';
import { LazyValue } from '../lazy-value.ts';
import { chain, type MaybePromise } from '../maybe-promise.ts';
import { Representation } from '../representation.ts';
import { isOver } from '../snapshots.ts';
import type { Route, RouteContext } from './route.ts';

type DocumentHeaders = Readonly<Record<string, string>>;

/** A document that is made of a snapshot. */
export interface DocumentKind {
  contentType: string;
  /** Headers of its own. */
  headers?: DocumentHeaders | (() => Promise<DocumentHeaders>);
  /** Which one of a closed list is requested, for example by `theme` and `lang`; each is kept as long as the snapshot. */
  variant?: (request: RequestInfo) => string;
  write: (snapshot: PublishedSnapshot, variant: string) => MaybePromise<string>;
  /** The document without a snapshot; by default the error, as JSON. */
  writeUnknown?: (variant: string) => MaybePromise<string>;
}

/** Of one snapshot; a hostile client may request many. */
const MOST_VARIANTS = 64;

type Variants = Map<string, LazyValue<Representation>>;

/** Serves a document that is encoded, hashed and compressed once for each snapshot and variant. */
export function documentRoute({ options, snapshots }: RouteContext, kind: DocumentKind): Route {
  const { contentType, headers, variant, write, writeUnknown } = kind;
  const caching = cachingFor(options);
  const known = new WeakMap<PublishedSnapshot, Variants>();
  const unknown: Variants = new Map();

  const variantsOf = (snapshot: PublishedSnapshot): Variants => {
    const before = known.get(snapshot);
    if (before) return before;
    const variants: Variants = new Map();
    known.set(snapshot, variants);
    return variants;
  };
  const represent = (
    variants: Variants,
    name: string,
    writeText: () => MaybePromise<string>,
  ): LazyValue<Representation> => {
    const before = variants.get(name);
    if (before) return before;
    const made = new LazyValue(async () => {
      const more = typeof headers === 'function' ? await headers() : headers;
      return Representation.of(await writeText(), contentType, more);
    });
    const [oldest = ''] = variants.keys();
    if (variants.size >= MOST_VARIANTS) variants.delete(oldest);
    variants.set(name, made);
    return made;
  };

  return (request, context) => {
    const found = snapshots.get(waitUntilOf(context));
    const isWaiting = found instanceof Promise;
    return chain(found, (result) => {
      const name = variant?.(request) ?? '';
      if (writeUnknown && ('error' in result || isOver(result))) {
        const { value } = represent(unknown, name, () => writeUnknown(name));
        // Not cacheable, so that the next request recovers.
        return chain(value, (document) => document.respond(request, context.encoders, NO_STORE));
      }
      if ('error' in result) return errorResponse(result.error, result.retryInSeconds);
      const { snapshot, ageMs } = result;
      const { value } = represent(variantsOf(snapshot), name, () => write(snapshot, name));
      const isOld = snapshot.meta.stale || ageMs >= options.refreshSeconds * 1000;
      const status = isOld ? 'stale' : isWaiting ? 'miss' : 'hit';
      return chain(value, (document) => document.respond(request, context.encoders, caching(ageMs, status)));
    });
  };
}
