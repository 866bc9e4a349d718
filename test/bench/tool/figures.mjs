// The medians of a run.

const sorted = (values) => values.filter(Number.isFinite).sort((a, b) => a - b);

/** NaN where there is nothing. */
export function median(values) {
  const all = sorted(values);
  const middle = all.length >> 1;
  if (all.length === 0) return NaN;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

export function percentile(values, part) {
  const all = sorted(values);
  return all[Math.min(all.length - 1, Math.floor(part * all.length))] ?? NaN;
}

/** The figures of one run by contender. Those that are less the floor are less what the empty contender costs. */
export function figuresOf(results) {
  const samples = (id, dots) => results[id]?.updates[dots]?.samples ?? [];
  const update = (id, dots, key) => median(samples(id, dots).map((sample) => sample[key]));
  const cold = (id, key) => median(results[id]?.cold.map((start) => start[key]) ?? []);
  const slow = (id, dots, key) => median(results[id]?.slow[dots]?.map((start) => start[key]) ?? []);
  return {
    update,
    cold,
    slow,
    net: (id, dots, key) => update(id, dots, key) - update('noop', dots, key),
    leak: (id) => results[id]?.leak ?? null,
  };
}
