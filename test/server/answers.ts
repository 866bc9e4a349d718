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
