import type { Changes } from '../client/changes.ts';
import type { Drip, Held, Released } from '../client/drip.ts';
import { dueTimes, epoch, type Span } from '../client/due.ts';
import { SURGE } from '../map/density.ts';
import type { Snapshot, SnapshotData } from '../protocol/types.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';
import { fitRows, pace, PAYMENT_STAYS, type Waiting } from '../ticker/pace.ts';
import { replaces, tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import type { ConfiguredElement } from './configured-element.ts';

/** What is shown for the first time, by ids, so that rings draw the eye to it. */
export interface News {
  visitors: readonly string[];
  payments: readonly string[];
}

/** Where it is shown. */
export interface FlowTarget {
  /** Somebody reads the rows: they stand still. */
  readonly isReading: boolean;
  /** Something is to be drawn. What is overdue is no news. */
  announce(news: News | null): void;
}

/** Options that say what is shown of it. */
export type FlowOptions = Pick<ConfiguredElement, 'ticker' | 'tickerKinds' | 'tickerSize' | 'paused'>;

/** Milliseconds: what falls into one step is shown together. */
const STEP = 100;
const STEP_OF_MANY = 1_000;
const MANY = 60;
const MINUTE = 60_000;
const MOST_AT_ONCE = 3;

/** Turns polls into a flow: what one brought comes by and by, dot and row together, until the next one. */
export class Flow {
  /** What is shown next is the present, and does not move in. */
  isStill = true;
  /** The rows, newest first; `null`: the newest of the snapshot. */
  rows: readonly TickerRow[] | null = null;
  /** What happened in the last minute and got no row. */
  more = 0;

  readonly #drip: Drip;
  readonly #target: FlowTarget;
  #kinds: readonly RowKind[] = [];
  #size = 0;
  #data: SnapshotData | null = null;
  readonly #waiting = new Map<string, Waiting>();
  /** Payments that have to stay, and when they came. */
  readonly #staying = new Map<string, number>();
  #last = -Infinity;
  #end = 0;
  #isSurge = false;
  #leftOut: { at: number; count: number }[] = [];

  constructor(drip: Drip, target: FlowTarget) {
    this.#drip = drip;
    this.#target = target;
    drip.onRelease = (released) => {
      this.#release(released);
    };
  }

  get held(): Held {
    return this.#drip.held;
  }

  /** Takes over which rows are wanted, and how many: others than before are shown at once. In a pause nothing waits. */
  configure({ ticker, tickerKinds, tickerSize, paused }: FlowOptions): void {
    const kinds = ticker === 'none' ? '' : tickerKinds;
    if (!paused && kinds === this.#kinds.join(' ') && tickerSize === this.#size) return;
    this.#kinds = kinds.split(' ') as RowKind[];
    this.#size = tickerSize;
    this.#settle();
  }

  /** All of it is shown at once; nothing waits any more. */
  #settle(): void {
    this.#drip.clear();
    this.#waiting.clear();
    this.#leftOut = [];
    this.rows = null;
    this.more = 0;
    // Payments that came in time stay theirs, whatever the present has that is newer.
    if (this.#data && this.#staying.size > 0)
      this.#show(tickerRows(this.#data, { kinds: this.#kinds, size: Infinity }));
  }

  /** All of it is shown at once, and nothing moves. */
  present(): void {
    this.#settle();
    this.isStill = true;
  }

  /** @param span When what is new happened, and is to be shown; `null` where the snapshot is the present, not news. */
  adopt(snapshot: Snapshot, changes: Changes, span: Span | null): void {
    const before = this.#data;
    this.#data = snapshot.data;
    if (span && before && span.length > 0) {
      const oldest = span.to - (snapshot.meta?.windowSeconds ?? WINDOW_SECONDS) * 1000;
      const rows = this.rows ?? tickerRows(before, { kinds: this.#kinds, size: this.#size });
      this.rows = rows.filter((row) => !(row.at < oldest));
      this.#take(snapshot.data, changes, span);
      return;
    }
    this.present();
    if (!span) return;
    this.isStill = false;
    // Where many come at once none of them stands out.
    const visitors = changes.arrived.length > MOST_AT_ONCE ? [] : changes.arrived.map(({ visitorId }) => visitorId);
    this.#target.announce({ visitors, payments: changes.payments.map(({ _id }) => _id) });
  }

  /** Shows what is due. */
  #release({ visitors, rows, isLive }: Released): void {
    const now = this.#drip.now();
    for (const id of rows) {
      const row = this.#waiting.get(id)?.row;
      if (!row) continue;
      if (this.#target.isReading) {
        this.#drip.hold('rows', [[id, Infinity]]);
        continue;
      }
      this.#waiting.delete(id);
      this.#last = now;
      if (row.kind === 'payment') this.#staying.set(id, now);
      this.#show([row, ...(this.rows ?? []).filter((older) => older.id !== id && !replaces(row, older))]);
      // Whoever does something is there.
      if (row.visitorId !== null && this.#drip.drop('visitors', row.visitorId)) visitors.push(row.visitorId);
    }
    this.#target.announce(isLive ? { visitors, payments: rows } : null);
  }

  /** Nobody reads the rows any more: of those that came meanwhile the newest have their turn. */
  goOn(): void {
    if (this.#waiting.size > 0) this.#pace();
  }

  #take(data: SnapshotData, { arrived, departed, events, payments }: Changes, span: Span): void {
    for (const { visitorId } of departed) this.#drip.drop('visitors', visitorId);
    this.#isSurge = data.visitors.length > SURGE;
    this.#end = span.start + span.length;
    const step = this.#isSurge || arrived.length > MANY ? STEP_OF_MANY : STEP;
    const due = (times: readonly (readonly [string, number])[]): Map<string, number> => dueTimes(times, span, step);
    // The newest event comes first, so that the first of a visitor's stays.
    const began = new Map(events.map((event) => [event.visitorId, event.timestamp]));
    this.#drip.hold(
      'visitors',
      due(arrived.map(({ visitorId: id, sessionStartTime }) => [id, epoch(began.get(id) ?? sessionStartTime)])),
    );
    // They have a place on the map, also where the ticker does not tell them.
    this.#drip.hold('rows', due(payments.map(({ _id, timestamp }) => [_id, epoch(timestamp)])));
    const told = { recentEvents: events, recentPayments: payments };
    const rows = tickerRows(data, { kinds: this.#kinds, size: Infinity }, told);
    const rowsDue = due(rows.map(({ id, at }) => [id, at]));
    for (const row of rows) {
      for (const { row: older } of this.#waiting.values()) if (replaces(row, older)) this.#forget(older.id);
      this.#waiting.set(row.id, { row, due: rowsDue.get(row.id) ?? span.start });
    }
    this.#pace();
  }

  /** Gives rows their moments, and dots those of their rows. What gets none is told as a number. */
  #pace(): void {
    const now = this.#drip.now();
    const chosen = pace([...this.#waiting.values()], {
      now,
      end: this.#end,
      last: this.#last,
      paid: [...this.#staying.values()],
      // One of them may have to tell the number.
      size: Math.max(1, this.#size - 1),
      isSurge: this.#isSurge,
    });
    this.#leftOut = this.#leftOut.filter(({ at }) => now - at < MINUTE);
    this.#leftOut.push({ at: now, count: this.#waiting.size - chosen.length });
    // A row's place is taken only where another one is left.
    this.more = this.#size > 1 ? this.#leftOut.reduce((sum, { count }) => sum + count, 0) : 0;
    this.#show(this.rows ?? []);

    const { visitors } = this.held;
    // Of several rows of a visitor the first counts.
    const dots = chosen.reverse().filter(([{ visitorId }]) => visitors.has(visitorId ?? ''));
    this.#drip.hold(
      'visitors',
      dots.map(([{ visitorId }, at]) => [visitorId ?? '', at]),
    );
    const moments = new Map(chosen.map(([{ id }, at]) => [id, at]));
    this.#drip.hold('rows', moments);
    for (const id of this.#waiting.keys()) if (!moments.has(id)) this.#forget(id);
  }

  #forget(id: string): void {
    this.#waiting.delete(id);
    this.#drip.drop('rows', id);
  }

  #show(rows: readonly TickerRow[]): void {
    const now = this.#drip.now();
    for (const [id, at] of this.#staying) if (now - at >= PAYMENT_STAYS) this.#staying.delete(id);
    this.rows = fitRows(rows, this.more > 0 ? this.#size - 1 : this.#size, this.#staying);
  }
}
