import { createLiveMapProxy } from 'datafast-live-map/proxy';

const proxy = createLiveMapProxy({
  apiKey: Deno.env.get('DATAFAST_API_KEY'),
  websiteId: Deno.env.get('DATAFAST_WEBSITE_ID'),
});

Deno.serve({ port: Number(Deno.env.get('PORT') ?? 8000) }, (request, { remoteAddr }) =>
  proxy.fetch(request, { clientAddress: remoteAddr.hostname }),
);
