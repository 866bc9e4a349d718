import type { ReactiveElement } from '@lit/reactive-element';

/** A script that stands for an element. */
const TAG = 'script[data-proxy-url]';
/** On an inserted element: later runs know it by this, and Turbo keeps such an element where it morphs a page. */
const MARK = 'data-turbo-permanent';
/** On nodes that a run has dealt with. It may run again, each time with variables of its own. */
const DONE = Symbol.for('datafast-live-map');

type Known<Node extends Element> = Node & { [DONE]?: true };

/**
 * Inserts an element after its script, for pages whose builder strips elements that it does not know. A script in the
 * head has its element first in the body. One script is one element, however often it runs.
 *
 * @param script The running one. A module does not know its own, and neither does code that became a part of another.
 */
export function insertElements(script: HTMLOrSVGScriptElement | null, tag: string): void {
  if (script?.matches(TAG)) insert(script, tag);
  else insertMissing(tag);
}

/** Inserts the elements of scripts that the page has without having run them. */
function insertMissing(tag: string): void {
  for (const script of document.querySelectorAll<Known<HTMLScriptElement>>(TAG)) {
    const isOwn = script.src.includes(`/${tag}.`) && /^(?:|module|.*\/javascript)$/.test(script.type);
    if (isOwn && !script[DONE]) insert(script, tag);
  }
}

function insert(script: Known<HTMLOrSVGScriptElement>, tag: string): void {
  script[DONE] = true;
  const place = [...document.head.querySelectorAll(TAG)].indexOf(script);
  const mark = place < 0 ? '' : String(place);
  const isLoading = document.readyState === 'loading';
  if (mark && isLoading) {
    onceParsed(() => {
      insert(script, tag);
    });
    return;
  }
  const element = (findInserted(script, mark, tag) ?? create(script, mark, tag)) as Known<HTMLElement>;
  // A page that was saved with it has it further on.
  if (isLoading) onceParsed(() => findInserted(element, mark, tag)?.remove());
  if (element[DONE]) return;
  element[DONE] = true;
  // Where a router has put another page in place, the scripts that it knows do not run again.
  (element as unknown as ReactiveElement).addController({
    hostDisconnected: () => {
      queueMicrotask(() => {
        insertMissing(tag);
      });
    },
  });
}

function onceParsed(listener: () => void): void {
  document.addEventListener('DOMContentLoaded', listener);
}

/** The element of an earlier run, in a page that a router has kept or that was saved with it. */
function findInserted(script: Element, mark: string, tag: string): Element | null {
  const inserted = `${tag}[${MARK}="${mark}"]`;
  if (mark) return document.body.querySelector(inserted);
  const next = script.nextElementSibling;
  return next?.matches(inserted) ? next : null;
}

function create(script: Element, mark: string, tag: string): Element {
  const element = document.createElement(tag);
  element.setAttribute(MARK, mark);
  for (const { name, value } of script.attributes) {
    // No handler of events: an option never runs as a script.
    const own = /^data-(?!on)([\w-]+)$/.exec(name)?.[1];
    // A Content Security Policy lets styles in by this way alone.
    if (own === 'style') element.style.cssText = value;
    else if (own) element.setAttribute(own, value);
  }
  if (mark) document.body.prepend(element);
  else script.after(element);
  return element;
}
