import { failureMessage } from '../../src/protocol/failure-message.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { PublishedData, PublishedMeta, PublishedSnapshot } from '../../src/protocol/published.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import type { ImageOptions } from '../../src/pictures/image-options.ts';
import { createSimulator } from '../../src/simulator/index.ts';

export const AT: number = Date.parse('2026-11-23T16:00:00.000Z');
export const LIGHT: ImageOptions = { theme: 'light', language: 'en' };

/** A snapshot with a count only. */
export function counted(count: number | null, meta: Partial<PublishedMeta> = {}): PublishedSnapshot {
  const lists = { visitors: [], recentEvents: [], recentPayments: [] };
  return published({ count, hasConversionPredictions: false, ...lists }, meta);
}

export function published(data: PublishedData, meta: Partial<PublishedMeta> = {}): PublishedSnapshot {
  const own = { windowSeconds: 600, refreshSeconds: 10, stale: false, idEpoch: '2026-11-23' };
  return { status: 'success', data, meta: { version: 1, generatedAt: new Date(AT).toISOString(), ...own, ...meta } };
}

/** A made-up site with about so many people, as it is read. */
export function simulated(visitors: number): Snapshot {
  const result = parseSnapshot(createSimulator({ visitors, steady: true }).answerAt(AT));
  if (!result.ok) throw new Error(failureMessage(result.failure));
  return result.snapshot;
}

/** What a picture needs of a snapshot has the same names when it is published. */
export function pictured({ data }: Snapshot, meta: Partial<PublishedMeta> = {}): PublishedSnapshot {
  return published(data as unknown as PublishedData, meta);
}

/** The texts of an SVG. */
export function textsOf(svg: string): string[] {
  return Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text ?? '');
}

export function titleOf(svg: string): string | undefined {
  return /<title>([^<]*)<\/title>/.exec(svg)?.[1];
}
