import { control, proxyAt } from '../app.mjs';

Bun.serve({
  port: process.env.PORT,
  hostname: '127.0.0.1',
  fetch: (request, server) =>
    request.method === 'PUT'
      ? control(request)
      : proxyAt(new URL(request.url).pathname).fetch(request, { clientAddress: server.requestIP(request)?.address }),
});
