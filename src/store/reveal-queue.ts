import { replaces, type TickerRow } from '../ticker/rows.ts';
import type { PendingChanges, PlannedRow, RevealPlan } from './reveal-plan.ts';

/** What became due, in the order in which it did. */
export interface RevealedItems {
  visitors: string[];
  payments: string[];
  rows: TickerRow[];
  /** It is shown in time; otherwise it is overdue, because nothing was shown meanwhile. */
  isLive: boolean;
}

/** Milliseconds after which something is overdue. */
const OVERDUE_MS = 3_000;

/** What the last snapshots brought and is not shown yet. */
export class RevealQueue {
  readonly #visitors = new Map<string, number>();
  readonly #payments = new Map<string, number>();
  readonly #rows = new Map<string, PlannedRow>();

  hasVisitor(id: string): boolean {
    return this.#visitors.has(id);
  }

  hasPayment(id: string): boolean {
    return this.#payments.has(id);
  }

  get visitorCount(): number {
    return this.#visitors.size;
  }

  get paymentCount(): number {
    return this.#payments.size;
  }

  get rowCount(): number {
    return this.#rows.size;
  }

  /** Monotonic ms at which the next item is due; `Infinity` where none is. */
  get nextDue(): number {
    let next = Infinity;
    for (const at of this.#visitors.values()) next = Math.min(next, at);
    for (const at of this.#payments.values()) next = Math.min(next, at);
    for (const { at } of this.#rows.values()) next = Math.min(next, at);
    return next;
  }

  /** Everything that waits, with what has just been added to it. A row is dropped for one that replaces it. */
  pending(added?: PendingChanges): PendingChanges {
    const rows = [...this.#rows.values()].filter(({ row }) => !added?.rows.some((other) => replaces(other.row, row)));
    return {
      visitors: new Map([...this.#visitors, ...(added?.visitors ?? [])]),
      payments: new Map([...this.#payments, ...(added?.payments ?? [])]),
      rows: [...rows, ...(added?.rows ?? [])],
    };
  }

  /** Takes over a plan; rows that have no place in it are dropped. */
  schedule({ visitors, payments, rows }: RevealPlan): void {
    this.clear();
    for (const [id, at] of visitors) this.#visitors.set(id, at);
    for (const [id, at] of payments) this.#payments.set(id, at);
    for (const [id, row] of rows) this.#rows.set(id, row);
  }

  /** Keeps a row, and its payment, until the next plan. */
  defer({ row, due }: PlannedRow): void {
    this.#rows.set(row.id, { row, due, at: Infinity });
    if (row.kind === 'payment') this.#payments.set(row.id, Infinity);
  }

  /** @returns Whether the visitor was waiting. */
  drop(visitorId: string): boolean {
    return this.#visitors.delete(visitorId);
  }

  clear(): void {
    this.#visitors.clear();
    this.#payments.clear();
    this.#rows.clear();
  }

  /** Takes out everything that is due; rows only where they may be shown. */
  take(now: number, mayShowRows: boolean): RevealedItems {
    const isLive = now - this.nextDue <= OVERDUE_MS;
    const rows = dueBy(this.#rows, ({ at }) => at, now);
    if (!mayShowRows) for (const [, row] of rows.splice(0)) this.defer(row);
    const visitors = dueBy(this.#visitors, (at) => at, now).map(([id]) => id);
    const payments = dueBy(this.#payments, (at) => at, now).map(([id]) => id);
    for (const [id] of rows) this.#rows.delete(id);
    for (const id of visitors) this.#visitors.delete(id);
    for (const id of payments) this.#payments.delete(id);
    // A visitor is shown with the first row, also where its own time has not come.
    for (const [, { row }] of rows) {
      if (row.visitorId !== null && this.drop(row.visitorId)) visitors.push(row.visitorId);
    }
    return { visitors, payments, rows: rows.map(([, { row }]) => row), isLive };
  }
}

function dueBy<Item>(items: ReadonlyMap<string, Item>, timeOf: (item: Item) => number, now: number): [string, Item][] {
  return [...items].filter(([, item]) => timeOf(item) <= now).sort(([, a], [, b]) => timeOf(a) - timeOf(b));
}
