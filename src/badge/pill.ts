import type { BadgeTexts } from './wording.ts';

/** Everything that the badge shows and says. */
export interface PillContent extends BadgeTexts {
  locale: string;
  direction: string;
  /** What a screen reader calls the number. */
  label: string;
  /** Where a click leads. */
  link: string | null;
  classes: string;
}

/** A dot, the number, and what it counts. Its elements are made once: a link keeps its focus. */
export class Pill {
  /** Without `href` it is no link, and may have another role. */
  readonly element: HTMLAnchorElement = create('a', 'badge');
  readonly #number: HTMLElement = document.createElement('b');
  readonly #what: HTMLElement = document.createElement('span');
  /** As written: a page translator may have put another text in its place. */
  #text = '';

  constructor(root: ParentNode) {
    const line = document.createElement('span');
    const count = create('span', 'count');
    count.append(this.#number, this.#what);
    line.append(create('span', 'dot'), count);
    this.element.append(line);
    root.append(this.element);
  }

  draw({ number, what, note, room, locale, direction, label, link, classes }: PillContent): void {
    const whole = this.element;
    whole.className = classes;
    whole.lang = locale;
    whole.dir = direction;
    set(whole, 'role', link === null ? 'img' : null);
    const text = [number, what].filter(Boolean).join(' ');
    // What can be read is a part of what is heard, so that one can say what one sees.
    set(whole, 'aria-label', text ? `${label}: ${text}` : label);
    set(whole, 'href', link);
    set(whole, 'title', note);
    this.#number.hidden = number === null;
    whole.dataset.room = room;
    if (text === this.#text) return;
    this.#text = text;
    this.#number.textContent = number;
    this.#what.textContent = number && what ? ` ${what}` : what;
  }
}

function create<Tag extends 'a' | 'span'>(tag: Tag, part: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.setAttribute('part', part);
  return element;
}

function set(element: Element, attribute: string, value: string | null): void {
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}
