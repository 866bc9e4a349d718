import { join } from 'node:path';
import { describe } from 'node:test';
import { RUNTIMES } from './runtimes.ts';
import { proxySuite } from './suite.ts';
import { startWorkers } from './workerd.ts';

const server = (name: string): string => join(import.meta.dirname, `servers/${name}.mjs`);

for (const [name, run] of Object.entries(RUNTIMES)) {
  describe(`the proxy on ${name}`, () => {
    proxySuite(() => run(server(name.toLowerCase())), { streams: true, files: name === 'Node' });
  });
}

describe('the proxy on Cloudflare Workers', () => {
  proxySuite(async () => (await startWorkers(server('worker')))[0]!, { streams: false });
});

describe('the proxy on Cloudflare Workers before requests could await promises of other requests', () => {
  const options = { compatibilityDate: '2024-01-01' };
  proxySuite(async () => (await startWorkers(server('worker'), options))[0]!, { streams: false });
});
