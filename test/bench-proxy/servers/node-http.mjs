// The floor: the same bytes and the same headers, and nothing else.
import { createServer } from 'node:http';
import { isReady, settings } from './child.mjs';

const headers = settings.published.headers;
const body = Buffer.from(settings.published.body, 'base64');

const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => isReady(`http://127.0.0.1:${server.address().port}`));
