// What a run comes to: a table, and what is asked of this package's proxy.
import { fixed } from '../../bench/tool/tables.mjs';
import { SERVERS } from './servers.mjs';

const OURS = 'datafast-live-map';
const thousands = (number) => (Number.isFinite(number) ? Math.round(number).toLocaleString('en') : '–');

/** Other work on the machine only makes a round worse, so that the best one is the server's. */
const BEST = {
  perCpuSecond: (values) => Math.max(...values),
  p99: (values) => Math.min(...values),
};

/** That of the best round; NaN where nothing was measured. */
function load(results, id, connections, key) {
  const values = (results[id]?.load[connections] ?? []).map((measured) => measured[key]).filter(Number.isFinite);
  return values.length > 0 ? BEST[key](values) : NaN;
}

/** @returns {[head: string[], rows: string[][]]} */
export function comparison(results, { connections, herd }) {
  const head = [
    'server',
    ...connections.map((count) => `requests per CPU second, ${count} connections`),
    ...connections.map((count) => `p99 at ${count}, ms`),
    `upstream calls for ${thousands(herd)} cold requests`,
  ];
  const rows = Object.keys(results).map((id) => [
    SERVERS[id],
    ...connections.map((count) => thousands(load(results, id, count, 'perCpuSecond'))),
    ...connections.map((count) => fixed(load(results, id, count, 'p99'))),
    results[id].herd ? thousands(results[id].herd.calls) : '–',
  ]);
  return [head, rows];
}

/** Each bound beside what the same run has measured. */
export function demandsOn(results, { connections, herd, readers }) {
  const share = (count, other) =>
    load(results, OURS, count, 'perCpuSecond') / load(results, other, count, 'perCpuSecond');
  const most = Math.max(...connections);
  const ours = results[OURS];
  return [
    ...connections.flatMap((count) => [
      { what: `requests per CPU second at ${count}, of raw node:http's`, value: share(count, 'node-http'), least: 0.9 },
      { what: `the same of nginx's`, value: share(count, 'nginx'), least: 0.55 },
      { what: `the same of an uncached proxy's`, value: share(count, 'express'), least: 15 },
    ]),
    {
      what: `p99 at ${most}, of nginx's`,
      value: load(results, OURS, most, 'p99') / load(results, 'nginx', most, 'p99'),
      most: 1.5,
    },
    { what: `upstream calls for ${thousands(herd)} cold requests`, value: ours?.herd?.calls, most: 1 },
    { what: 'of them without an answer', value: herd - (ours?.herd?.answered ?? NaN), most: 0 },
    { what: `ms until ${thousands(readers)} stream readers have an event`, value: ours?.readers?.slowest, most: 1000 },
    { what: 'KB of memory for a reader', value: (ours?.readers?.bytes ?? NaN) / 1024, most: 17 },
  ];
}

/** @returns {[head: string[], rows: string[][]]} */
export function verdicts(demands) {
  const rows = demands.map(({ what, value = NaN, least, most }) => {
    const bound = least === undefined ? `≤ ${most}` : `≥ ${least}`;
    const isReached = least === undefined ? value <= most : value >= least;
    const outcome = Number.isNaN(value) ? 'not measured' : isReached ? 'reached' : 'MISSED';
    return [what, fixed(value, Number.isInteger(value) ? 0 : 2), bound, outcome];
  });
  return [['asked of datafast-live-map', 'measured', 'bound', ''], rows];
}
