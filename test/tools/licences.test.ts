import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const annotations = readFileSync(join(root, 'REUSE.toml'), 'utf8').split('[[annotations]]').slice(1);

/** Data that others have published, and their licences: the files say so in their first line. */
const DATA = {
  'test/geocode/older-ip-places.tsv': 'CC-BY-SA-4.0',
  'test/geocode/ip-places.tsv': 'CC-BY-4.0',
  'tools/places/internet-use.tsv': 'CC-BY-4.0',
};

describe('REUSE.toml', () => {
  test('lists files that exist, and licences whose text is in LICENSES/', () => {
    assert.ok(annotations.length > 1);
    for (const annotation of annotations) {
      const [, paths = ''] = /^path = (.*)$/m.exec(annotation) ?? [];
      for (const [, path = ''] of paths.matchAll(/"([^"]*)"/g)) {
        assert.ok(existsSync(join(root, path.replace(/\/?\*\*$/, ''))), path);
      }
      const [, licence = ''] = /^SPDX-License-Identifier = "(.*)"$/m.exec(annotation) ?? [];
      assert.ok(existsSync(join(root, `LICENSES/${licence}.txt`)), licence);
    }
  });

  for (const [file, licence] of Object.entries(DATA)) {
    test(`${file} is under ${licence}`, () => {
      const [firstLine = ''] = readFileSync(join(root, file), 'utf8').split('\n');
      assert.ok(firstLine.includes(licence.replace(/-(?=[\d])/, ' ').replace('CC-', 'CC ')), firstLine);
      const last = annotations.findLast((annotation) => annotation.includes(`"${file}"`)) ?? '';
      assert.ok(last.includes(`SPDX-License-Identifier = "${licence}"`));
    });
  }
});
