import { join } from 'node:path';
import { startCache } from './cache-server.ts';
import { copied, ENVIRONMENT, preload, recipe, standingIn } from './recipe.ts';
import { RUNTIMES } from './runtimes.ts';
import { startWorkers } from './workerd.ts';

recipe('Express', '/live', true, async (upstream) => {
  const cwd = await copied('express');
  return RUNTIMES.Node('server.mjs', { cwd, env: standingIn(upstream), preload });
});

recipe('Hono', '/live', true, async (upstream) => {
  const cwd = await copied('hono');
  return RUNTIMES.Bun('app.js', { cwd, env: standingIn(upstream), preload });
});

recipe('Bun', '/', true, async (upstream) => {
  const cwd = await copied('bun');
  return RUNTIMES.Bun('server.js', { cwd, env: standingIn(upstream), preload });
});

recipe('Deno', '/', true, async (upstream) => {
  const cwd = await copied('deno');
  return RUNTIMES.Deno('server.js', { cwd, env: standingIn(upstream), preload });
});

recipe('Cloudflare Workers', '/', false, async (upstream) => {
  const module = join(await copied('workers'), 'worker.js');
  const cache = await startCache();
  const internet = new URL(upstream.url).host;
  const [worker] = await startWorkers(module, { bindings: ENVIRONMENT, internet, cache: cache.host });
  const stop = (): Promise<void> => worker!.stop().then(cache.close);
  return { ...worker!, stop };
});
