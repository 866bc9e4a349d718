import assert from 'node:assert/strict';
import { after } from 'node:test';
import { JSDOM, VirtualConsole } from 'jsdom';
import { installGlobals } from './globals.ts';
import { simulatedDomTests } from './suite.ts';

/** The tests in a window of jsdom, which reports errors instead of throwing them. */
export async function jsdomTests(options: object): Promise<void> {
  const errors: unknown[] = [];
  const virtualConsole = new VirtualConsole().on('jsdomError', (error) => errors.push(error));
  installGlobals(
    new JSDOM('<!doctype html><html lang="en">', { url: 'http://localhost/', virtualConsole, ...options }).window,
  );
  after(() => {
    assert.deepEqual(errors, []);
  });
  await simulatedDomTests();
}
