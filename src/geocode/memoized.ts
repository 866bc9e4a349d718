/** Names that are kept: a country has few regions, and each is asked for by all its places. */
const LIMIT = 1000;

/** The same function with a cache, which is emptied when it is full. */
export function memoizedByName<Value extends string | number | null>(
  compute: (name: string) => Value,
): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    let value = known.get(name);
    if (value === undefined) {
      if (known.size >= LIMIT) known.clear();
      known.set(name, (value = compute(name)));
    }
    return value;
  };
}
