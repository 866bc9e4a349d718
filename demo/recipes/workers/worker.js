import { createLiveMapProxy } from 'datafast-live-map/proxy';

let proxy;

export default {
  fetch(request, env, context) {
    proxy ??= createLiveMapProxy({ apiKey: env.DATAFAST_API_KEY, websiteId: env.DATAFAST_WEBSITE_ID });
    return proxy.fetch(request, context);
  },
};
