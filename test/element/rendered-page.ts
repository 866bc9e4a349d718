import { renderLiveMap, type RenderOptions } from '../../src/server/index.ts';
import { waitUntil, whenDone } from './support.ts';

/** A page of its own with a rendered map, before its scripts are there. */
export interface RenderedPage {
  window: Window & typeof globalThis;
  element: HTMLElement;
  /** Addresses that its scripts have requested from a proxy. */
  requests: string[];
  /** Names of the element's events, with their details. */
  events: [type: string, detail: unknown][];
  /** Loads the element's script, and waits until it has taken over. */
  takeOver: () => Promise<void>;
}

interface PageOptions extends RenderOptions {
  css?: string;
  /** The element is defined before the parser reaches it. */
  isScriptFirst?: boolean;
}

const EVENTS = ['datafast-update', 'datafast-payment', 'datafast-select', 'datafast-status'];
const TAG = 'datafast-live-map';

/** Opens a page that is so many CSS pixels wide. */
export async function openRendered(
  answer: unknown,
  { css = '', isScriptFirst = false, ...options }: PageOptions = {},
  width = 800,
): Promise<RenderedPage> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
  document.body.append(frame);
  whenDone(() => {
    frame.remove();
  });
  const window = frame.contentWindow as Window & typeof globalThis;
  const { document: page } = window;
  const requests: string[] = [];
  const events: [string, unknown][] = [];
  page.open();
  window.fetch = (input) => {
    requests.push(String(input instanceof window.Request ? input.url : input));
    return new Promise(() => undefined);
  };
  for (const type of EVENTS)
    window.addEventListener(type, (event) => events.push([type, (event as CustomEvent).detail]));
  /* oxlint-disable typescript/no-deprecated -- a parser that can be halted */
  page.write(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
    <style>body { margin: 16px; font: 16px/1.5 sans-serif } ${css}</style>`);
  const loadScript = async (): Promise<void> => {
    const script = page.createElement('script');
    script.type = 'module';
    script.src = new URL('/src/index.ts', location.href).href;
    page.head.append(script);
    await waitUntil(() => window.customElements.get(TAG), 'the element is defined');
  };
  if (isScriptFirst) await loadScript();
  page.write(renderLiveMap(answer, options));
  const element = page.querySelector<HTMLElement>(TAG)!;
  /* oxlint-enable typescript/no-deprecated */
  if (!isScriptFirst) page.close();
  const takeOver = async (): Promise<void> => {
    if (isScriptFirst) page.close();
    else await loadScript();
    await waitUntil(() => !element.shadowRoot!.querySelector('script'), 'it is hydrated');
  };
  return { window, element, requests, events, takeOver };
}

type Box = readonly [name: string, x: number, y: number, width: number, height: number];

/** The boxes of everything that is seen in the element: marks, land, texts, and the whole. */
export function boxesOf({ element, window }: RenderedPage): Box[] {
  const root = element.shadowRoot!;
  const boxes: Box[] = [];
  const add = (name: string, { x, y, width, height }: DOMRect): void => void boxes.push([name, x, y, width, height]);
  add('element', element.getBoundingClientRect());
  for (const node of root.querySelectorAll(
    '.mark > *, circle.mark, path.dense, .land, .sea, .map, .rows > li, .sign, .chart > svg, .now path, [part="breakdown-bar"], button',
  ))
    if (node.checkVisibility()) {
      const name = node.matches('circle.mark') ? 'body' : (node.getAttribute('class') ?? node.localName);
      add(name, node.getBoundingClientRect());
    }
  const texts = window.document.createTreeWalker(root.querySelector('.root')!, 4 /* NodeFilter.SHOW_TEXT */);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const parent = text.parentElement!;
    if (text.data.trim() === '' || !parent.checkVisibility() || parent.closest('.unseen, style, script')) continue;
    const range = window.document.createRange();
    range.selectNode(text);
    add(`"${text.data}"`, range.getBoundingClientRect());
  }
  return boxes;
}
