import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { removeUnusedDeclarations } from '../../build/declarations.ts';

const FILES = {
  'index.d.ts': "import { A } from './lib/a.ts';\nexport * from './b.js';\nexport { A };\n",
  'index.js': '',
  'b.d.ts': "export declare const b: typeof import('./lib/c.ts');\n",
  'lib/a.d.ts': 'export declare class A {}\n',
  'lib/a.js': '',
  'lib/c.d.ts': "import 'other-package';\nimport '../index.ts';\n",
  'lib/data.d.ts': "import './a.ts';\n",
};

describe('removeUnusedDeclarations', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-map-declarations-'));
    await mkdir(join(folder, 'lib'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('keeps declarations reachable from an entry, and all other files', async () => {
    assert.equal(removeUnusedDeclarations(folder, [join(folder, 'index.d.ts')]), 4);
    const left = (await readdir(folder, { recursive: true })).filter((name) => name !== 'lib').sort();
    assert.deepEqual(
      left,
      Object.keys(FILES)
        .filter((name) => name !== 'lib/data.d.ts')
        .sort(),
    );
  });
});
