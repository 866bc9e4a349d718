import { indexNear } from '../protocol/follow.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';

interface Sighting {
  /** The page. */
  currentUrl: string | null;
  /** Epoch ms by the server's clock; `null`: nothing was seen yet. */
  lastActivity: number | null;
  /** The last answer that the visitor was in, and new or changed. */
  answer: number;
}

/**
 * Who is here, and when each was last seen doing something. The upstream does not tell that. What can be seen is the
 * newest of a visitor's own events, a change of page between two polls, and first sight; of those who are there from the
 * start nothing is known.
 */
export class Presence {
  readonly #sightings = new Map<string, Sighting>();
  /** Those of the snapshot before, in its order. */
  #before: readonly Visitor[] = [];
  #answer = 0;

  /** Epoch ms by the server's clock; `null` where nothing was seen, which counts as active. */
  lastActivity(visitorId: string): number | null {
    return this.#sightings.get(visitorId)?.lastActivity ?? null;
  }

  /** Forgets everybody: the next snapshot is the present, and its people were there before. */
  clear(): void {
    this.#sightings.clear();
    this.#before = [];
    this.#answer = 0;
  }

  /** @param now Epoch ms by the server's clock. @returns Who came and who went since the snapshot before. */
  update({ data }: Snapshot, now: number): { arrived: Visitor[]; departed: Visitor[] } {
    const isFirst = this.#answer++ === 0;
    const before = this.#before;
    const isKept = new Uint8Array(before.length);
    const arrived: Visitor[] = [];
    let next = 0;
    for (const visitor of data.visitors) {
      const index = indexNear(before, next, visitor);
      if (index >= 0) {
        // Of whom nothing new is told there is nothing to look up.
        isKept[index] = 1;
        next = index + 1;
      } else if (this.#see(visitor, now, isFirst)) arrived.push(visitor);
    }
    this.#before = data.visitors;
    for (const { visitorId, timestamp } of data.recentEvents) {
      const sighting = this.#sightings.get(visitorId ?? '');
      if (!sighting || timestamp === null) continue;
      sighting.lastActivity = Math.max(sighting.lastActivity ?? -Infinity, Date.parse(timestamp));
    }
    return { arrived, departed: before.filter(({ visitorId }, index) => !isKept[index] && this.#hasGone(visitorId)) };
  }

  /** @returns Whether it is somebody who was not there before. */
  #see(visitor: Visitor, now: number, isFirst: boolean): boolean {
    const known = this.#sightings.get(visitor.visitorId);
    if (known) {
      if (known.currentUrl !== visitor.currentUrl) known.lastActivity = now;
      known.currentUrl = visitor.currentUrl;
      known.answer = this.#answer;
      return false;
    }
    const lastActivity = isFirst ? null : now;
    this.#sightings.set(visitor.visitorId, { currentUrl: visitor.currentUrl, lastActivity, answer: this.#answer });
    return !isFirst;
  }

  /** Forgets somebody, unless this answer has them, changed or at another place in the list. */
  #hasGone(visitorId: string): boolean {
    return this.#sightings.get(visitorId)?.answer !== this.#answer && this.#sightings.delete(visitorId);
  }
}
