// npm test: builds, checks types, style and packs, then runs the Node tests (node:test) and the element's tests in every
// browser found (@web/test-runner), and closes with one line, "N passed, N failed". `--only=node` and `--only=browser`
// run a part of it, without a build.
import { spawnSync } from 'node:child_process';
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

/** A command that says by its exit code whether all is well counts as one test. */
function check(name, ...command) {
  console.log(`\n> ${command.join(' ')}`);
  const { status } = spawnSync('npm', ['run', '-s', ...command], { cwd: root, stdio: 'inherit' });
  total[status === 0 ? 'passed' : 'failed']++;
  if (status !== 0) console.error(`failed: ${name}`);
  return status === 0;
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

const built = only !== undefined || check('build', 'build');
if (built && only === undefined) {
  check('types', 'typecheck');
  check('lint', 'lint');
  check('generated files', 'generated', '--', '--check');
  check('sizes', 'size');
  check('package', 'check:package');
}
if (built && only !== 'browser' && check('other runtimes', 'runtimes')) await nodeTests();
if (built && only !== 'node') await browserTests();
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed ? 1 : 0);
