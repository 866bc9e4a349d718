import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const cdn = join(import.meta.dirname, '../../dist/cdn');

test('every file fetched on demand by a single-file build is published beside it', () => {
  const named = new Set<string>();
  for (const file of readdirSync(cdn).filter((name) => name.endsWith('.js'))) {
    for (const [, name] of readFileSync(join(cdn, file), 'utf8').matchAll(/['"`]((?:\w+\/)?[\w-]+\.js)['"`]/g)) {
      named.add(name!);
    }
  }
  assert.ok(named.size > 40, `${named.size} names`);
  assert.deepEqual(
    [...named].filter((name) => !existsSync(join(cdn, name))),
    [],
  );
});
