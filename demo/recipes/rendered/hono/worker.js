import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { workersCacheStore } from 'datafast-live-map/proxy/workers';
import { renderLiveMap } from 'datafast-live-map/server';

let proxy;

const liveMapProxy = (env) =>
  (proxy ??= createLiveMapProxy({
    apiKey: env.DATAFAST_API_KEY,
    websiteId: env.DATAFAST_WEBSITE_ID,
    basePath: '/live',
    store: workersCacheStore(),
  }));

const app = new Hono();

app.all('/live/*', ({ req, env, executionCtx }) => liveMapProxy(env).fetch(req.raw, executionCtx));

app.get('/', async (c) => {
  const live = await liveMapProxy(c.env).fetch(new Request(new URL('/live', c.req.url)), c.executionCtx);
  const snapshot = live.ok ? await live.json() : null; // null: the map loads in the browser
  const map = renderLiveMap(snapshot, { attributes: { 'proxy-url': '/live' }, lang: 'en' });
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>Live map from Workers</title>
          <script
            type="module"
            src="https://cdn.jsdelivr.net/npm/datafast-live-map@0.1.0/dist/cdn/datafast-live-map.js"
          ></script>
        </head>
        <body>
          <h1>Who is here</h1>
          ${raw(map)}
        </body>
      </html>`,
  );
});

export default app;
