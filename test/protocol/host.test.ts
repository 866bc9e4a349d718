import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostOf } from '../../src/protocol/host.ts';

test('extracts only the host, in any notation of the address', () => {
  const addresses: [address: string | null, host: string | null][] = [
    ['https://www.google.com/', 'google.com'],
    ['https://news.example.org/a?q=private#x', 'news.example.org'],
    ['http://Example.com:8080', 'example.com'],
    ['https://ada:secret@example.com/', 'example.com'],
    ['google.com', 'google.com'],
    ['www.google.com/search?q=private', 'google.com'],
    ['android-app://com.slack/', 'com.slack'],
    ['https://', null],
    ['not a host', null],
    ['/pricing', null],
    ['', null],
    [null, null],
  ];
  for (const [address, host] of addresses) assert.equal(hostOf(address), host, String(address));
});
