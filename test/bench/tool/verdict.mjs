// What is asked of this element, each bound beside what the same run has measured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizeOf } from './bundles.mjs';
import { figuresOf } from './figures.mjs';
import { root } from './paths.mjs';

const ELEMENT = 'datafast-live-map';
const FILES = [
  { file: `${ELEMENT}.js`, bound: 36 },
  { file: `${ELEMENT}.iife.js`, bound: 36.5 },
];
const MB = 1e6;

/** The published files and their sizes. */
export const publishedSizes = () =>
  Object.fromEntries(FILES.map(({ file }) => [file, sizeOf(readFileSync(join(root, 'dist/cdn', file)))]));

/** @returns {{ what: string, value: number, bound: number, unit: string, digits: number }[]} */
export function demandsOn({ results, options, published }) {
  const figures = figuresOf(results);
  return [...sizes(published), ...coldStarts(figures), ...updates(figures), ...leaks(figures, options), idle(figures)];
}

/** `null` where the run has not measured what it takes. */
export const isReached = ({ value, bound }) =>
  Number.isFinite(value) && Number.isFinite(bound) ? value <= bound : null;

const sizes = (published) =>
  FILES.map(({ file, bound }) => ({
    what: `${file}, Brotli`,
    value: published[file].brotli / 1000,
    bound,
    unit: 'kB',
    digits: 2,
  }));

function coldStarts({ cold }) {
  return [
    { what: 'cold start, 500 dots: main CPU, ≤ 0.6 of jsvectormap', slowdown: 1, key: 'main' },
    { what: 'cold start, 500 dots: commit at 4x, ≤ 0.6 of jsvectormap', slowdown: 4, key: 'commit' },
  ].map(({ what, slowdown, key }) => ({
    what,
    value: cold(ELEMENT, slowdown, key),
    bound: 0.6 * cold('jsvectormap', slowdown, key),
    unit: 'ms',
    digits: 1,
  }));
}

function updates({ net }) {
  const leaflet = (dots, key) => net('leaflet-canvas', dots, key);
  return [
    { what: 'update of 50: main CPU', dots: 50, key: 'main', bound: 1.5 },
    { what: "update of 500: main CPU, ≤ Leaflet canvas's", dots: 500, key: 'main', share: 1 },
    { what: 'update of 5,000: main CPU, ≤ 0.35 of it', dots: 5000, key: 'main', share: 0.35 },
    { what: 'update of 20,000: main CPU, ≤ 0.25 of it', dots: 20_000, key: 'main', share: 0.25 },
    { what: 'update of 20,000: CPU of all processes, ≤ 1.2 of it', dots: 20_000, key: 'all', share: 1.2 },
  ].map(({ what, dots, key, share, bound = share * leaflet(dots, key) }) => ({
    what,
    value: net(ELEMENT, dots, key),
    bound,
    unit: 'ms',
    digits: 2,
  }));
}

function leaks({ leak }, { leak: count }) {
  const { before, after, done } = leak(ELEMENT) ?? {};
  const isWhole = done === count;
  const grown = (key) => (isWhole ? after[key] - before[key] : NaN);
  const most = `after ${count} updates:`;
  return [
    { what: `${most} more nodes than after 20`, value: grown('nodes'), bound: 0, unit: '', digits: 0 },
    { what: `${most} more listeners than after 20`, value: grown('listeners'), bound: 0, unit: '', digits: 0 },
    { what: `${most} more heap than after 20`, value: grown('heap') / MB, bound: 0.2, unit: 'MB', digits: 2 },
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
