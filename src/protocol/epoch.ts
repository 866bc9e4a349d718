/**
 * Epoch ms of a time as text; `NaN` where it has none.
 *
 * Not `Date.parse`, which libraries replace by one that returns a `Date` or `null`.
 */
export function epochOf(text: string | null | undefined): number {
  return new Date(text ?? '').getTime();
}
