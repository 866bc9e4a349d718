import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/index.ts';
// At hand from the first poll on, as on a page that is open for some seconds.
import '../../src/store/playback.ts';
import '../../src/geocode/country-points.ts';
import type { DatafastLiveMap } from '../../src/index.ts';

/** What a test has put in place of the page's own; undone after each test. */
const undo: (() => void)[] = [];

/** The page's own: a test may hold the timers. */
const { setTimeout: later } = globalThis;

/** Warnings wait for a module that is fetched: without this the next test would record those of the one before. */
export async function warned(): Promise<void> {
  await import('../../src/client/failure-reasons.ts');
  await new Promise((resolve) => later(resolve));
}

afterEach(async () => {
  await warned();
  for (const back of undo.splice(0).reverse()) back();
});

export function whenDone(back: () => void): void {
  undo.push(back);
}

export type Reply = () => Response | Promise<Response>;

export const json =
  (body: unknown, init: ResponseInit = {}): Reply =>
  () =>
    Response.json(body, init);
export const page =
  (status = 200): Reply =>
  () =>
    new Response('<!doctype html><title>Not here</title>', { status, headers: { 'content-type': 'text/html' } });
export const unreachable: Reply = () => {
  throw new TypeError('Failed to fetch');
};
/** Never answers. */
export const silent: Reply = () => new Promise(() => undefined);

interface ProxyRequest {
  url: string;
  init: RequestInit;
  signal: AbortSignal;
  /** The element has its answer, or has given up. */
  ended: boolean;
}

export interface ProxyStub {
  requests: ProxyRequest[];
  /** What the next requests get. */
  reply: Reply;
}

/** Stands in for the network: every request of the page goes to `reply`, until the test is over. */
export function stubProxy(reply: Reply = silent): ProxyStub {
  const stub: ProxyStub = { requests: [], reply };
  const original = globalThis.fetch;
  globalThis.fetch = (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const signal = init.signal ?? new AbortController().signal;
    const request = { url, init, signal, ended: false };
    stub.requests.push(request);
    const aborted = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    return Promise.race([Promise.resolve().then(() => stub.reply()), aborted]).finally(() => {
      request.ended = true;
    });
  };
  whenDone(() => (globalThis.fetch = original));
  return stub;
}

/** Warnings about the element in the console, which stays quiet. */
export function recordWarnings(): string[] {
  const warnings: string[] = [];
  const original = console.warn;
  console.warn = (...args: unknown[]) => {
    const text = args.map(String).join(' ');
    if (text.includes('datafast')) warnings.push(text);
    else original(...args);
  };
  whenDone(() => (console.warn = original));
  return warnings;
}

/** Details of all the page's events of a name, from now on. */
export function recordEvents<Detail>(type: string): Detail[] {
  const details: Detail[] = [];
  const listener = (event: Event): void => {
    details.push((event as CustomEvent<Detail>).detail);
  };
  window.addEventListener(type, listener);
  whenDone(() => {
    window.removeEventListener(type, listener);
  });
  return details;
}

/** Puts an element into the page, in a box of a width, and gives it back. */
export async function mount(template: TemplateResult, width = 800): Promise<DatafastLiveMap> {
  const box = await fixture<HTMLElement>(html`<div class="box">${template}</div>`);
  box.style.width = `${width}px`;
  const el = box.querySelector('datafast-live-map')!;
  await el.updateComplete;
  return el;
}

/** An element outside of the page. */
export function create(attributes: Record<string, string> = {}): DatafastLiveMap {
  const el = document.createElement('datafast-live-map');
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  return el;
}

/** A machine that runs three browsers at once may be busy for a while. */
const PATIENCE_MS = 15_000;
const STEP_MS = 20;

/** Waits for what comes by itself, in steps that are too short for a held clock to hold. */
export async function waitUntil(isSo: () => unknown, what = 'what is waited for'): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += STEP_MS) {
    if (waited >= PATIENCE_MS) throw new Error(`Timeout: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/** An element whose proxy gives this answer, as soon as it is live and drawn. */
export async function liveMap(body: unknown, width = 800): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> {
  const proxy = stubProxy(json(body));
  const el = await mount(html`<datafast-live-map proxy-url="/live"></datafast-live-map>`, width);
  await shows(el, 'live');
  await waitUntil(() => el.shadowRoot!.querySelector('.marks g'), 'the marks are there');
  return { el, proxy };
}

export async function shows(el: DatafastLiveMap, status: DatafastLiveMap['status']): Promise<void> {
  await waitUntil(() => el.status === status, `status becomes ${status}`);
  await el.updateComplete;
}

/** What pops and fades takes its time. */
export async function atRest(el: DatafastLiveMap): Promise<void> {
  await waitUntil(
    () => el.shadowRoot!.getAnimations().length === 0 && !el.shadowRoot!.querySelector('.effects > *'),
    'all animations have ended',
  );
}

/** Polls now, with this reply. */
export async function poll(el: DatafastLiveMap, proxy: ProxyStub, reply: Reply): Promise<void> {
  proxy.reply = reply;
  await el.refresh();
  await el.updateComplete;
}

/** The first part of this name that is shown. */
export function part(el: DatafastLiveMap, name: string): HTMLElement | null {
  return (parts(el, name)[0] as HTMLElement | undefined) ?? null;
}

/** The parts of this name that are shown: those that are not keep their nodes. */
export function parts(el: DatafastLiveMap, name: string): Element[] {
  return [...el.shadowRoot!.querySelectorAll(`[part~="${name}"]`)].filter((node) => !node.closest('[hidden]'));
}

/** Text as it reads: of what is there for the eye, in one line. */
export function textOf(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function countText(el: DatafastLiveMap): string {
  return textOf(part(el, 'count'));
}

/** All that the element says, in one line. */
export function said(el: DatafastLiveMap): string {
  return textOf(el.shadowRoot!.querySelector('.root'));
}

/** The ticker's rows, their times apart. */
export function rowTexts(el: DatafastLiveMap): string[] {
  return parts(el, 'ticker-row').map((row) => textOf(row.querySelector('.sentence')));
}

/** Path data of the shapes of a batch, one for each of its marks. */
function piecesOf(batch: Element, role = 'body'): string[] {
  const data = batch.querySelector(`path.${CSS.escape(role)}`)?.getAttribute('d');
  return data?.match(/M[^M]+/g) ?? [];
}

/** One of the marks that are drawn together, as they look alike. */
export class MarkHandle {
  readonly batch: SVGElement;
  readonly index: number;

  constructor(batch: SVGElement, index: number) {
    this.batch = batch;
    this.index = index;
  }

  /** Its classes. */
  get look(): string {
    return this.batch.getAttribute('class') ?? '';
  }

  /** In the unit of the SVG. */
  get position(): Spot {
    const [, x, y] = /^M(\S+) ([^m]+)/.exec(piecesOf(this.batch)[this.index] ?? '') ?? [];
    return { x: Number(x), y: Number(y) };
  }

  /** In CSS pixels, of a shape of its own that is a circle; `NaN` without it. */
  radiusOf(role = 'body'): number {
    const { x, y } = this.position;
    const piece = piecesOf(this.batch, role).find((one) => one.startsWith(`M${x} ${y}m`)) ?? '';
    const scale = this.batch.closest('svg')!.getBoundingClientRect().width / viewBoxOf(this.batch)[0];
    return Number(/m-(\S+) 0a/.exec(piece)?.[1]) * scale;
  }

  get style(): CSSStyleDeclaration {
    return getComputedStyle(this.batch.querySelector('.body')!);
  }

  get number(): string {
    const { x, y } = this.position;
    const isOwn = (text: Element): boolean => text.getAttribute('x') === `${x}` && text.getAttribute('y') === `${y}`;
    return textOf([...this.batch.querySelectorAll('text')].find(isOwn) ?? null);
  }

  toString(): string {
    const { x, y } = this.position;
    return `${this.look} ${x} ${y} ${this.number}`;
  }
}

function viewBoxOf(batch: Element): [width: number, height: number] {
  const [, , width = NaN, height = NaN] = batch.closest('svg')!.getAttribute('viewBox')!.split(' ').map(Number);
  return [width, height];
}

const drawn = new WeakMap<Element, MarkHandle[]>();

/** Those that are drawn together. */
function marksOf(batch: SVGElement): MarkHandle[] {
  const known = drawn.get(batch) ?? [];
  drawn.set(batch, known);
  return piecesOf(batch).map((_, index) => (known[index] ??= new MarkHandle(batch, index)));
}

/** All marks of people but the dots of a dense map. */
export function marks(el: DatafastLiveMap, selector = ':not(.payment)'): MarkHandle[] {
  const batches = el.shadowRoot!.querySelectorAll<SVGElement>(`g.mark${selector}`);
  return [...batches].flatMap(marksOf);
}

/** The one that is pointed at or focused. */
export function highlightedMark(el: DatafastLiveMap): MarkHandle | null {
  const batch = el.shadowRoot!.querySelector<SVGElement>('g.mark.highlighted');
  return batch && (marksOf(batch)[0] ?? null);
}

export interface Spot {
  x: number;
  y: number;
}

/** The middle of a mark, in CSS pixels from the map's corner. */
export function spotOf(el: DatafastLiveMap, mark: MarkHandle): Spot {
  const map = part(el, 'map')!.getBoundingClientRect();
  const svg = mark.batch.closest('svg')!.getBoundingClientRect();
  const [width, height] = viewBoxOf(mark.batch);
  const { x, y } = mark.position;
  return { x: svg.x - map.x + (x / width) * svg.width, y: svg.y - map.y + (y / height) * svg.height };
}

/** A position of the map as the pointer has it. */
export function clientPoint(el: DatafastLiveMap, mark: MarkHandle): [x: number, y: number] {
  const map = part(el, 'map')!.getBoundingClientRect();
  const { x, y } = spotOf(el, mark);
  return [Math.round(map.x + x), Math.round(map.y + y)];
}

// What an assertion is about goes to the runner as text: written out with all its properties, an element takes minutes.
afterEach(function (this: Mocha.Context) {
  const error = this.currentTest?.err as { actual?: unknown; expected?: unknown } | undefined;
  if (!error) return;
  for (const key of ['actual', 'expected'] as const) {
    const { [key]: value } = error;
    if (value instanceof Element) error[key] = value.outerHTML.slice(0, 300);
  }
});
