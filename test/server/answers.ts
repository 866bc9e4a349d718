import { createSimulator } from '../../src/simulator/index.ts';

export const AT: number = Date.parse('2026-11-23T16:00:00.000Z');

interface Answer {
  status: string;
  data: Record<string, unknown>;
}

/** What a proxy publishes of a made-up site with about so many people. */
export function publishedAnswer(visitors: number, data: Record<string, unknown> = {}, meta: object = {}): object {
  const answer = createSimulator({ visitors, steady: true }).answerAt(AT) as unknown as Answer;
  const own = { version: 1, generatedAt: new Date(AT).toISOString(), windowSeconds: 600, refreshSeconds: 10 };
  return {
    ...answer,
    data: { ...answer.data, hasConversionPredictions: false, ...data },
    meta: { ...own, stale: false, idEpoch: '2026-11-23', ...meta },
  };
}

/** The same, of visitors with coordinates alone. */
export function placedAnswer(visitors: number): object {
  const { data } = publishedAnswer(visitors) as { data: { visitors: { latitude: unknown }[] } };
  return publishedAnswer(visitors, { visitors: data.visitors.filter(({ latitude }) => typeof latitude === 'number') });
}

const HISTORY = { stepSeconds: 60, counts: [40, 44, null, 51, 63, 58, 60] };

/** Of a moment ago, with rows that are minutes old: their ages do not turn while a test runs. */
export function freshAnswer(visitors: number, ageMs = 0): object {
  // Marks age in steps of ten seconds: none begins while a test runs.
  const generatedAt = Math.ceil(Date.now() / 10_000) * 10_000 - ageMs;
  const answer = placedAnswer(visitors) as { data: Record<string, unknown>; meta: { generatedAt: string } };
  const shift = generatedAt - Date.parse(answer.meta.generatedAt);
  const older = (time: string, by = 0): string => new Date(Date.parse(time) + shift - by).toISOString();
  const rows = (list: unknown, by: number): unknown =>
    (list as { timestamp: string }[]).map((row) => ({ ...row, timestamp: older(row.timestamp, by) }));
  const { recentEvents, recentPayments, visitors: people } = answer.data;
  return {
    ...answer,
    meta: { ...answer.meta, generatedAt: older(answer.meta.generatedAt), history: HISTORY },
    data: {
      ...answer.data,
      visitors: (people as { sessionStartTime: string }[]).map((one) => ({
        ...one,
        sessionStartTime: older(one.sessionStartTime, 90_000),
      })),
      recentEvents: rows(recentEvents, 90_000),
      recentPayments: rows(recentPayments, 90_000),
    },
  };
}
