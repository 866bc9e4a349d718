// RESULTS.md: everything that a run has measured.
import { median, percentile, figuresOf } from './figures.mjs';
import { inOrder, slowTable, summaryTable, verdictTable } from './summary.mjs';
import { fixed, kB, markdown } from './tables.mjs';
import { demandsOn } from './verdict.mjs';

/** @param run What bench.mjs has written to raw.json. */
export function report(raw) {
  const { when, chromium, options, results } = raw;
  const contenders = inOrder(results);
  return [
    heading(chromium, when),
    section('Verdict', 'Bounds that name another contender are of this very run.', verdictTable(demandsOn(raw))),
    section(
      'In short',
      'A start with 500 dots, in main-thread CPU ms with the floor: until land and dots are painted, and until all is ' +
        'done. Then one update: main-thread CPU ms / CPU ms of all processes, both less the floor.',
      summaryTable(results, options),
    ),
    section('Bytes shipped', 'Script, style and map data; kB are 1,000 bytes.', sizes(contenders)),
    section(
      'Long tasks, with a CPU made four times slower',
      'A start by the number of dots: CPU ms of its longest task / total blocking time, the ms by which tasks exceed 50 ms.',
      slowTable(results, options),
    ),
    section(
      'Cold start, 500 dots',
      'Commit and frame are ms from the last byte of the scripts: until land and dots are painted, and two frames more.',
      coldStarts(contenders),
    ),
    section('Cold start by number of dots', 'Main-thread CPU ms.', mounts(contenders, options)),
    section(
      'One update',
      'Main-thread CPU ms of the whole frame: script, style, layout, paint. The floor is in each row.',
      updates(contenders, options),
    ),
    ...options.sizes.map((dots) =>
      section(
        `One update of ${dots.toLocaleString('en')}, in parts`,
        'Medians, ms. Sync: the time within update(). Wall: until the frame is there.',
        parts(contenders, results, dots),
      ),
    ),
    section(
      'After many updates, and idle',
      'Heap, nodes and listeners after 20 updates and after more, with the same 500 dots; CPU ms in 5 s without any update.',
      leaks(contenders),
    ),
    `## What went wrong\n\n${mishaps(contenders)}\n`,
    NOTES,
  ].join('\n');
}

const heading = (chromium, when) => `# Benchmark

Chromium ${chromium}, headless, 960 × 500 at one device pixel to a CSS pixel, ${when}. Main-thread figures are CPU time
and depend little on what else the machine does; wall-clock times (commit, frame, wall) do. Compare within one run only.
Medians (least–most). Limits are in bold; † is WebGL by software, whose CPU of all processes no GPU would need.
`;

const NOTES = `## Notes

- The files of this element begin with a compile hint for V8, \`//# allFunctionsCalledOnLoad\`. Its peers ship without one, and
  are measured so: Leaflet and jsvectormap by the files that they publish for pages, the others bundled as an application
  would.
- Peers that take GeoJSON get Natural Earth at 1:110 million, the smallest land there is. svgmap, jsvectormap and datamaps
  have a map of their own, cobe a picture.
- Animations are off wherever a peer has an option for it. This element keeps its own.
- svgmap knows no points: land only.
- jsvectormap numbers markers by how many there are, and writes over others after a removal: each update takes all of them
  away and adds all.
- datamaps animates for 400 ms in any case: its updates are measured over 500 ms.
- lit-repeat leaves a comment node for each removed item (lit/lit#5010).
- Without a GPU a canvas is rastered on the main thread; with one, part of that moves off it.
- Dots differ a little: L6, L9, L11 and L14 draw squares of 3 px, L13 discs of 5 px, the element marks of 8 px and numbers,
  the others discs of 4 px.
`;

const section = (title, text, [head, rows]) => `## ${title}\n\n${text}\n\n${markdown(head, rows)}`;

const nameOf = ({ name, kind, webgl }) => (kind === 'limit' ? `**${name}**` : name) + (webgl ? ' †' : '');

function range(values, digits) {
  const all = values.filter(Number.isFinite);
  if (all.length === 0) return '–';
  return `${fixed(median(all), digits)} (${fixed(Math.min(...all), digits)}–${fixed(Math.max(...all), digits)})`;
}

const sizes = (contenders) => [
  ['contender', 'minified', 'gzip -9', 'Brotli 11'],
  contenders.map((one) => [nameOf(one), kB(one.size.min), kB(one.size.gzip), kB(one.size.brotli)]),
];

function coldStarts(contenders) {
  const columns = [
    ['first picture, CPU', 'picture'],
    ['done, CPU', 'done'],
    ['all processes', 'all'],
    ['commit', 'commit'],
    ['frame', 'frame'],
  ];
  const cell = (one, key) =>
    range(
      one.cold.map((start) => start[key]),
      1,
    );
  return [
    ['contender', ...columns.map(([title]) => title)],
    contenders.map((one) => [nameOf(one), ...columns.map(([, key]) => cell(one, key))]),
  ];
}

const sizeHead = (options) => ['contender', ...options.sizes.map((dots) => dots.toLocaleString('en'))];

const mounts = (contenders, options) => [
  sizeHead(options),
  contenders.map((one) => [
    nameOf(one),
    ...options.sizes.map((dots) => fixed(median(one.updates[dots].mounts.map(({ main }) => main)), 0)),
  ]),
];

function updates(contenders, options) {
  const cell = ({ noDots, updates }, dots) => {
    const { samples, skipped } = updates[dots];
    const measured =
      samples.length > 0
        ? range(
            samples.map(({ main }) => main),
            1,
          )
        : noDots
          ? 'no dots'
          : '';
    return [measured, skipped].filter(Boolean).join(', ') || '–';
  };
  return [sizeHead(options), contenders.map((one) => [nameOf(one), ...options.sizes.map((dots) => cell(one, dots))])];
}

function parts(contenders, results, dots) {
  const { update } = figuresOf(results);
  const keys = ['sync', 'script', 'style', 'layout', 'main'];
  const measured = contenders.filter(({ updates }) => updates[dots].samples.length > 0);
  const row = (one) => {
    const { samples, elements, heap } = one.updates[dots];
    return [
      nameOf(one),
      ...keys.map((key) => fixed(update(one.id, dots, key))),
      fixed(
        percentile(
          samples.map(({ main }) => main),
          0.9,
        ),
      ),
      fixed(update(one.id, dots, 'all')),
      fixed(update(one.id, dots, 'wall'), 0),
      String(elements ?? '–'),
      fixed(heap / 1e6),
    ];
  };
  return [['contender', ...keys, 'main, 90 %', 'all', 'wall', 'elements', 'heap MB'], measured.map(row)];
}

function leaks(contenders) {
  const head = ['contender', 'heap MB', '', 'nodes', '', 'listeners', '', 'updates', 'idle main', 'idle all'];
  const row = (one) => {
    const { before, after, done, idle } = one.leak;
    return [
      nameOf(one),
      fixed(before.heap / 1e6, 2),
      fixed(after.heap / 1e6, 2),
      ...[before.nodes, after.nodes, before.listeners, after.listeners, done].map(String),
      fixed(idle.main),
      fixed(idle.all),
    ];
  };
  return [head, contenders.filter(({ leak }) => leak).map(row)];
}

const mishaps = (contenders) =>
  contenders
    .flatMap(({ id, errors }) => errors.map(({ what, message }) => `- ${id}, ${what}: ${message}`))
    .join('\n') || 'Nothing.';
