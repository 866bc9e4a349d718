import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { liveMapStyleHash, renderLiveMap } from 'datafast-live-map/server';

const proxy = createLiveMapProxy({
  apiKey: process.env.DATAFAST_API_KEY,
  websiteId: process.env.DATAFAST_WEBSITE_ID,
  basePath: '/live',
});

// The element's script, and the files beside it that it fetches on demand.
const script = fileURLToPath(import.meta.resolve('datafast-live-map/dist/cdn/datafast-live-map.js'));

const app = express();
app.use('/live', toNodeListener(proxy));
app.use('/live-map', express.static(dirname(script)));
app.get('/', async (request, response) => {
  const live = await proxy.fetch(new Request('http://localhost/live'));
  const snapshot = live.ok ? await live.json() : null; // null: the map loads in the browser
  response.set('Content-Security-Policy', `default-src 'self'; style-src 'self' '${liveMapStyleHash}'`);
  response.send(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Live map from Express</title>
    <script type="module" src="/live-map/datafast-live-map.js"></script>
  </head>
  <body>
    <h1>Who is here</h1>
    ${renderLiveMap(snapshot, { attributes: { 'proxy-url': '/live' }, lang: 'en' })}
  </body>
</html>`);
});
app.listen(process.env.PORT ?? 3000);
