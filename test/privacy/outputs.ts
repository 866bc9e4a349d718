import { readFileSync } from 'node:fs';
import type { TestProxy } from '../proxy/start.ts';

const table = readFileSync(new URL('../../src/proxy/routes/index.ts', import.meta.url), 'utf8');

/** All addresses in the table of routes, so that a new route is watched too; and one outside it. */
export const PATHS: readonly string[] = [
  ...new Set(Array.from(table.matchAll(/'(\/[^']*)'/g), ([, path = '']) => path)),
  '/no-such-route',
];

/** All bytes that come out of a proxy at an address, headers included. */
export async function outputAt({ url }: TestProxy, path: string): Promise<string> {
  const controller = new AbortController();
  const replies = await Promise.all(
    ['GET', 'HEAD', 'OPTIONS', 'POST'].map((method) => fetch(url + path, { method, signal: controller.signal })),
  );
  const texts: string[] = [];
  for (const reply of replies) {
    texts.push(String(reply.status), JSON.stringify([...reply.headers]), await bodyOf(reply));
  }
  controller.abort();
  return texts.join('\n');
}

/** The whole body; of a stream, which has no end, the first event with data. */
async function bodyOf(reply: Response): Promise<string> {
  if (!reply.headers.get('content-type')?.startsWith('text/event-stream')) return reply.text();
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !/^data:.*\n\n/ms.test(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
}
