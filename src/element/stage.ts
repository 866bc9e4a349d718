import type { Frame } from '../map/frame.ts';
import { Effects } from '../view/effects.ts';
import { drawGround } from '../view/ground.ts';
import { MarksLayer, type Drawn } from '../view/marks.ts';
import { TickerList, type TickerUpdate } from '../view/ticker.ts';
import { placeTooltip } from '../view/tooltip.ts';
import { Cursor } from './cursor.ts';
import type { FlowTarget, News } from './flow.ts';
import { RingLimit } from './rings.ts';
import { paymentKey } from './scene.ts';

export interface StageListener {
  /** Another mark or row is meant: the element has to render. */
  onChange(): void;
  /** Nobody reads the rows any more. */
  onRead(): void;
  /** Somebody chose a mark; the ids of its visitors. */
  onSelect(ids: readonly string[]): void;
}

export interface Drawing {
  frame: Frame;
  marks: readonly Drawn[];
  /** There are so many that the map tells how many are where, and nobody alone. */
  isCrowd: boolean;
  locale: string;
  /** Of the map, in CSS pixels. */
  width: number;
  /** New marks pop up. */
  animated: boolean;
  /** Monotonic milliseconds. */
  now: number;
}

/** Marks that fade at once, and milliseconds until others may. */
const MOST_FADING = 6;
const FADING = 1_000;
/** What is left of the largest mark beyond the map's edges, on both sides together, in pixels. */
const REST = 100;

/** What stands outside the template: the marks, the ticker's rows, the tooltip's place, and what points at them. */
export class Stage implements FlowTarget {
  marks: readonly Drawn[] = [];
  readonly #listener: StageListener;
  readonly #cursor = new Cursor();
  /** The visitor whose ticker row is pointed at. */
  #rowVisitor: string | null = null;
  /** Somebody reads the ticker: its rows stand still. */
  isReading = false;
  #layer: { svg: SVGSVGElement; marks: MarksLayer; effects: Effects } | null = null;
  #list: { element: HTMLOListElement; rows: TickerList } | null = null;
  #width = 0;
  #frame: Frame | null = null;
  #news: News[] = [];
  readonly #ringLimit = new RingLimit();
  #faded = -Infinity;

  constructor(listener: StageListener) {
    this.#listener = listener;
  }

  /** The mark that is pointed at or has the keyboard. */
  get pointed(): Drawn | null {
    return this.#cursor.find(this.marks);
  }

  /** News to be shown with the next drawing: rings around who came, and around payments. */
  announce(news: News | null): void {
    if (news) this.#news.push(news);
    this.#listener.onChange();
  }

  /** Draws the marks into the shadow tree, if the map is in it. */
  draw(root: ParentNode, { frame, marks, isCrowd, locale, width, animated, now }: Drawing): void {
    const svg = root.querySelector<SVGSVGElement>('svg.marks');
    const box = root.querySelector('.effects');
    if (!svg || !box || width === 0) {
      // News that nobody saw is none when the map comes back.
      this.#news = [];
      return;
    }
    const isFirst = this.#layer?.svg !== svg;
    if (isFirst || frame !== this.#frame) drawGround(root, frame);
    const height = (width * frame.height) / frame.width;
    if (isFirst) this.#layer = { svg, marks: new MarksLayer(svg), effects: new Effects(box) };
    this.marks = marks;
    const { pointed } = this;
    const row = this.#rowVisitor;
    const active = pointed ?? (row === null ? undefined : marks.find((mark) => mark.ids.includes(row)));
    const inside = marks.filter(
      ({ x, y }) => Math.abs(2 * x - width) < width + REST && Math.abs(2 * y - height) < height + REST,
    );
    const changed = this.#layer?.marks.update({ marks: inside, locale, activeKey: active?.key ?? null, isCrowd });
    // On another layout marks are simply elsewhere, and what comes into the picture because it moves does not arrive.
    const isMoving = animated && !isFirst && width === this.#width && frame === this.#frame;
    this.#width = width;
    this.#frame = frame;
    if (changed && isMoving) this.#play(changed, inside, isCrowd, now);
    this.#news = [];
    const tooltip = root.querySelector<HTMLElement>('.tooltip');
    const element = root.querySelector('.root');
    if (tooltip && pointed && element) placeTooltip(tooltip, pointed, element);
  }

  /** Brings the ticker's rows up to date, if it is in the shadow tree. */
  tell(root: ParentNode, update: TickerUpdate): void {
    const element = root.querySelector<HTMLOListElement>('ol.rows');
    if (!element) return;
    if (this.#list?.element !== element) {
      this.#list = { element, rows: new TickerList(element) };
      this.isReading = false;
    }
    const { rows } = this.#list;
    if (this.isReading) rows.tick(update.locale, update.now);
    else rows.update(update);
    rows.highlight(new Set(this.pointed?.ids));
  }

  /** Turns the relative times of the ticker. */
  tick(locale: string, now: number): void {
    this.#list?.rows.tick(locale, now);
  }

  /** The one of a key, if it is still there. */
  find(key: string | null): Drawn | null {
    return this.marks.find((mark) => mark.key === key) ?? null;
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    // A finger scrolls; it shows the tooltip by a tap. And the pointer may enter the tooltip.
    if (event.pointerType === 'touch' || isInTooltip(event)) return;
    this.#pointAt(event, false);
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.onLeave();
  };

  readonly onLeave = (): void => {
    this.#changed(this.#cursor.set(null));
  };

  /** Closes the tooltip, wherever pointer and focus are. */
  dismiss(): void {
    this.#changed(this.#cursor.dismiss());
  }

  readonly onClick = (event: MouseEvent): void => {
    if (isInTooltip(event)) return;
    this.#pointAt(event, true);
    this.#select();
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') this.#select();
    else if (this.#cursor.press(event.key, this.marks)) {
      event.preventDefault();
      this.#listener.onChange();
    }
  };

  readonly onRowPoint = (event: Event): void => {
    this.isReading = true;
    this.#pointAtRow(this.#list?.rows.rowOf(event.target)?.visitorId ?? null);
  };

  readonly onRowLeave = (): void => {
    this.isReading = false;
    this.#pointAtRow(null);
    this.#listener.onRead();
    this.#listener.onChange();
  };

  #pointAt(event: MouseEvent, isMeant: boolean): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    this.#changed(this.#cursor.pointAt(this.marks, event.clientX - box.left, event.clientY - box.top, isMeant));
  }

  #pointAtRow(visitorId: string | null): void {
    const isOther = visitorId !== this.#rowVisitor;
    this.#rowVisitor = visitorId;
    this.#changed(isOther);
  }

  #changed(isOther: boolean): void {
    if (isOther) this.#listener.onChange();
  }

  #select(): void {
    const { pointed } = this;
    if (pointed) this.#listener.onSelect(pointed.ids);
  }

  /** @param inside The marks in the picture: nobody sees the others come. */
  #play(
    { come, gone }: { come: Drawn[]; gone: Drawn[] },
    inside: readonly Drawn[],
    isCrowd: boolean,
    now: number,
  ): void {
    const effects = this.#layer?.effects;
    if (!effects) return;
    // Where many go at once, or one after the other without end, none is missed.
    if (gone.length <= MOST_FADING && now - this.#faded > FADING) {
      this.#faded = now;
      for (const mark of gone) effects.play('fade', mark);
    }
    const fresh = new Set(come);
    const ring = (kind: 'visitor' | 'payment', marks: Drawn[]): void => {
      for (const mark of marks.slice(0, this.#ringLimit.take(marks.length, kind, now))) {
        if (fresh.has(mark)) effects.play('pop', mark);
        effects.play('ring', mark);
      }
    };
    const paid = new Set(this.#news.flatMap(({ payments }) => payments.map(paymentKey)));
    ring(
      'payment',
      inside.filter((mark) => paid.has(mark.key)),
    );
    // Nobody's coming stands out of a crowd.
    const arrived = new Set(isCrowd ? [] : this.#news.flatMap(({ visitors }) => visitors));
    if (arrived.size === 0) return;
    ring(
      'visitor',
      inside.filter((mark) => mark.ids.some((id) => arrived.has(id))),
    );
  }
}

function isInTooltip(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.tooltip') !== null;
}
