import { parseArgs } from 'node:util';

const QUICK = {
  only: 'noop,L10-grid,leaflet-canvas,jsvectormap,datafast-live-map,datafast-live-map-without-ticker,datafast-live-map-with-lists',
  reps: '1',
  cold: '5',
  slow: '3',
};
const USUAL = { reps: '2', cold: '5', slow: '3', n: '50,250,500,5000,20000', updates: '20', leak: '500' };

/** What the command line asks for; test/bench/README.md describes it. */
export function readOptions(args) {
  const string = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      only: string,
      n: string,
      reps: string,
      cold: string,
      slow: string,
      updates: string,
      leak: string,
      build: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean' },
    },
  });
  const chosen = { ...USUAL, ...(values.quick && QUICK), ...values };
  return {
    only: chosen.only?.split(',') ?? null,
    sizes: chosen.n.split(',').map(Number),
    reps: Number(chosen.reps),
    cold: Number(chosen.cold),
    slow: Number(chosen.slow),
    updates: Number(chosen.updates),
    leak: Number(chosen.leak),
    builds: Object.fromEntries(chosen.build.map((build) => build.split('='))),
  };
}
