import { JSDOM } from 'jsdom';
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

/** The HTML as a browser without declarative shadow roots has it. */
export function elementOf(html: string): { element: Element; shadow: DocumentFragment; json: unknown } {
  const { document } = new JSDOM(html, {}).window;
  const element = document.querySelector('datafast-live-map')!;
  const template = element.querySelector<HTMLTemplateElement>('template[shadowrootmode="open"]')!;
  const script = template.content.querySelector('script[type="application/json"]')!;
  return { element, shadow: template.content, json: JSON.parse(script.textContent) as unknown };
}

/** As it reads, in one line. */
export function textOf(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** What the rendered page itself is, without the snapshot in it. */
export function withoutSnapshot(html: string): string {
  return html.replace(/<script type="application\/json">[^<]*<\/script>/, '');
}
