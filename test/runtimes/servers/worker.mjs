import { workersCacheStore } from 'datafast-live-map/proxy/workers';
import { control, proxyAt } from '../app.mjs';

const stores = { cache: () => workersCacheStore() };

export default {
  fetch(request, _environment, context) {
    if (request.method === 'PUT') return control(request, stores);
    const proxy = proxyAt(new URL(request.url).pathname);
    switch (request.headers.get('x-test')) {
      // The request ends at once, and what it has begun dies with it.
      case 'die':
        void proxy.fetch(request);
        return new Response(null, { status: 202 });
      case 'without waitUntil':
        return proxy.fetch(request);
      default:
        return proxy.fetch(request, context);
    }
  },
};
