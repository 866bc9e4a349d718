import type { Plugin } from 'vite';
import { toNodeListener } from '../src/adapters/node.ts';
import { createLiveMapProxy, type LiveMapProxy, type LiveMapProxyOptions } from '../src/proxy/index.ts';
import { scenarios } from './scenarios.ts';

/** What failures look like is the point of some routes: the terminal need not hear of them. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Serves the demo's data beside its pages: the real proxy at `/live`, in front of DataFast where the environment has a
 * key (`DATAFAST_API_KEY`, and `DATAFAST_WEBSITE_ID` with a `dft_` one), in front of a stand-in otherwise.
 */
export function liveMapDemo(): Plugin {
  const closing: (() => Promise<void>)[] = [];
  const real = realProxy(process.env);

  const mountable = async ({ path, start, proxy }: (typeof scenarios)[number]): Promise<LiveMapProxy> => {
    if (path === '/live' && real.proxy) return real.proxy;
    const upstream = await start();
    closing.push(() => upstream.close());
    const options = { apiKey: 'df_demo', upstream: upstream.url, basePath: path, logger: silent, ...proxy };
    return createLiveMapProxy(options);
  };

  return {
    name: 'live-map-demo',
    config: () => ({ appType: 'mpa' }),
    async configureServer(server) {
      // The longest path first: a mount path answers for all that is below it.
      for (const scenario of [...scenarios].sort((one, other) => other.path.length - one.path.length)) {
        const proxy = await mountable(scenario);
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
    // Pages say "Sample data" unless they are told that it is not.
    transformIndexHtml: (html) => (real.proxy ? html.replace('<html ', '<html data-own-site ') : html),
    async closeBundle() {
      await Promise.all(closing.splice(0).map((close) => close()));
    },
  };
}

const SAMPLE = 'sample data (set DATAFAST_API_KEY to see your own site)';

/** The proxy of somebody's own site; `problem` tells what is wrong with the environment, without a key in it. */
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

function ignore(): void {
  // Said to nobody.
}
