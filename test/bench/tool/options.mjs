import { parseArgs } from 'node:util';

const QUICK = { only: 'noop,L10-grid,leaflet-canvas,jsvectormap,datafast-live-map', reps: '1', cold: '3' };
const USUAL = { reps: '2', cold: '5', n: '50,500,5000,20000', updates: '20', leak: '500' };

/** What the command line asks for; test/bench/README.md tells of it. */
export function readOptions(args) {
  const string = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      only: string,
      n: string,
      reps: string,
      cold: string,
      updates: string,
      leak: string,
      quick: { type: 'boolean' },
    },
  });
  const chosen = { ...USUAL, ...(values.quick && QUICK), ...values };
  return {
    only: chosen.only?.split(',') ?? null,
    sizes: chosen.n.split(',').map(Number),
    reps: Number(chosen.reps),
    cold: Number(chosen.cold),
    updates: Number(chosen.updates),
    leak: Number(chosen.leak),
  };
}
