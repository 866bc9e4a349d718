import { epochOf } from '../protocol/epoch.ts';
import type { Payment, Snapshot, Visitor, VisitorEvent } from '../protocol/types.ts';
import type { TickerRow } from '../ticker/rows.ts';
import { windowSeconds, type LiveState } from './live-state.ts';

/** A state as it is kept: what it has in common with the one before is the same object, or is left out. */
interface KeptState {
  /** Names it; negative, as the generation of a state of the past. */
  readonly id: number;
  /** Epoch ms by the server's clock: when it was received, and the moment that it shows. */
  readonly now: number;
  readonly asOf: number;
  /** Without its events and payments. */
  readonly snapshot: Snapshot;
  /** Seconds since the last activity of each visitor. */
  readonly inactivity: Uint16Array;
  /** Those that the state before did not have, newest first. */
  readonly events: readonly VisitorEvent[];
  readonly payments: readonly Payment[];
}

const LONGEST_MS = 30 * 60_000;
const MOST_STATES = 200;
/** States this far apart cover the whole time: one that follows sooner replaces the last one. */
const LEAST_GAP_MS = LONGEST_MS / MOST_STATES;
/** New events of one state: the ticker has no time for more. */
const MOST_EVENTS = 6;
/** Events of before the first state, and payments that are kept with one state. */
const MOST_EARLIER = 60;
const UNKNOWN = 0xffff;

/** The states that the page has seen in the last half hour, each with its snapshot as a whole. */
export class StateArchive {
  #states: readonly KeptState[] = [];
  /** Of the last snapshot: as it came, and as it is kept. */
  #visitors = new Map<string, { received: Visitor; kept: Visitor }>();
  #known = new Set<string>();
  #last: Snapshot | null = null;
  #ids = 0;

  /** Epoch ms of each state by the server's clock, in the order in which they were seen. */
  get times(): readonly number[] {
    return this.#states.map(({ asOf }) => asOf);
  }

  get counts(): readonly (number | null)[] {
    return this.#states.map(({ snapshot }) => snapshot.data.count);
  }

  /** All payments that were seen, in no order. */
  get payments(): readonly Payment[] {
    return this.#states.flatMap(({ payments }) => payments);
  }

  clear(): void {
    this.#states = [];
    this.#visitors.clear();
    this.#known.clear();
    this.#last = null;
  }

  /** Keeps the state of a snapshot that was not there before. @param state As shown without a look back. */
  add(state: LiveState): void {
    const { snapshot, now } = state;
    if (!snapshot) this.clear();
    // A stale proxy sends the last snapshot again.
    const isRepeated = snapshot?.meta && snapshot.meta.generatedAt === this.#last?.meta?.generatedAt;
    if (!snapshot || snapshot === this.#last || isRepeated) return;
    this.#last = snapshot;
    const states = this.#states.filter((other) => Math.abs(now - other.now) <= LONGEST_MS);
    // The first state that is left takes over the events of those dropped: its snapshot had them, too.
    const dropped = this.#states.filter((other) => !states.includes(other));
    if (dropped.length > 0 && states[0]) states[0] = withEarlier(states[0], dropped);
    let kept = this.#keep(state, snapshot, states.length === 0);
    const [before, replaced] = states.slice(-2);
    if (before && replaced && Math.abs(replaced.now - before.now) < LEAST_GAP_MS) {
      states.pop();
      kept = withEarlier(kept, [replaced], MOST_EVENTS);
    }
    states.push(kept);
    if (states.length > MOST_STATES && states[1]) states.splice(0, 2, withEarlier(states[1], states.slice(0, 1)));
    this.#states = states;
  }

  /** The state that is nearest to a moment, the last one of equally near ones; -1 where there are none. @param at Epoch ms. */
  nearest(at: number): number {
    let nearest = -1;
    let distance = Infinity;
    this.#states.forEach(({ asOf }, index) => {
      if (Math.abs(asOf - at) > distance) return;
      distance = Math.abs(asOf - at);
      nearest = index;
    });
    return nearest;
  }

  /** The number that names a state, whichever others are kept by now. */
  idAt(index: number): number | null {
    return this.#states[index]?.id ?? null;
  }

  /** Where that state is by now; -1 where it is no longer kept. */
  indexOf(id: number | null): number {
    return this.#states.findIndex((state) => state.id === id);
  }

  /**
   * The whole state, as the page would have shown it; `null` where there is none.
   *
   * @param rowsOf Gives the ticker's rows.
   */
  stateAt(index: number, rowsOf: (snapshot: Snapshot) => TickerRow[]): LiveState | null {
    const state = this.#states[index];
    if (!state) return null;
    const { id, now, asOf, inactivity } = state;
    const snapshot = this.#snapshotAt(index, state);
    const { meta, data } = snapshot;
    return Object.freeze({
      status: 'live',
      snapshot,
      now,
      asOf,
      age: meta ? Math.max(0, (now - epochOf(meta.generatedAt)) / 1000) : 0,
      count: data.count,
      visitors: data.visitors,
      lastActivity: [...inactivity].map((seconds) => (seconds === UNKNOWN ? null : asOf - 1000 * seconds)),
      payments: data.recentPayments,
      rows: Object.freeze(rowsOf(snapshot)),
      more: 0,
      missed: 0,
      generation: id,
    });
  }

  #keep({ now, asOf, visitors, lastActivity }: LiveState, snapshot: Snapshot, isFirst: boolean): KeptState {
    const { meta, data } = snapshot;
    const known = this.#visitors;
    // Many visitors are on the same page.
    const pages = new Map([...known.values()].map(({ kept: { currentUrl } }) => [currentUrl, currentUrl]));
    this.#visitors = new Map();
    const isNew = ({ _id }: { _id: string }): boolean => isFirst || !this.#known.has(_id);
    const events = data.recentEvents.filter(isNew).slice(0, isFirst ? MOST_EARLIER : MOST_EVENTS);
    const payments = data.recentPayments.filter(isNew).slice(0, MOST_EARLIER);
    this.#known = new Set([...data.recentEvents, ...data.recentPayments].map(({ _id }) => _id));
    const active = new Map(visitors.map(({ visitorId }, index) => [visitorId, lastActivity[index] ?? null]));
    const seconds = data.visitors.map(({ visitorId }) => {
      const at = active.get(visitorId) ?? null;
      return at === null ? UNKNOWN : Math.min(UNKNOWN - 1, Math.max(0, Math.round((asOf - at) / 1000)));
    });
    return {
      id: --this.#ids,
      now,
      asOf,
      snapshot: {
        ...snapshot,
        meta: meta && { ...meta, history: null },
        data: {
          ...data,
          visitors: data.visitors.map((received) => {
            const before = known.get(received.visitorId);
            const kept = before?.received === received ? before.kept : sharedParts(received, before?.kept, pages);
            this.#visitors.set(received.visitorId, { received, kept });
            return kept;
          }),
          recentEvents: [],
          recentPayments: [],
        },
      },
      inactivity: Uint16Array.from(seconds),
      events,
      payments,
    };
  }

  #snapshotAt(index: number, { snapshot, asOf }: KeptState): Snapshot {
    const oldest = asOf - windowSeconds(snapshot) * 1000;
    const isRecent = ({ timestamp }: { timestamp: string | null }): boolean => !(epochOf(timestamp) < oldest);
    const before = this.#states.slice(0, index + 1).reverse();
    return {
      ...snapshot,
      data: {
        ...snapshot.data,
        recentEvents: newestFirst(before.flatMap(({ events }) => events.filter(isRecent))),
        recentPayments: newestFirst(before.flatMap(({ payments }) => payments.filter(isRecent))),
      },
    };
  }
}

/** With what states before it have brought. */
function withEarlier(state: KeptState, earlier: readonly KeptState[], most: number = MOST_EARLIER): KeptState {
  const all = [state, ...[...earlier].reverse()];
  return {
    ...state,
    events: all.flatMap(({ events }) => events).slice(0, most),
    payments: all.flatMap(({ payments }) => payments).slice(0, MOST_EARLIER),
  };
}

function newestFirst<Row extends { timestamp: string | null }>(rows: Row[]): Row[] {
  const at = ({ timestamp }: Row): number => epochOf(timestamp) || 0;
  return rows.sort((a, b) => at(b) - at(a));
}

/** A value in which all that equals a part of the one before is that part, so that it is in memory once. */
function sharedParts<Value>(value: Value, before: Value | undefined, texts: ReadonlyMap<unknown, unknown>): Value {
  if (value === before) return before as Value;
  if (typeof value === 'string') return (texts.get(value) ?? value) as Value;
  if (!isObject(value) || !isObject(before)) return value;
  const copy = { ...value } as Record<string, unknown>;
  const known = before as Record<string, unknown>;
  const names = Object.keys(copy);
  let isSame = names.length === Object.keys(known).length;
  for (const name of names) {
    copy[name] = sharedParts(copy[name], known[name], texts);
    isSame &&= copy[name] === known[name];
  }
  return isSame ? before : (copy as Value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
