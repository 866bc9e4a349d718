import { request } from 'node:http';

/** The server's own; the other servers have them too. */
const OF_THE_CONNECTION = ['date', 'connection', 'keep-alive', 'transfer-encoding'];

/** What a viewer gets over the wire: headers, and the body, compressed, in base 64. Not `fetch`, which would unpack it. */
export function readPublished(url) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip' }, agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
        const headers = Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
        resolve({ headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString('base64') });
      });
    });
    asked.on('error', reject).end();
  });
}
