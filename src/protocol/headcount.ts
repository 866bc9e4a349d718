import { parseCount, parseMeta, readEnvelope, type ParseFailure } from './envelope.ts';
import type { AnswerMeta } from './types.ts';

/** How many people are here, and what the proxy says of the answer: all that a badge needs. */
export interface PublishedCount {
  count: number | null;
  meta: AnswerMeta | null;
}

/** Reads the number of an answer as {@link parseSnapshot} does, and none of the people in it. Never throws. */
export function parseHeadcount(
  answer: unknown,
): { ok: true; headcount: PublishedCount } | { ok: false; failure: ParseFailure } {
  const result = readEnvelope(answer);
  if (!result.ok) return result;
  return { ok: true, headcount: { count: parseCount(result.data), meta: parseMeta(result.meta) } };
}
