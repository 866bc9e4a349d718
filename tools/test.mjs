// npm test: builds, checks types, style and packs, then runs the Node tests (node:test) and the element's tests in every
// browser found (@web/test-runner), and closes with one line, "N passed, N failed". `--only=node` and `--only=browser`
// run a part of it, without a build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { startTestRunner } from '@web/test-runner';

const root = join(import.meta.dirname, '..');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const total = { passed: 0, failed: 0, skipped: 0 };

/** A file that hangs fails, and the others go on. */
const FILE_TIMEOUT_MS = 180_000;

const CHECKS = [
  ['lint', 'lint'],
  ['generated files', 'generated', '--', '--check'],
  ['types', 'typecheck'],
  ['package', 'check:package'],
  ['sizes', 'size'],
];

/** A command that says by its exit code whether all is well counts as one test. What it writes stays together. */
async function check(name, ...command) {
  const child = spawn('npm', ['run', '-s', ...command], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => written.push(chunk));
  const [status] = await once(child, 'close');
  console.log(`\n> ${command.join(' ')}\n${Buffer.concat(written)}`);
  total[status === 0 ? 'passed' : 'failed']++;
  if (status !== 0) console.error(`failed: ${name}`);
  return status === 0;
}

/**
 * As many at once as there are processors: none of them uses more than one for long.
 *
 * @param checks By name, the longest first.
 */
async function checkAll(checks) {
  const left = [...checks];
  const next = async () => {
    for (let one; (one = left.shift());) await check(...one);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
}

function testFiles(suffix) {
  return filesBelow(join(root, 'test'))
    .filter((file) => file.endsWith(suffix))
    .sort();
}

/** Without installed packages: one of them is a link to this whole folder, whose own packages are below it again. */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

async function nodeTests() {
  // The tests are TypeScript; run() hands execArgv on to the processes that it starts.
  process.execArgv.push('--import', 'tsx');
  // Much of their time is spent in waiting for others: as many at once as there are processors, and not one fewer.
  const options = { concurrency: availableParallelism(), timeout: FILE_TIMEOUT_MS };
  const stream = run({ files: testFiles('.test.ts'), ...options });
  const count = (outcome) => (event) => {
    if (event.details?.type === 'suite') return;
    total[event.skip !== undefined || event.todo !== undefined ? 'skipped' : outcome]++;
  };
  stream.on('test:pass', count('passed')).on('test:fail', count('failed'));
  stream.compose(spec).pipe(process.stdout, { end: false });
  await new Promise((resolve) => stream.once('end', resolve));
}

async function browserTests() {
  try {
    await import('../web-test-runner.config.mjs');
  } catch (error) {
    // A browser that is missing says in a line how to get it; the runner would add a stack.
    console.error(error.message);
    total.failed++;
    return;
  }
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: true,
    autoExitProcess: false,
    autoExitOnError: false,
  });
  if (!runner) {
    total.failed++;
    return;
  }
  const ok = await new Promise((resolve) => runner.on('stopped', resolve));
  const before = total.failed;
  const count = (suite) => {
    for (const test of suite.tests) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    suite.suites.forEach(count);
  };
  for (const session of runner.sessions.all()) if (session.testResults) count(session.testResults);
  // A file that did not load, a browser that did not start.
  if (!ok && total.failed === before) total.failed++;
}

const built = only !== undefined || (await check('build', 'build'));
if (built) {
  await checkAll([
    ...(only === 'browser' ? [] : [['other runtimes', 'runtimes']]),
    ...(only === undefined ? CHECKS : []),
  ]);
}
if (built && only !== 'browser') await nodeTests();
if (built && only !== 'node') await browserTests();
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed ? 1 : 0);
