import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCommand } from '../../src/adapters/node/open-browser.ts';

describe('the command that opens a URL', () => {
  const url = 'http://localhost:8787/embed';

  it('is the platform’s own', () => {
    assert.deepEqual(openCommand('darwin', url), ['open', url]);
    assert.deepEqual(openCommand('linux', url), ['xdg-open', url]);
    assert.deepEqual(openCommand('freebsd', url), ['xdg-open', url]);
    assert.deepEqual(openCommand('win32', url), ['cmd', '/d', '/c', 'start', '""', url]);
  });

  it('receives the whole URL on Windows too', () => {
    assert.equal(openCommand('win32', `${url}?a&b`).at(-1), `${url}?a^&b`);
  });
});
