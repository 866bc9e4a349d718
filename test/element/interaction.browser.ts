import { expect } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { documentedAnswer } from './documented.ts';
import { clientPoint, create, marks, parts, recordEvents, waitUntil, whenDone } from './support.ts';

/** Does something as soon as the marks are drawn, when the rest of the element has not followed yet. */
function onMarks(el: DatafastLiveMap, act: (map: HTMLElement) => void): Promise<void> {
  return new Promise((resolve) => {
    const look = new MutationObserver(() => {
      if (marks(el).length === 0) return;
      look.disconnect();
      expect(parts(el, 'zoom'), 'nothing responds yet').to.deep.equal([]);
      act(parts(el, 'map')[0] as HTMLElement);
      resolve();
    });
    look.observe(el.shadowRoot!, { subtree: true, childList: true });
  });
}

function put(): DatafastLiveMap {
  const el = create();
  el.snapshot = documentedAnswer();
  el.style.display = 'block';
  document.body.append(el);
  whenDone(() => {
    el.remove();
  });
  return el;
}

function pointer(el: DatafastLiveMap, type: string): Event {
  const [clientX, clientY] = clientPoint(el, marks(el)[0]!);
  return new PointerEvent(type, { clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse' });
}

const isTooltipOpen = (el: DatafastLiveMap): boolean =>
  (parts(el, 'tooltip')[0] as HTMLElement | undefined)?.hidden === false;

describe('input before the interaction code has loaded', () => {
  it('a click selects its mark', async () => {
    const selected = recordEvents('datafast-select');
    const el = put();
    await onMarks(el, (map) => map.dispatchEvent(pointer(el, 'click')));
    await waitUntil(() => isTooltipOpen(el), 'the tooltip is open');
    expect(selected).to.have.length(1);
  });

  it('a pointer over a mark opens its tooltip, unless it has left', async () => {
    const el = put();
    await onMarks(el, (map) => map.dispatchEvent(pointer(el, 'pointermove')));
    await waitUntil(() => isTooltipOpen(el), 'the tooltip is open');
    const other = put();
    await onMarks(other, (map) => {
      map.dispatchEvent(pointer(other, 'pointermove'));
      map.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    });
    await other.updateComplete;
    expect(isTooltipOpen(other)).to.equal(false);
  });

  it('an arrow key selects the first mark and does not scroll the page', async () => {
    const el = put();
    const press = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true });
    await onMarks(el, (map) => map.dispatchEvent(press));
    expect(press.defaultPrevented).to.equal(true);
    await waitUntil(() => isTooltipOpen(el), 'the tooltip is open');
  });

  it('keys are handled in their order', async () => {
    const [el, later] = [put(), put()];
    const press = (map: HTMLElement): void => {
      for (const key of ['End', 'ArrowRight']) map.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    await onMarks(el, press);
    await waitUntil(() => isTooltipOpen(el), 'the tooltip is open');
    await later.updateComplete;
    press(parts(later, 'map')[0] as HTMLElement);
    await waitUntil(() => isTooltipOpen(later), 'the other tooltip is open');
    expect(parts(el, 'tooltip')[0]!.textContent).to.equal(parts(later, 'tooltip')[0]!.textContent);
  });

  it('the table button opens the table', async () => {
    const el = put();
    await onMarks(el, () => {
      (parts(el, 'list')[0] as HTMLElement).click();
    });
    await el.updateComplete;
    expect(el.shadowRoot!.querySelectorAll('.table tbody tr')).to.have.length.above(0);
    expect(el.shadowRoot!.querySelector<HTMLElement>('.map')!.hidden).to.equal(true);
  });
});

it('the element has its height before the first paint when created after its definition', async () => {
  const el = put();
  // No task, and no frame, comes between.
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  const height = el.offsetHeight;
  await el.updateComplete;
  expect(height).to.be.above(100);
  expect(el.offsetHeight).to.be.closeTo(height, 1);
});
