import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serve } from '../../src/adapters/node.ts';
import { createLiveMapProxy } from '../../src/proxy/index.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';

describe('a proxy picture opened as a document', () => {
  test('follows the system’s colour scheme without a policy violation', async (t) => {
    const proxy = createLiveMapProxy({ sampleData: true });
    const server = await serve(proxy, { port: 0 });
    const browser = await launchChromium();
    t.after(async () => {
      await browser.close();
      await server.close();
      await proxy.close();
    });
    for (const path of ['/badge.svg', '/map.svg']) {
      const seen = new Set<string>();
      for (const colorScheme of ['light', 'dark'] as const) {
        const tab = await browser.newPage({ colorScheme });
        const said: string[] = [];
        tab.on('console', (entry) => said.push(entry.text()));
        await tab.goto(server.url + path);
        seen.add((await tab.screenshot({ clip: { x: 0, y: 0, width: 60, height: 28 } })).toString('base64'));
        assert.deepEqual(said, [], path);
        await tab.close();
      }
      assert.equal(seen.size, 2, `${path} looks otherwise in the dark`);
    }
  });
});
