// The floor: it reads the headers that the proxy reads, and sends the same bytes and the same headers.
import { createServer } from 'node:http';
import { isReady, settings } from './child.mjs';

const headers = settings.published.headers;
const body = Buffer.from(settings.published.body, 'base64');

const READ = ['host', 'origin', 'accept-encoding', 'if-none-match', 'if-match'];

const server = createServer((request, response) => {
  for (const name of READ) void request.headers[name];
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => isReady(`http://127.0.0.1:${server.address().port}`));
