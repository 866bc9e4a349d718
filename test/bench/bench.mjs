// npm run bench: how this element and its peers draw dots, side by side. README.md says how to read it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browsers } from './tool/browsers.mjs';
import { bundleContenders } from './tool/bundles.mjs';
import { generateLand } from './tool/land.mjs';
import { readOptions } from './tool/options.mjs';
import { coldPass, leakPass, slowPass, updatePass } from './tool/passes.mjs';
import { bench, dist, shots } from './tool/paths.mjs';
import { report } from './tool/report.mjs';
import { Run } from './tool/run.mjs';
import { contactSheet } from './tool/sheet.mjs';
import { serveFolder } from './tool/static-server.mjs';
import { slowTable, summaryTable, verdictTable } from './tool/summary.mjs';
import { aligned } from './tool/tables.mjs';
import { demandsOn, publishedSizes } from './tool/verdict.mjs';

const options = readOptions(process.argv.slice(2));
generateLand();
const contenders = await bundleContenders(options);
rmSync(shots, { recursive: true, force: true });
mkdirSync(shots);

const server = await serveFolder(dist);
const browsers = new Browsers();
const run = new Run(options, contenders, browsers, server.origin);
const { browser } = await browsers.get(false);

const raw = {
  when: new Date().toISOString(),
  chromium: browser.version(),
  options,
  published: publishedSizes(),
  results: run.results,
};

function save() {
  writeFileSync(join(bench, 'raw.json'), JSON.stringify(raw, null, 1));
  writeFileSync(join(bench, 'RESULTS.md'), report(raw));
}

for (let rep = 1; rep <= options.cold; rep++) {
  await coldPass(run);
  run.log(`cold starts, ${rep} of ${options.cold}`);
}
for (let rep = 1; rep <= options.slow; rep++) {
  for (const dots of options.sizes) await slowPass(run, dots);
  run.log(`starts at 4x, ${rep} of ${options.slow}`);
  save();
}
for (let rep = 1; rep <= options.reps; rep++) {
  for (const dots of options.sizes) {
    await updatePass(run, dots, rep === 1);
    if (rep === 1) await contactSheet(run, dots);
    run.log(`updates of ${dots}, ${rep} of ${options.reps}`);
    save();
  }
}
if (options.leak > 0) {
  await leakPass(run);
  run.log('leaks and idling');
}
save();
await browsers.close();
server.close();

console.log('\nms of main-thread CPU: starts with the floor, updates without it (main / all processes)\n');
console.log(aligned(...summaryTable(run.results, options)));
console.log('\nStarts with a CPU made four times slower: longest task / total blocking time, ms\n');
console.log(aligned(...slowTable(run.results, options)));
console.log(`\n${aligned(...verdictTable(demandsOn(raw)))}`);
console.log('\nAll of it: test/bench/RESULTS.md; pictures: test/bench/shots/.');

// A peer may be too slow. That is a result; that it breaks is none.
const broken = Object.values(run.results).filter(({ kind, errors }) =>
  errors.some(({ isTooSlow }) => !isTooSlow || kind !== 'peer'),
);
if (broken.length > 0) {
  console.error(`\nBroke: ${broken.map(({ id }) => id).join(', ')}.`);
  process.exitCode = 1;
}
