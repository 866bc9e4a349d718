import { Hono } from 'hono';
import { env } from 'hono/adapter';
import { createLiveMapProxy } from 'datafast-live-map/proxy';

let proxy;

const app = new Hono();

app.all('/live/*', (c) => {
  const { DATAFAST_API_KEY, DATAFAST_WEBSITE_ID } = env(c);
  proxy ??= createLiveMapProxy({ apiKey: DATAFAST_API_KEY, websiteId: DATAFAST_WEBSITE_ID, basePath: '/live' });
  return proxy.fetch(c.req.raw); // on Workers: proxy.fetch(c.req.raw, c.executionCtx)
});

export default app;
