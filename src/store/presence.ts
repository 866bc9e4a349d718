import { epochOf } from '../protocol/epoch.ts';
import { RowCache } from '../protocol/row-cache.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';

interface Sighting {
  visitor: Visitor;
  /** Epoch ms by the server's clock; `null` until an activity was seen. */
  lastActivity: number | null;
}

/**
 * Who is here, and when each visitor was last active. The upstream does not report activity; it is the newest of the
 * visitor's own events, of page changes between two snapshots, and of the first sight. Of visitors in the first snapshot
 * it is unknown.
 */
export class Presence {
  #sightings = new RowCache<Sighting>();
  #isFirst = true;

  /** Epoch ms by the server's clock, in the order of the last snapshot's visitors; `null` where no activity was seen. */
  get lastActivity(): (number | null)[] {
    return this.#sightings.rows.map(({ row }) => row?.lastActivity ?? null);
  }

  /** The next snapshot is a first one again. */
  clear(): void {
    this.#sightings = new RowCache();
    this.#isFirst = true;
  }

  /** @param now Epoch ms by the server's clock. @returns Visitors who came and left since the snapshot before. */
  update({ data }: Snapshot, now: number): { arrived: Visitor[]; departed: Visitor[] } {
    const isFirst = this.#isFirst;
    const arrived: Visitor[] = [];
    this.#isFirst = false;
    this.#sightings.begin();
    for (const visitor of data.visitors) {
      const sighting = this.#sightings.enter(visitor.visitorId);
      const known = sighting?.row;
      if (known) {
        if (known.visitor.currentUrl !== visitor.currentUrl) known.lastActivity = now;
        known.visitor = visitor;
      } else if (sighting) {
        sighting.row = { visitor, lastActivity: isFirst ? null : now };
        if (!isFirst) arrived.push(visitor);
      }
    }
    for (const { visitorId, timestamp } of data.recentEvents) {
      const known = this.#sightings.get(visitorId ?? '')?.row;
      if (known && timestamp !== null)
        known.lastActivity = Math.max(known.lastActivity ?? -Infinity, epochOf(timestamp));
    }
    return { arrived, departed: this.#sightings.end().flatMap(({ row }) => row?.visitor ?? []) };
  }
}
