import type { Plugin } from 'vite';
import { toNodeListener } from '../src/adapters/node.ts';
import { createLiveMapProxy, type LiveMapProxy, type LiveMapProxyOptions } from '../src/proxy/index.ts';
import { byPath, proxyOf } from './scenarios.ts';

/**
 * Serves the demo's data beside its pages: the real proxy at `/live`, in front of DataFast where the environment has a
 * key (`DATAFAST_API_KEY`, and `DATAFAST_WEBSITE_ID` with a `dft_` one), in front of made-up people otherwise.
 */
export function liveMapDemo(): Plugin {
  const closing: (() => Promise<void>)[] = [];
  const real = realProxy(process.env);

  return {
    name: 'live-map-demo',
    config: () => ({ appType: 'mpa' }),
    configureServer(server) {
      for (const scenario of byPath) {
        const proxy = (scenario.path === '/live' ? real.proxy : null) ?? proxyOf(scenario);
        closing.push(() => proxy.close());
        server.middlewares.use(scenario.path, toNodeListener(proxy));
      }
      const printUrls = server.printUrls.bind(server);
      server.printUrls = () => {
        printUrls();
        if (real.problem) server.config.logger.error(`  ✗  The key is not used. ${real.problem}`);
        server.config.logger.info(`  ➜  Shown at /live: ${real.proxy ? 'your site, from DataFast' : SAMPLE}`);
      };
    },
    async closeBundle() {
      await Promise.all(closing.splice(0).map((close) => close()));
    },
  };
}

const SAMPLE = 'sample data (set DATAFAST_API_KEY to see your own site)';

/** The proxy of the developer's own site; `problem` explains an invalid environment without a key in it. */
function realProxy(env: NodeJS.ProcessEnv): { proxy: LiveMapProxy | null; problem: string | null } {
  const { DATAFAST_API_KEY: apiKey, DATAFAST_WEBSITE_ID: websiteId } = env;
  if (!apiKey) return { proxy: null, problem: null };
  const options: LiveMapProxyOptions = { apiKey, websiteId, basePath: '/live', allowedOrigins: [] };
  try {
    return { proxy: createLiveMapProxy(options), problem: null };
  } catch (error) {
    return { proxy: null, problem: error instanceof Error ? error.message : 'It cannot be read.' };
  }
}
