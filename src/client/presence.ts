import type { Snapshot, Visitor } from '../protocol/types.ts';

interface Sighting {
  visitor: Visitor;
  /** Epoch ms by the server's clock; `null`: nothing was seen yet. */
  lastActivity: number | null;
  /** The answer that the visitor was last in. */
  answer: number;
}

/**
 * Who is here, and when each was last seen doing something. The upstream does not tell that. What can be seen is the
 * newest of a visitor's own events, a change of page between two polls, and first sight; of those who are there from the
 * start nothing is known.
 */
export class Presence {
  readonly #sightings = new Map<string, Sighting>();
  #answer = 0;

  /** Epoch ms by the server's clock; `null` where nothing was seen, which counts as active. */
  lastActivity(visitorId: string): number | null {
    return this.#sightings.get(visitorId)?.lastActivity ?? null;
  }

  /** Forgets everybody: the next snapshot is the present, and its people were there before. */
  clear(): void {
    this.#sightings.clear();
    this.#answer = 0;
  }

  /** @param now Epoch ms by the server's clock. @returns Who came and who went since the snapshot before. */
  update({ data }: Snapshot, now: number): { arrived: Visitor[]; departed: Visitor[] } {
    const isFirst = this.#answer++ === 0;
    const arrived: Visitor[] = [];
    for (const visitor of data.visitors) {
      const known = this.#sightings.get(visitor.visitorId);
      if (known) {
        if (known.visitor !== visitor) {
          if (known.visitor.currentUrl !== visitor.currentUrl) known.lastActivity = now;
          known.visitor = visitor;
        }
        known.answer = this.#answer;
      } else {
        const lastActivity = isFirst ? null : now;
        this.#sightings.set(visitor.visitorId, { visitor, lastActivity, answer: this.#answer });
        if (!isFirst) arrived.push(visitor);
      }
    }
    for (const { visitorId, timestamp } of data.recentEvents) {
      const sighting = this.#sightings.get(visitorId ?? '');
      if (!sighting || timestamp === null) continue;
      sighting.lastActivity = Math.max(sighting.lastActivity ?? -Infinity, Date.parse(timestamp));
    }
    return { arrived, departed: this.#forgetOthers() };
  }

  #forgetOthers(): Visitor[] {
    const departed: Visitor[] = [];
    for (const [id, { visitor, answer }] of this.#sightings) {
      if (answer === this.#answer) continue;
      this.#sightings.delete(id);
      departed.push(visitor);
    }
    return departed;
  }
}
