import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { groupOf, root } from '../../tools/test/groups.ts';

const github = join(root, '.github');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}
interface Job {
  permissions?: Record<string, string>;
  environment?: string;
  container?: string;
  strategy?: { matrix: { node: number[] } };
  steps: Step[];
}
interface Workflow {
  on: { push: { branches?: string[]; tags?: string[] }; pull_request?: null };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

function workflow(name: string): Workflow {
  return parse(readFileSync(join(github, 'workflows', name), 'utf8')) as Workflow;
}

function runsOf({ steps }: Job): string[] {
  return steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
}

describe('GitHub workflows', () => {
  test('run .ci/run for every push to main and every pull request', () => {
    const { on, jobs } = workflow('ci.yml');
    assert.deepEqual(on, { push: { branches: ['main'] }, pull_request: null });
    assert.deepEqual(runsOf(jobs.test!), ['.ci/run']);
    assert.ok((statSync(join(root, '.ci/run')).mode & 0o111) !== 0, '.ci/run can be executed');
  });

  test('run the proxy’s tests on each supported version of Node', () => {
    const { strategy, container, ...job } = workflow('ci.yml').jobs.node!;
    assert.deepEqual(strategy?.matrix.node, [20, 22, 24]);
    assert.equal(container, 'node:${{ matrix.node }}-bookworm');
    assert.deepEqual(runsOf(job), ['npm ci', 'npm run test:unit']);
    assert.equal(groupOf('test/proxy/http.test.ts'), 'unit');
    assert.equal(groupOf('test/adapters/node.test.ts'), 'unit');
  });

  test('attach a CycloneDX bill of materials to a release', () => {
    const { steps } = Object.values(workflow('release.yml').jobs)[0]!;
    const command = steps.map(({ run = '' }) => run).find((run) => run.startsWith('npm sbom')) ?? '';
    const [, args = '', file] = /^npm (.*) > (.*)$/.exec(command) ?? [];
    assert.ok(
      steps.some(({ uses, with: inputs }) => uses?.startsWith('actions/upload-artifact@') && inputs?.path === file),
    );
    const { bomFormat, components } = JSON.parse(
      execFileSync('npm', args.split(' '), { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }),
    ) as { bomFormat: string; components: { name: string; properties: { name: string }[] }[] };
    assert.equal(bomFormat, 'CycloneDX');
    const isOfDevelopment = new Map(
      components.map(({ name, properties }) => [
        name,
        properties.some((property) => property.name.endsWith('development')),
      ]),
    );
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    for (const name of Object.keys(dependencies)) assert.equal(isOfDevelopment.get(name), false, name);
    assert.equal(isOfDevelopment.get('typescript'), true);
  });

  test('publish a version tag with provenance after all CI checks', () => {
    const { on, jobs } = workflow('release.yml');
    assert.deepEqual(on, { push: { tags: ['v*'] } });
    const [job, ...others] = Object.values(jobs);
    assert.deepEqual(others, []);
    assert.equal(job?.permissions?.['id-token'], 'write', 'provenance is signed with an id token');
    const runs = runsOf(job);
    const at = (what: string): number => runs.findIndex((run) => run.includes(what));
    assert.equal(runs[0], '.ci/run');
    assert.ok(at('npm run release -- --tag "$GITHUB_REF_NAME"') > 0);
    assert.ok(at('npm publish') > at('npm run release'));
    const publication = runs[at('npm publish')]!;
    assert.match(publication, /npm publish [^\n]*--provenance/);
    // npm refuses provenance of a package that does not name the repository it is built in.
    assert.match(publication, /repository="\$GITHUB_SERVER_URL\/\$GITHUB_REPOSITORY"/);
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const placeholders = Object.entries(manifest).filter(([, value]) => JSON.stringify(value).includes('/OWNER/'));
    assert.deepEqual(placeholders.map(([key]) => key).sort(), ['bugs', 'homepage', 'repository']);
    for (const [key] of placeholders) {
      assert.match(publication, new RegExp(`npm pkg set [^\\n]*${key}(\\.url)?="[^"]*\\$repository`), key);
    }
  });

  test('have no write permission and print no secret', () => {
    for (const name of readdirSync(join(github, 'workflows'))) {
      const { permissions, jobs } = workflow(name);
      assert.deepEqual(permissions, { contents: 'read' }, name);
      // A secret is in the environment of a step, and not in its text, which the log shows.
      for (const run of Object.values(jobs).flatMap(runsOf)) assert.doesNotMatch(run, /secrets\./, name);
    }
  });

  test('ask for the necessary details in issue forms', () => {
    for (const name of ['bug.yml', 'idea.yml']) {
      const form = parse(readFileSync(join(github, 'ISSUE_TEMPLATE', name), 'utf8')) as Record<string, unknown>;
      for (const key of ['name', 'description', 'body']) assert.ok(form[key], `${name}: ${key}`);
    }
    const config = parse(readFileSync(join(github, 'ISSUE_TEMPLATE/config.yml'), 'utf8')) as object;
    assert.deepEqual(config, { blank_issues_enabled: false });
  });
});
