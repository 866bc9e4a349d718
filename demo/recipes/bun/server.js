import { createLiveMapProxy } from 'datafast-live-map/proxy';

const proxy = createLiveMapProxy({
  apiKey: process.env.DATAFAST_API_KEY,
  websiteId: process.env.DATAFAST_WEBSITE_ID,
});

Bun.serve({
  port: process.env.PORT ?? 3000,
  idleTimeout: 60, // seconds; a stream has a heartbeat every 15
  fetch: (request, server) => proxy.fetch(request, { clientAddress: server.requestIP(request)?.address }),
});
