import type { Visitor } from '../protocol/types.ts';
import { fitsFilter, valueOf, type Dimension, type VisitorFilter } from './dimensions.ts';

/** A value and how many visitors have it. */
export interface ValueCount {
  value: string;
  count: number;
}

/** Rows of one list. */
export interface ListRows {
  rows: readonly ValueCount[];
  /** Values that have no row. */
  rest: number;
}

/**
 * Counts the values of the visitors who fit all conditions but the list's own, so that a list with a pressed row still
 * shows what else there is.
 *
 * @returns Most first; equal ones in the order of their values. Visitors whose value is not known are left out.
 */
export function countValues(
  visitors: readonly Visitor[],
  dimension: Dimension,
  filter: VisitorFilter | undefined,
): ValueCount[] {
  const counts = new Map<string, number>();
  for (const visitor of visitors) {
    if (filter && !fitsFilter(visitor, filter, dimension)) continue;
    const value = valueOf(dimension, visitor);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * Chooses the rows of a list.
 *
 * @param tallies Most first. @param size Rows at most.
 * @param pressed A value that has a row in any case; `null` where there is none.
 * @param order Values whose rows stay where they are, whatever their numbers; `null`: rows are sorted.
 */
export function listRows(
  tallies: readonly ValueCount[],
  size: number,
  pressed: string | null,
  order: readonly string[] | null,
): ListRows {
  const counts = new Map(tallies.map(({ value, count }) => [value, count]));
  const values = [...new Set([...(order ?? []), ...counts.keys()])].slice(0, size);
  if (pressed !== null && !values.includes(pressed)) values.splice(size - 1, 1, pressed);
  return {
    rows: values.map((value) => ({ value, count: counts.get(value) ?? 0 })),
    rest: tallies.length - values.filter((value) => counts.has(value)).length,
  };
}
