import { epochOf } from '../protocol/epoch.ts';
import type { Changes } from './changes.ts';
import { scheduleRows, type TickerCapacity, type PendingRow } from '../ticker/schedule.ts';
import type { TickerRow } from '../ticker/rows.ts';

/** Maps the time in which things happened to the time in which they are shown. */
export interface PlaybackWindow {
  /** Epoch ms by the server's clock. */
  readonly from: number;
  readonly to: number;
  /** Monotonic ms. */
  readonly start: number;
  /** Milliseconds; 0: everything is shown at once. */
  readonly length: number;
}

/** What is known but not shown yet, with the monotonic ms at which its own time comes. */
export interface PendingChanges {
  readonly visitors: ReadonlyMap<string, number>;
  readonly payments: ReadonlyMap<string, number>;
  readonly rows: readonly PendingRow[];
}

/** A ticker row and the monotonic ms at which it is shown. */
export interface PlannedRow extends PendingRow {
  readonly at: number;
}

/** When everything pending is shown; monotonic ms by id. */
export interface RevealPlan {
  readonly visitors: ReadonlyMap<string, number>;
  readonly payments: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, PlannedRow>;
  /** Rows that the ticker has no time for. */
  readonly skipped: number;
}

/** Milliseconds: whatever falls into one step is shown together. */
const STEP = 100;
const STEP_OF_MANY = 1_000;
const MANY = 60;

/**
 * Gives each change of a snapshot its time within the window.
 *
 * @param rows The ticker rows among the changes.
 * @param isDense Many visitors are shown in coarser steps.
 */
export function pendingChanges(
  { arrived, events, payments }: Pick<Changes, 'arrived' | 'events' | 'payments'>,
  rows: readonly TickerRow[],
  window: PlaybackWindow,
  isDense: boolean,
): PendingChanges {
  const step = isDense || arrived.length > MANY ? STEP_OF_MANY : STEP;
  const timesOf = (items: readonly (readonly [id: string, time: number])[]): Map<string, number> =>
    playbackTimes(items, window, step);
  // Events are newest first, so that the first one of each visitor remains.
  const firstEvents = new Map(events.map(({ visitorId, timestamp }) => [visitorId, timestamp]));
  const rowTimes = timesOf(rows.map(({ id, at }) => [id, at]));
  return {
    visitors: timesOf(
      arrived.map(({ visitorId: id, sessionStartTime }) => [id, epochOf(firstEvents.get(id) ?? sessionStartTime)]),
    ),
    payments: timesOf(payments.map(({ _id, timestamp }) => [_id, epochOf(timestamp)])),
    rows: rows.map((row) => ({ row, due: rowTimes.get(row.id) ?? window.start })),
  };
}

/**
 * Plans what is shown when: rows as the ticker has room for them, each visitor and payment together with its row, and the
 * others at their own time.
 */
export function planReveal({ visitors, payments, rows }: PendingChanges, room: TickerCapacity): RevealPlan {
  const chosen = scheduleRows(rows, room);
  const due = new Map(rows.map((waiting) => [waiting.row.id, waiting.due]));
  const plan = {
    visitors: new Map(visitors),
    payments: new Map(payments),
    rows: new Map(chosen.map(([row, at]) => [row.id, { row, due: due.get(row.id) ?? at, at }])),
    skipped: rows.length - chosen.length,
  };
  // The first of a visitor's rows counts, so the later ones are written before it.
  for (const [{ id, visitorId }, at] of chosen.reverse()) {
    if (visitorId !== null && visitors.has(visitorId)) plan.visitors.set(visitorId, at);
    if (payments.has(id)) plan.payments.set(id, at);
  }
  return plan;
}

/**
 * Maps times into the window. Items whose time is unknown or outside of it are spread over it evenly, so that the same
 * list always gives the same times.
 *
 * @param items Epoch ms by id; `NaN` where unknown.
 * @param step Milliseconds to which times are rounded up.
 * @returns Monotonic ms by id.
 */
export function playbackTimes(
  items: readonly (readonly [id: string, time: number])[],
  { from, to, start, length }: PlaybackWindow,
  step: number,
): Map<string, number> {
  const isWithin = (time: number): boolean => time >= from && time <= to && to > from;
  const outside = items.filter(([, time]) => !isWithin(time)).length;
  let position = 0.5;
  return new Map(
    items.map(([id, time]) => {
      const share = isWithin(time) ? (time - from) / (to - from) : position++ / outside;
      return [id, Math.ceil((start + length * share) / step) * step];
    }),
  );
}
