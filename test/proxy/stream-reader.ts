import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { PublishedSnapshot } from '../../src/protocol/published.ts';

export interface StreamEvent {
  id: string;
  type: string;
  snapshot: PublishedSnapshot;
}

/** A client of `/stream` that takes what comes, and packs nothing out. */
export interface StreamReader {
  response: IncomingMessage;
  /** All bytes so far. */
  bytes: () => Buffer;
  /** The events and comments so far, in plain text. */
  blocks: () => string[];
  events: () => StreamEvent[];
  /** Resolves when there are as many events. */
  untilEvents: (count: number) => Promise<StreamEvent[]>;
  /** Resolves when the text holds it. */
  until: (met: () => boolean) => Promise<void>;
  /** Resolves with whether it ended as it should. */
  ended: Promise<boolean>;
  leave: () => void;
}

export async function readStream(url: string, headers: Record<string, string> = {}): Promise<StreamReader> {
  const request = httpRequest(url, { headers, agent: false });
  request.on('error', () => undefined);
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('error', () => undefined);
  const ended = new Promise<boolean>((resolve) => {
    response.once('close', () => {
      resolve(response.complete);
    });
  });
  const bytes = (): Buffer => Buffer.concat(chunks);
  const blocks = (): string[] => blocksOf(bytes().toString());
  const events = (): StreamEvent[] => eventsOf(bytes().toString());
  const until = async (met: () => boolean): Promise<void> => {
    while (!met()) {
      if (response.closed) throw new Error('The stream ended before.');
      await new Promise((resolve) => response.once('data', resolve).once('close', resolve));
    }
  };
  return {
    response,
    bytes,
    blocks,
    events,
    until,
    untilEvents: async (count) => {
      await until(() => events().length >= count);
      return events();
    },
    ended,
    leave: () => {
      request.destroy();
    },
  };
}

function blocksOf(text: string): string[] {
  return text.split('\n\n').slice(0, -1);
}

/** The events of a text, whose data is JSON. */
export function eventsOf(text: string): StreamEvent[] {
  return blocksOf(text).flatMap((block) => {
    const [, id, type = 'message', data] = /^id: (.*)\n(?:event: (.*)\n)?data: (.*)$/.exec(block) ?? [];
    return id === undefined || data === undefined
      ? []
      : [{ id, type, snapshot: JSON.parse(data) as PublishedSnapshot }];
  });
}
