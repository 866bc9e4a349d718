import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const github = join(root, '.github');

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}
interface Workflow {
  on: { push: { branches?: string[]; tags?: string[] }; pull_request?: null };
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; environment?: string; steps: Step[] }>;
}

/** With one job, whose steps are given beside it. */
function workflow(name: string): { file: Workflow; job: Workflow['jobs'][string]; runs: string[] } {
  const file = parse(readFileSync(join(github, 'workflows', name), 'utf8')) as Workflow;
  const [job, ...others] = Object.values(file.jobs);
  assert.ok(job);
  assert.equal(others.length, 0);
  return { file, job, runs: job.steps.flatMap(({ run }) => (run === undefined ? [] : [run])) };
}

describe('on GitHub', () => {
  test('what CI does is .ci/run, for every push to main and every pull request', () => {
    const { file, runs } = workflow('ci.yml');
    assert.deepEqual(file.on, { push: { branches: ['main'] }, pull_request: null });
    assert.deepEqual(runs, ['.ci/run']);
    assert.ok((statSync(join(root, '.ci/run')).mode & 0o111) !== 0, '.ci/run can be executed');
  });

  test('a tag of a version is published with provenance, after all that CI does', () => {
    const { file, job, runs } = workflow('release.yml');
    assert.deepEqual(file.on, { push: { tags: ['v*'] } });
    assert.equal(job.permissions?.['id-token'], 'write', 'provenance is signed with an id token');
    const at = (what: string): number => runs.findIndex((run) => run.includes(what));
    assert.equal(runs[0], '.ci/run');
    assert.ok(at('npm run release -- --tag "$GITHUB_REF_NAME"') > 0);
    assert.ok(at('npm publish') > at('npm run release'));
    const publication = runs[at('npm publish')]!;
    assert.match(publication, /npm publish [^\n]*--provenance/);
    // npm refuses provenance of a package that does not name the repository which it is built in.
    assert.match(publication, /npm pkg set [^\n]*repository\.url=[^\n]*\$GITHUB_REPOSITORY/);
  });

  test('no workflow may write, and none prints a secret', () => {
    for (const name of readdirSync(join(github, 'workflows'))) {
      const { file, runs } = workflow(name);
      assert.deepEqual(file.permissions, { contents: 'read' }, name);
      // A secret is in the environment of a step, and not in its text, which the log shows.
      for (const run of runs) assert.doesNotMatch(run, /secrets\./, name);
    }
  });

  test('whoever reports something is asked for what is needed', () => {
    for (const name of ['bug.yml', 'idea.yml']) {
      const form = parse(readFileSync(join(github, 'ISSUE_TEMPLATE', name), 'utf8')) as Record<string, unknown>;
      for (const key of ['name', 'description', 'body']) assert.ok(form[key], `${name}: ${key}`);
    }
    const config = parse(readFileSync(join(github, 'ISSUE_TEMPLATE/config.yml'), 'utf8')) as object;
    assert.deepEqual(config, { blank_issues_enabled: false });
  });
});
