import { Breakdown } from '../element/breakdown.ts';
import { ExpectedValues } from '../element/expected-value.ts';
import { LookBack } from '../element/look-back.ts';
import type { OptionalPart, PartContext, PartHost } from '../element/optional-parts.ts';
import { Sound } from '../element/sound.ts';
import type { LiveMapTexts } from '../element/texts.ts';
import { WORDING } from '../i18n/messages.ts';
import type { LiveStore } from '../store/live-store.ts';

/** Draws the parts that the options want, as the element does once their files are there. @returns The texts to show. */
export function drawParts(shell: Element, store: LiveStore, context: PartContext): LiveMapTexts {
  const host = { renderRoot: shell, addController: () => undefined } as unknown as PartHost;
  const { breakdown, history, sound } = context.options;
  const parts: OptionalPart[] = [
    ...(breakdown === 'none' ? [] : [new Breakdown(host, store, WORDING)]),
    ...(sound ? [new Sound(host, store, WORDING)] : []),
    ...(history ? [new LookBack(host, store, WORDING)] : []),
    new ExpectedValues(host, store, WORDING),
  ];
  let { texts } = context;
  for (const part of parts) {
    part.update(context.options);
    texts = { ...texts, ...part.draw({ ...context, texts }) };
  }
  return texts;
}
