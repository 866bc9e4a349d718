import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../..');

interface Manifest {
  dependencies?: Record<string, string>;
}

/** What is installed with a package, and with what is. */
async function dependenciesOf(folder: string, found = new Set<string>()): Promise<Set<string>> {
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(dependencies)) {
    if (found.has(name)) continue;
    found.add(name);
    await dependenciesOf(join(root, 'node_modules', name), found);
  }
  return found;
}

test('the documented Jest pattern transforms only this package and its dependencies', async () => {
  const text = await readFile(join(root, 'docs/frameworks.md'), 'utf8');
  const [, quoted] = /transformIgnorePatterns: \[\s*'([^']+)'/.exec(text)!;
  const ignored = new RegExp(quoted!.replaceAll('\\\\', '\\'));
  const names = [...(await dependenciesOf(root))].filter((name) => !name.startsWith('@types/'));
  assert.ok(names.includes('d3-array'));
  for (const name of ['datafast-live-map', ...names]) {
    assert.doesNotMatch(`/app/node_modules/${name}/index.js`, ignored);
    assert.doesNotMatch(`/app/node_modules/.pnpm/${name}@1.0.0/node_modules/${name}/index.js`, ignored);
  }
  for (const name of ['react', 'lithium', '@types/lit']) assert.match(`/app/node_modules/${name}/index.js`, ignored);
});
