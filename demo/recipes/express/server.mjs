import express from 'express';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';

const proxy = createLiveMapProxy({
  apiKey: process.env.DATAFAST_API_KEY,
  websiteId: process.env.DATAFAST_WEBSITE_ID, // with a dft_ token; leave it out with a df_ key
  basePath: '/live',
});

const app = express();
app.use('/live', toNodeListener(proxy));
app.listen(process.env.PORT ?? 3000);
