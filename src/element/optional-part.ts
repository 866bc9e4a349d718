import type { ReactiveElement } from '@lit/reactive-element';
import type { VisitorFilter } from '../store/dimensions.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

/** What an optional part may change of its element. */
export type PartHost = ReactiveElement & { filter: VisitorFilter | null; moment: Date | null };

/** What the element shows in one update. */
export interface PartContext {
  options: LiveMapOptions;
  locale: string;
  state: LiveState;
  texts: LiveMapTexts;
}

/** A part of the element that few pages want, in a file of its own. */
export interface OptionalPart {
  /** Applies the options. */
  update(options: LiveMapOptions): void;
  /** Writes its nodes. @returns Texts in place of the element's own. */
  draw(context: PartContext): Partial<LiveMapTexts> | null;
}
