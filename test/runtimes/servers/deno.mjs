import { control, proxyAt } from '../app.mjs';

Deno.serve({ port: Number(Deno.env.get('PORT')), hostname: '127.0.0.1' }, (request, { remoteAddr }) =>
  request.method === 'PUT'
    ? control(request)
    : proxyAt(new URL(request.url).pathname).fetch(request, { clientAddress: remoteAddr.hostname }),
);
