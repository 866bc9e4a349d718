// Proxies by name, as the tests want them: the same program on every runtime. `PUT /<name>` opens one with the options
// that the body has, sets the clock of one that there is, or renders a snapshot; whatever else is below `/<name>` is its own.
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { renderLiveMap } from 'datafast-live-map/server';

const proxies = new Map();

/** @returns The proxy that a path belongs to. */
export const proxyAt = (path) => proxies.get(nameOf(path))?.proxy;

/**
 * Does what the test asks for, beside what the proxies answer.
 *
 * @param stores What makes a store, by the names that tests have for them.
 */
export async function control(request, stores = {}) {
  const name = nameOf(new URL(request.url).pathname);
  const { options, store, aheadSeconds = 0, render } = await request.json();
  if (render) return new Response(renderLiveMap(render.snapshot, render.options));
  if (options) proxies.set(name, open(name, { ...options, ...(store && { store: stores[store]() }) }));
  proxies.get(name).aheadMs = aheadSeconds * 1000;
  return new Response(null, { status: 204 });
}

function open(name, options) {
  const opened = { aheadMs: 0, proxy: null };
  opened.proxy = createLiveMapProxy({ ...options, basePath: `/${name}`, now: () => Date.now() + opened.aheadMs });
  return opened;
}

function nameOf(path) {
  return path.split('/')[1];
}
