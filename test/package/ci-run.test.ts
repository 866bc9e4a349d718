import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { root } from '../../tools/test/groups.ts';

/** What it may use of a bare machine, beside Node. */
const TOOLS = ['bash', 'env', 'dirname', 'mktemp', 'grep', 'cat', 'id'];

describe('.ci/run', { skip: process.platform !== 'linux' }, () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'live-map-ci-'));
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'project/.ci'), { recursive: true });
    const script = join(folder, 'project/.ci/run');
    // PATH is all that it finds programs by.
    writeFileSync(script, readFileSync(join(root, '.ci/run'), 'utf8').replace('$PATH:/usr/sbin', '$PATH'));
    chmodSync(script, 0o755);
    for (const tool of TOOLS) symlinkSync(which(tool), join(folder, 'bin', tool));
    symlinkSync(process.execPath, join(folder, 'bin/node'));
    program('apt-get', '');
    program('sudo', '"$@"');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function which(tool: string): string {
    const path = (process.env.PATH ?? '')
      .split(':')
      .find((one) => spawnSync(join(one, tool), ['--version']).status === 0);
    return join(path ?? assert.fail(tool), tool);
  }

  /** Puts a program on the PATH that notes how it was called. */
  function program(name: string, body: string): void {
    const path = join(folder, 'bin', name);
    writeFileSync(path, `#!/usr/bin/env bash\necho "${name} $*" >> '${folder}/calls'\n${body}\n`);
    chmodSync(path, 0o755);
  }

  /** An npm whose commands have these counts so far; one without counts breaks off before it has any. */
  function npm(counts: Record<string, [passed: number, failed: number] | null>): void {
    const cases = Object.entries(counts).map(([command, count]) => {
      const [passed, failed] = count ?? [0, 1];
      const text = JSON.stringify({ passed, failed, skipped: 0 });
      return `'${command}') ${count ? `echo '${text}' > "$TEST_COUNTS"; ` : ''}exit ${failed > 0 ? 1 : 0};;`;
    });
    program('npm', `case "$*" in ${cases.join('\n')} esac`);
  }

  function run(): { status: number | null; lines: string[]; calls: string[] } {
    const { status, stdout } = spawnSync(join(folder, 'project/.ci/run'), {
      env: { PATH: join(folder, 'bin') },
      encoding: 'utf8',
    });
    const lines = (text: string): string[] => text.trim().split('\n');
    return { status, lines: lines(stdout), calls: lines(readFileSync(join(folder, 'calls'), 'utf8')) };
  }

  it('runs the README’s commands, then the rest, and ends with one line for all', () => {
    npm({ test: [5, 0], 'run test:rest': [8, 0] });
    const { status, lines, calls } = run();
    assert.equal(status, 0);
    assert.equal(lines.at(-1), '8 passed, 0 failed');
    assert.equal(lines.filter((line) => /\d passed/.test(line)).length, 1);
    assert.deepEqual(
      calls.filter((call) => call.startsWith('npm')),
      ['npm ci --no-audit --no-fund', 'npm test', 'npm run test:rest'],
    );
    assert.match(readFileSync(join(root, 'README.md'), 'utf8'), /^npm ci && npm test /m);
  });

  it('runs the remaining commands after a failure, and fails', () => {
    npm({ test: [4, 1], 'run test:rest': [7, 1] });
    const { status, lines } = run();
    assert.equal(status, 1);
    assert.equal(lines.at(-1), '7 passed, 1 failed');
  });

  for (const broken of ['ci --no-audit --no-fund', 'test', 'run test:rest']) {
    it(`fails when npm ${broken} exits before it has counted its tests`, () => {
      npm({ test: [5, 0], 'run test:rest': [8, 0], [broken]: null });
      const { status, lines } = run();
      assert.equal(status, 1);
      assert.match(lines.at(-1)!, /^\d+ passed, 1 failed$/);
    });
  }

  it('installs missing packages in one step before anything else', () => {
    npm({ test: [1, 0], 'run test:rest': [1, 0] });
    program('redis-server', '');
    program('firefox', '');
    const [update, install, first] = run().calls.filter((call) => !call.startsWith('sudo'));
    assert.equal(update, 'apt-get update -qq');
    assert.equal(
      install,
      'apt-get install -y -qq --no-install-recommends ' +
        'chromium webkit2gtk-driver xvfb nginx varnish fonts-noto-core',
    );
    assert.equal(first, 'npm ci --no-audit --no-fund');
  });
});
