import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { workersCacheStore } from 'datafast-live-map/proxy/workers';

let proxy;

export default {
  fetch(request, env, context) {
    proxy ??= createLiveMapProxy({
      apiKey: env.DATAFAST_API_KEY,
      websiteId: env.DATAFAST_WEBSITE_ID,
      store: workersCacheStore(), // one upstream call for a data centre; without it, one for each isolate
    });
    return proxy.fetch(request, context);
  },
};
