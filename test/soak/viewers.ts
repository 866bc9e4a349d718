import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';

const POLL_MS = 10_000;
/** One answer in so many is unpacked and read. */
const READ_EACH = 10;
/** Three heartbeats, as the element waits. */
const SILENCE_MS = 45_000;

export interface Traffic {
  /** Of polls, by their status; `failed` had no answer. */
  statuses: Map<string, number>;
  /** Of streams. */
  events: number;
  reconnects: number;
  /** What no viewer may see, at most a few of each. */
  faults: Set<string>;
}

export function newTraffic(): Traffic {
  return { statuses: new Map(), events: 0, reconnects: 0, faults: new Set() };
}

/** Polls as the element does, with the ETag of the last answer. */
export async function poll(url: string, offset: number, traffic: Traffic, signal: AbortSignal): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let etag = '';
  await pause(offset, signal);
  for (let turn = 0; !signal.aborted; turn++) {
    const { status, body, tag } = await answerOf(url, agent, etag).catch((error: unknown) => {
      traffic.faults.add(`poll: ${String(error)}`);
      return { status: 'failed', body: Buffer.alloc(0), tag: etag };
    });
    traffic.statuses.set(status, (traffic.statuses.get(status) ?? 0) + 1);
    etag = tag;
    if (status === '200' && turn % READ_EACH === 0) check(body, traffic);
    await pause(POLL_MS, signal);
  }
  agent.destroy();
}

function check(body: Buffer, traffic: Traffic): void {
  const text = gunzipSync(body).toString();
  const { status, data } = JSON.parse(text) as { status: string; data: { visitors: unknown[] } };
  if (status !== 'success' || data.visitors.length === 0) traffic.faults.add('an answer without visitors');
  if (text.includes('@') || text.includes('df_soak')) traffic.faults.add('an answer with an address or the key');
}

async function answerOf(
  url: string,
  agent: Agent,
  etag: string,
): Promise<{ status: string; body: Buffer; tag: string }> {
  const headers = { 'accept-encoding': 'gzip', ...(etag && { 'if-none-match': etag }) };
  const response = await responseOf(url, agent, headers);
  const chunks = (await response.toArray()) as Buffer[];
  return { status: String(response.statusCode), body: Buffer.concat(chunks), tag: response.headers.etag ?? '' };
}

function responseOf(url: string, agent: Agent, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers, timeout: 30_000 }, resolve);
    request.on('error', (error) => {
      // The server has closed an idle connection in this moment: browsers then use another one, too.
      if (request.reusedSocket) resolve(responseOf(url, agent, headers));
      else reject(error);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in 30 s')));
  });
}

/** Reads a stream, and connects again where it ends. */
export async function follow(url: string, offset: number, traffic: Traffic, signal: AbortSignal): Promise<void> {
  await pause(offset, signal);
  for (let turn = 0; !signal.aborted; turn++) {
    if (turn > 0) traffic.reconnects++;
    await readStream(url, traffic, signal);
    await pause(1000, signal);
  }
}

function readStream(url: string, traffic: Traffic, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const request = get(`${url}/stream`, { agent: false, signal }, (response) => {
      if (response.statusCode !== 200) traffic.faults.add(`stream: status ${response.statusCode}`);
      response.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('data:')) traffic.events++;
      });
      response.on('error', () => undefined).on('close', resolve);
    });
    request.setTimeout(SILENCE_MS, () => {
      traffic.faults.add('stream: silent for 45 s');
      request.destroy();
    });
    request.on('error', () => {
      resolve();
    });
  });
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
