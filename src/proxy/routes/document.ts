import type { PublishedSnapshot } from '../../protocol/published.ts';
import { errorAnswer } from '../answer.ts';
import { cacheControl } from '../cache-control.ts';
import type { Question } from '../question.ts';
import { Ready, whenReady } from '../ready.ts';
import { Representation } from '../representation.ts';
import type { Route, Site } from './route.ts';

/** A document that is made of a snapshot. */
export interface DocumentKind {
  contentType: string;
  /** Which one of a closed list is asked for, as `theme` and `lang` may say; each is kept as long as the snapshot. */
  variant?: (question: Question) => string;
  write: (snapshot: PublishedSnapshot, variant: string) => string;
}

/** Serves a document: written, hashed and compressed once for each snapshot and variant. */
export function documentRoute({ options, snapshots }: Site, { contentType, variant, write }: DocumentKind): Route {
  const known = new WeakMap<PublishedSnapshot, Map<string, Ready<Representation>>>();

  const represent = (snapshot: PublishedSnapshot, name: string): Ready<Representation> => {
    const variants = known.get(snapshot) ?? new Map<string, Ready<Representation>>();
    known.set(snapshot, variants);
    const before = variants.get(name);
    if (before) return before;
    const made = new Ready(Representation.of(write(snapshot, name), contentType));
    variants.set(name, made);
    return made;
  };

  return (question, context) =>
    whenReady(
      snapshots.get((work) => context.waitUntil?.(work)),
      (sight) => {
        if ('error' in sight) return errorAnswer(sight.error, sight.retryInSeconds);
        const caching = cacheControl(options, sight.ageMs);
        return whenReady(represent(sight.snapshot, variant?.(question) ?? '').value, (document) =>
          document.answer(question, context.encoders, caching),
        );
      },
    );
}
