import type { LiveMapProxy } from '../../src/proxy/index.ts';
import { byPath, proxyOf } from '../scenarios.ts';

const proxies = new Map<string, LiveMapProxy>();

/** What the demo's server would answer. @param request Below `/live`. */
export function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const scenario = byPath.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  if (!scenario) throw new RangeError(`Got ${pathname}, expected a path below /live.`);
  let proxy = proxies.get(scenario.path);
  if (!proxy) proxies.set(scenario.path, (proxy = proxyOf(scenario)));
  return proxy.fetch(request);
}
