// What is asked of this element, each bound beside what the same run has measured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizeOf } from './bundles.mjs';
import { figuresOf } from './figures.mjs';
import { root } from './paths.mjs';
import { LONG_MS } from './trace.mjs';

const ELEMENT = 'datafast-live-map';
const WITHOUT_TICKER = `${ELEMENT}-without-ticker`;
const WITH_LISTS = `${ELEMENT}-with-lists`;
const FILES = [
  { file: `${ELEMENT}.js`, bound: 33, aim: 31 },
  { file: `${ELEMENT}.iife.js`, bound: 33.6, aim: 31.6 },
];
/** Visitors whose start has no long task on a slow CPU. */
const SMOOTH = [50, 250, 500, 5000];
const MB = 1e6;

/** Shares of Leaflet's cost, by number of visitors: with the ticker, and without it. */
const UPDATES = [
  { dots: 50, whole: [1.5, 1], bare: [1.2, 0.8] },
  { dots: 250, whole: [1.3, 1], bare: [1.1, 0.8] },
  { dots: 500, whole: [1.15, 1], bare: [1, 0.8] },
  { dots: 5000, whole: [0.45, 0.35] },
  { dots: 20_000, whole: [0.25, 0.2] },
];

/** The published files and their sizes. */
export const publishedSizes = () =>
  Object.fromEntries(FILES.map(({ file }) => [file, sizeOf(readFileSync(join(root, 'dist/cdn', file)))]));

/** @returns {{ what: string, value: number, bound: number, aim?: number, unit: string, digits: number }[]} */
export function demandsOn({ results, options, published }) {
  const figures = figuresOf(results);
  return [
    ...sizes(published),
    ...starts(figures),
    ...slowStarts(figures),
    ...updates(figures),
    ...leaks(figures, options),
    idle(figures),
  ];
}

/** `null` where the run has not measured what it takes. */
export const isReached = ({ value, bound }) =>
  Number.isFinite(value) && Number.isFinite(bound) ? value <= bound : null;

const sizes = (published) =>
  FILES.map(({ file, bound, aim }) => ({
    what: `${file}, Brotli`,
    value: published[file].brotli / 1000,
    bound,
    aim,
    unit: 'kB',
    digits: 2,
  }));

function starts({ cold }) {
  return [
    { what: 'start with 500: first picture', key: 'picture', share: [0.7, 0.6] },
    { what: 'start with 500: all done', key: 'done', share: [0.85, 0.75] },
  ].map(({ what, key, share: [bound, aim] }) => ({
    what: `${what}, ≤ ${bound} of jsvectormap's`,
    value: cold(ELEMENT, key),
    bound: bound * cold('jsvectormap', key),
    aim: aim * cold('jsvectormap', key),
    unit: 'ms',
    digits: 1,
  }));
}

const slowStarts = ({ slow }) =>
  SMOOTH.map((dots) => ({
    what: `start with ${dots.toLocaleString('en')}, CPU 4 times slower: longest task`,
    value: slow(ELEMENT, dots, 'longest'),
    bound: LONG_MS,
    unit: 'ms',
    digits: 0,
  }));

function updates({ net }) {
  const demand = (id, what, dots, key, [bound, aim]) => {
    const peer = net('leaflet-canvas', dots, key);
    return {
      what: `update of ${dots.toLocaleString('en')}${what}, ≤ ${bound} of Leaflet's`,
      value: net(id, dots, key),
      bound: bound * peer,
      aim: aim * peer,
      unit: 'ms',
      digits: 2,
    };
  };
  return [
    ...UPDATES.map(({ dots, whole }) => demand(ELEMENT, '', dots, 'main', whole)),
    ...UPDATES.filter(({ bare }) => bare).map(({ dots, bare }) =>
      demand(WITHOUT_TICKER, ' without ticker', dots, 'main', bare),
    ),
    demand(ELEMENT, ': CPU of all processes', 20_000, 'all', [1.2, 1]),
    {
      what: 'update of 500 with three lists: more than without',
      value: net(WITH_LISTS, 500, 'main') - net(ELEMENT, 500, 'main'),
      bound: 1.5,
      unit: 'ms',
      digits: 2,
    },
  ];
}

function leaks({ leak }, { leak: count }) {
  const { before, after, done } = leak(ELEMENT) ?? {};
  const isWhole = done === count;
  const grown = (key) => (isWhole ? after[key] - before[key] : NaN);
  const most = `after ${count} updates:`;
  return [
    { what: `${most} more nodes than after 20`, value: grown('nodes'), bound: 0, unit: '', digits: 0 },
    { what: `${most} more listeners than after 20`, value: grown('listeners'), bound: 0, unit: '', digits: 0 },
    { what: `${most} more heap than after 20`, value: grown('heap') / MB, bound: 0.4, aim: 0.2, unit: 'MB', digits: 2 },
    { what: `${most} heap, 500 dots`, value: (after?.heap ?? NaN) / MB, bound: 3, unit: 'MB', digits: 2 },
  ];
}

function idle({ leak }) {
  const main = (id) => leak(id)?.idle.main ?? NaN;
  return {
    what: 'idle for 5 s, its clock running: main CPU',
    value: main(ELEMENT) - main('noop'),
    bound: 5,
    unit: 'ms',
    digits: 1,
  };
}
