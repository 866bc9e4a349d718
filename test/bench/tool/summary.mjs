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
  const head = ['contender', 'brotli kB', 'first picture', 'done', ...sizes.map((dots) => dots.toLocaleString('en'))];
  const rows = inOrder(results).map(({ id, name, kind, size }) => [
    name,
    kB(size.brotli),
    fixed(cold(id, 'picture')),
    fixed(cold(id, 'done')),
    ...sizes.map((dots) =>
      kind === 'floor' ? '–' : `${fixed(net(id, dots, 'main'))} / ${fixed(net(id, dots, 'all'))}`,
    ),
  ]);
  return [head, rows];
}

/** @returns {[head: string[], rows: string[][]]} */
export function slowTable(results, { sizes }) {
  const { slow } = figuresOf(results);
  const head = ['contender', ...sizes.map((dots) => dots.toLocaleString('en'))];
  const cell = (id, dots) => `${fixed(slow(id, dots, 'longest'), 0)} / ${fixed(slow(id, dots, 'blocking'), 0)}`;
  return [head, inOrder(results).map(({ id, name }) => [name, ...sizes.map((dots) => cell(id, dots))])];
}

/** @returns {[head: string[], rows: string[][]]} */
export function verdictTable(demands) {
  const rows = demands.map((demand) => {
    const { what, value, bound, aim, unit, digits } = demand;
    const number = (limit) => `${fixed(limit, digits)} ${unit}`.trim();
    const outcome = { true: 'reached', false: 'MISSED', null: 'not measured' }[isReached(demand)];
    return [what, number(value), `≤ ${number(bound)}`, aim === undefined ? '' : `≤ ${number(aim)}`, outcome];
  });
  return [['asked of datafast-live-map', 'measured', 'bound', 'aim', ''], rows];
}
