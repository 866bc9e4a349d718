interface Answer {
  data: Record<string, unknown>;
}

const LISTS = ['visitors', 'recentEvents', 'recentPayments'];

/**
 * The answer that a change leads to.
 *
 * @param before The answer that the change is based on.
 * @param change The next one, with `[first, end]` in its lists in place of rows that `before` has.
 * @throws Where the change does not fit.
 */
export function applyChange(before: unknown, change: unknown): Answer {
  const { data: known } = before as Answer;
  const { data } = change as Answer;
  const next = { ...data };
  for (const list of LISTS) {
    const rows = known[list] as unknown[];
    next[list] = (data[list] as unknown[]).flatMap((row) => (Array.isArray(row) ? rangeOf(rows, row) : [row]));
  }
  return { ...(change as Answer), data: next };
}

function rangeOf(rows: readonly unknown[], [first, end]: unknown[]): unknown[] {
  const range = rows.slice(first as number, end as number);
  if (range.length === 0 || range.length !== (end as number) - (first as number)) throw new RangeError('Not a range.');
  return range;
}
