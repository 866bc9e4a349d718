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

interface MarkShape {
  role: string;
  /** Of the middle of the mark, in CSS pixels of the window. */
  x: number;
  y: number;
  /** 0 for a shape that is not a circle. */
  radius: number;
}

/**
 * The shapes of marks that are seen. A server draws a node for each mark at a share of the map's box, the element a path for
 * all shapes that look alike.
 */
export function markShapes({ shadowRoot }: HTMLElement): MarkShape[] {
  const svg = shadowRoot!.querySelector<SVGSVGElement>('.marks')!;
  const { x: left, y: top, width, height } = svg.getBoundingClientRect();
  const nodes = [...svg.querySelectorAll<SVGElement>('circle.mark, svg.mark > :is(circle, path)')];
  const rendered = nodes
    .filter((node) => node.checkVisibility())
    .map((node) => {
      const mark = node.closest('.mark')!;
      const at = (axis: string): number => parseFloat(mark.getAttribute(axis) ?? mark.getAttribute(`c${axis}`)!) / 100;
      const offset = /\((\S+) (\S+)\)/.exec(node.getAttribute('transform') ?? '') ?? [];
      const role = node === mark ? 'body' : node.getAttribute('class')!;
      const [dx, dy] = [Number(offset[1] ?? 0), Number(offset[2] ?? 0)];
      const radius = Number(node.getAttribute('r'));
      return { role, x: left + at('x') * width + dx, y: top + at('y') * height + dy, radius };
    });
  const [, , unitsWide = NaN, unitsHigh = NaN] = svg.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  const drawn = [...svg.querySelectorAll('g.mark > path')].flatMap((path) =>
    [...(path.getAttribute('d') ?? '').matchAll(/M(\S+) ([^m]+)m(?:-(\S+) 0a)?/g)].map(([, x, y, radius]) => ({
      role: path.getAttribute('class')!,
      x: left + (Number(x) / unitsWide) * width,
      y: top + (Number(y) / unitsHigh) * height,
      radius: (Number(radius ?? 0) / unitsWide) * width,
    })),
  );
  return [...rendered, ...drawn];
}

/** The boxes of everything that is seen in the element: marks, land, texts, and the whole. */
export function boxesOf({ element, window }: RenderedPage): Box[] {
  const root = element.shadowRoot!;
  const boxes: Box[] = [];
  const add = (name: string, { x, y, width, height }: DOMRect): void => void boxes.push([name, x, y, width, height]);
  add('element', element.getBoundingClientRect());
  for (const { role, x, y, radius } of markShapes(element))
    boxes.push([role, x - radius, y - radius, 2 * radius, 2 * radius]);
  for (const node of root.querySelectorAll(
    'path.dense, .land, .sea, .map, .rows > li, .sign, .chart > svg, .now path, [part="breakdown-bar"], button',
  ))
    if (node.checkVisibility()) add(node.getAttribute('class') ?? node.localName, node.getBoundingClientRect());
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
