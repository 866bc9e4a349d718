import { JSDOM } from 'jsdom';

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
