// The stand-in for DataFast, and for an origin that answers what may be published: a site with a hundred visitors.
import { createSimulator } from '../../../dist/simulator/index.js';
import { listen } from '../../bench/tool/static-server.mjs';

const VISITORS = 100;
const simulator = createSimulator({ visitors: VISITORS, steady: true });

export async function startOrigin() {
  const origin = {
    url: '',
    calls: 0,
    /** How long an answer takes, in ms. */
    delay: 0,
    /** When the last answer left, in ms of `performance.now()`. */
    answeredAt: -Infinity,
    /** What `/published` answers: the bytes and headers that viewers of the proxy get. */
    published: null,
    close: () => server.close(),
  };
  const server = await listen((request, response) => {
    origin.calls++;
    setTimeout(() => {
      response.on('finish', () => (origin.answeredAt = performance.now()));
      if (request.url === '/published') {
        response.writeHead(200, origin.published.headers).end(Buffer.from(origin.published.body, 'base64'));
      } else {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(answerOf(Math.floor(Date.now() / 1000)));
      }
    }, origin.delay);
  });
  origin.url = server.origin;
  return origin;
}

let made = { second: NaN, text: '' };

/** Another one each second: to make one takes longer than to answer. */
function answerOf(second) {
  if (second !== made.second) made = { second, text: JSON.stringify(simulator.answerAt(second * 1000)) };
  return made.text;
}
