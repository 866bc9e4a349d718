// npm test and npm run test:…: runs groups of tests (see groups.ts), and closes with one line, "N passed, N failed".
//   main.ts                 builds, and runs what is quick
//   main.ts all             builds, and runs everything
//   main.ts rest            what `npm test` leaves out, in the browsers that it leaves out
//   main.ts <group> [path…] one group, or the files of it whose paths begin so
import { npmChromium } from '../browsers/npm-chromium.ts';
import { isBuilt } from './build.ts';
import { runInBrowsers } from './browser-tests.ts';
import { Tally } from './counts.ts';
import { GROUPS, NEEDS, QUICK, testsOf, type Group } from './groups.ts';
import { runInNode } from './node-tests.ts';
import { runScript } from './scripts.ts';

interface Plan {
  groups: readonly Group[];
  /** Also where there is a build of these sources. */
  buildsAnew: boolean;
  /** For the tests of the elements, by commas; without it those that are on this machine. */
  browsers: string | undefined;
}

const [word, ...paths] = process.argv.slice(2);

function planOf(browsers: string | undefined): Plan {
  if (word === undefined) return { groups: QUICK, buildsAnew: true, browsers: browsers ?? 'chromium' };
  if (word === 'all') return { groups: GROUPS, buildsAnew: true, browsers };
  if (word === 'rest') {
    const groups = GROUPS.filter((group) => group === 'browsers' || !QUICK.includes(group));
    return { groups, buildsAnew: false, browsers: browsers ?? 'firefox,webkit' };
  }
  const group = GROUPS.find((one) => one === word);
  if (!group) throw new Error(`Expected all, rest, ${GROUPS.join(', ')}; got ${word}.`);
  if (paths.length > 0 && testsOf(group, paths).length === 0) {
    throw new Error(`No test file of the group ${group} begins with ${paths.join(' or ')}.`);
  }
  return { groups: [group], buildsAnew: false, browsers };
}

const { groups, buildsAnew, browsers } = planOf(process.env.BROWSERS);
const tally = new Tally();

const needing = (need: 'build' | 'chromium'): Group[] => groups.filter((group) => NEEDS[group][need]);
const filesOf = (some: readonly Group[]): string[] => some.flatMap((group) => testsOf(group, paths));

async function runScripts(): Promise<void> {
  if (paths.length > 0) return;
  for (const group of groups) {
    for (const script of NEEDS[group].scripts ?? []) await runScript(tally, ...script);
  }
}

/** @returns The groups whose tests can run. */
async function install(): Promise<Group[]> {
  const ready: Group[] = [];
  for (const group of needing('build')) {
    const script = NEEDS[group].install;
    if (script === undefined || (await runScript(tally, script))) ready.push(group);
  }
  return ready;
}

// Before anything starts: tests that run side by side would unpack it side by side.
if (needing('chromium').length > 0) await npmChromium();

const mustBuild = buildsAnew || (needing('build').length > 0 && !isBuilt());
const built = mustBuild ? runScript(tally, 'build') : Promise.resolve(true);
const runBrowsers = async (): Promise<void> => {
  if (groups.includes('browsers')) await runInBrowsers(tally, filesOf(['browsers']), browsers);
};
// Most tests run on the sources: they start beside the build and the scripts.
const inNode = runInNode(tally, filesOf(groups.filter((group) => group !== 'browsers' && !NEEDS[group].build))).then(
  async () => {
    if (await built) await runInNode(tally, filesOf(await install()));
  },
);
await Promise.all([
  built.then((isThere) => (isThere ? runScripts() : undefined)),
  inNode,
  // One browser waits for frames and timers most of its time; several, or whole applications, need the processors.
  groups === QUICK ? runBrowsers() : inNode.then(runBrowsers),
]);
console.log(`\n${tally.end()}`);
process.exit(tally.counts.failed > 0 ? 1 : 0);
