// What a run prints at its end: one line for each contender, and the verdict.
import { figuresOf } from './figures.mjs';
import { fixed, kB } from './tables.mjs';
import { isReached } from './verdict.mjs';

const ORDER = ['floor', 'limit', 'element', 'peer'];

/** The contenders as tables list them: by kind, the small before the large. */
export const inOrder = (results) =>
  Object.values(results).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.size.brotli - b.size.brotli);

/** @returns {[head: string[], rows: string[][]]} */
export function summaryTable(results, { sizes }) {
  const { cold, net } = figuresOf(results);
  const head = ['contender', 'brotli kB', 'cold main', 'commit 4x', ...sizes.map((dots) => dots.toLocaleString('en'))];
  const rows = inOrder(results).map(({ id, name, kind, size }) => [
    name,
    kB(size.brotli),
    fixed(cold(id, 1, 'main')),
    fixed(cold(id, 4, 'commit'), 0),
    ...sizes.map((dots) =>
      kind === 'floor' ? '–' : `${fixed(net(id, dots, 'main'))} / ${fixed(net(id, dots, 'all'))}`,
    ),
  ]);
  return [head, rows];
}

/** @returns {[head: string[], rows: string[][]]} */
export function verdictTable(demands) {
  const rows = demands.map((demand) => {
    const { what, value, bound, unit, digits } = demand;
    const outcome = { true: 'reached', false: 'MISSED', null: 'not measured' }[isReached(demand)];
    return [what, `${fixed(value, digits)} ${unit}`.trim(), `≤ ${fixed(bound, digits)} ${unit}`.trim(), outcome];
  });
  return [['asked of datafast-live-map', 'measured', 'bound', ''], rows];
}
