import { createServer } from 'node:http';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { control, proxyAt } from '../app.mjs';

createServer(async (request, response) => {
  if (request.method === 'PUT') {
    const body = Buffer.concat(await request.toArray());
    const answer = await control(new Request(`http://localhost${request.url}`, { method: 'PUT', body }));
    response.writeHead(answer.status).end(await answer.text());
  } else {
    toNodeListener(proxyAt(request.url))(request, response);
  }
}).listen(process.env.PORT, '127.0.0.1');
