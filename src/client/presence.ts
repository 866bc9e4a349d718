import type { Snapshot, Visitor } from '../protocol/types.ts';

interface Sighting {
  visitor: Visitor;
  /** Epoch ms by the server's clock; `null`: nothing was seen yet. */
  lastActivity: number | null;
  /** The answer that the visitor was last in, and where in it. */
  answer: number;
  index: number;
}

/**
 * Who is here, and when each was last seen doing something. The upstream does not tell that. What can be seen is the
 * newest of a visitor's own events, a change of page between two polls, and first sight; of those who are there from the
 * start nothing is known.
 */
export class Presence {
  readonly #sightings = new Map<string, Sighting>();
  /** Those of the last answer, in its order. */
  #present: Sighting[] = [];
  #answer = 0;

  /** Epoch ms by the server's clock; `null` where nothing was seen, which counts as active. */
  lastActivity(visitorId: string): number | null {
    return this.#sightings.get(visitorId)?.lastActivity ?? null;
  }

  /** Forgets everybody: the next snapshot is the present, and its people were there before. */
  clear(): void {
    this.#sightings.clear();
    this.#present = [];
    this.#answer = 0;
  }

  /** @param now Epoch ms by the server's clock. @returns Who came and who went since the snapshot before. */
  update({ data }: Snapshot, now: number): { arrived: Visitor[]; departed: Visitor[] } {
    const isFirst = this.#answer++ === 0;
    const arrived: Visitor[] = [];
    const before = this.#present;
    let next = 0;
    this.#present = data.visitors.map((visitor, index) => {
      // From poll to poll a few leave, and the others keep their order: most need not be looked up.
      let sighting = before[next];
      if (sighting?.visitor !== visitor) sighting = this.#sightings.get(visitor.visitorId);
      if (sighting) {
        next = sighting.index + 1;
        if (sighting.visitor.currentUrl !== visitor.currentUrl) sighting.lastActivity = now;
        sighting.visitor = visitor;
        sighting.answer = this.#answer;
        sighting.index = index;
        return sighting;
      }
      sighting = { visitor, lastActivity: isFirst ? null : now, answer: this.#answer, index };
      this.#sightings.set(visitor.visitorId, sighting);
      if (!isFirst) arrived.push(visitor);
      return sighting;
    });
    for (const { visitorId, timestamp } of data.recentEvents) {
      const sighting = this.#sightings.get(visitorId ?? '');
      if (!sighting || timestamp === null) continue;
      sighting.lastActivity = Math.max(sighting.lastActivity ?? -Infinity, Date.parse(timestamp));
    }
    const gone = before.filter(({ answer }) => answer !== this.#answer);
    for (const { visitor } of gone) this.#sightings.delete(visitor.visitorId);
    return { arrived, departed: gone.map(({ visitor }) => visitor) };
  }
}
