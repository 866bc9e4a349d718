import { between, checkPrototype, fields, flag, text, time, type Fields } from './read.ts';
import type { AnswerMeta } from './types.ts';
import { WINDOW_SECONDS } from './window.ts';

/** Why an answer is not a snapshot. */
export interface ParseFailure {
  /** `error-answer`: the documented error envelope; `not-a-snapshot`: anything else. */
  kind: 'error-answer' | 'not-a-snapshot';
  /** Of an error answer: the machine-readable reason that our proxy adds. */
  reason: string | null;
  /** What is not as expected: the answer, its `data`, or all fields of that; with the value. */
  at: 'answer' | 'data' | 'fields';
  got: unknown;
}

/** What an answer is wrapped in. */
export type Envelope = { ok: true; data: Fields; meta: Fields | null } | { ok: false; failure: ParseFailure };

export const DATA_FIELDS: readonly string[] = ['count', 'visitors', 'recentEvents', 'recentPayments'];

/** Opens an answer of the upstream, or of a proxy, in any of its documented shapes. Never throws. */
export function readEnvelope(answer: unknown): Envelope {
  checkPrototype();
  const envelope = fields(answer);
  if (!envelope) return failure('answer', answer);
  const error = fields(envelope.error);
  if (envelope.status === 'error' || error) {
    return failure('answer', answer, 'error-answer', text(error?.reason));
  }
  const raw = envelope.data;
  // Sibling endpoints wrap their data in an array.
  const data = fields(Array.isArray(raw) ? raw[0] : raw);
  if (!data) return failure('data', raw);
  if (envelope.status !== 'success' && !DATA_FIELDS.some((key) => Object.hasOwn(data, key))) {
    return failure('fields', data);
  }
  return { ok: true, data, meta: fields(envelope.meta) };
}

/** How many people are here. */
export function parseCount(data: Fields): number | null {
  const count = between(data.count, 0, Number.MAX_SAFE_INTEGER);
  return count === null ? null : Math.round(count);
}

function failure(
  at: ParseFailure['at'],
  got: unknown,
  kind: ParseFailure['kind'] = 'not-a-snapshot',
  reason: string | null = null,
): Envelope {
  return { ok: false, failure: { kind, reason, at, got } };
}

/** What our proxy says of its answer; `null` where there is no `meta`, or one of the upstream's own. */
export function parseMeta(meta: Fields | null): AnswerMeta | null {
  const generatedAt = time(meta?.generatedAt);
  if (!generatedAt || typeof meta?.version !== 'number') return null;
  return {
    version: meta.version,
    generatedAt,
    windowSeconds: between(meta.windowSeconds, 1, 86_400) ?? WINDOW_SECONDS,
    refreshSeconds: between(meta.refreshSeconds, 1, 86_400),
    delaySeconds: between(meta.delaySeconds, 0, 86_400) ?? 0,
    stale: flag(meta.stale),
    idEpoch: text(meta.idEpoch),
    sample: flag(meta.sample),
  };
}
