/** Remembers the last result, and gives it again while all arguments are the same. */
export function memo<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { args: Args; result: Result } | null = null;
  return (...args) => {
    if (!last?.args.every((value, index) => Object.is(value, args[index]))) last = { args, result: compute(...args) };
    return last.result;
  };
}
