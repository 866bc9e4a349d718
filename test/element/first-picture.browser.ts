import { expect } from '@open-wc/testing';
import { DatafastLiveMap } from '../../src/index.ts';
import { documentedAnswer } from './documented.ts';
import { countText, create, marks, parts, rowTexts, textOf, waitUntil, whenDone } from './support.ts';

/** What the element shows after each of its steps: observers are called between them. */
function recordSteps(el: DatafastLiveMap): string[] {
  const steps: string[] = [];
  const look = new MutationObserver(() => {
    const shown = { land: parts(el, 'land'), marks: marks(el), rows: rowTexts(el) };
    const names = Object.entries(shown).flatMap(([name, nodes]) => (nodes.length > 0 ? [name] : []));
    if (steps.at(-1) !== names.join(', ')) steps.push(names.join(', '));
  });
  look.observe(el.shadowRoot!, { subtree: true, childList: true });
  whenDone(() => {
    look.disconnect();
  });
  return steps;
}

function put(el: HTMLElement): void {
  el.style.display = 'block';
  document.body.append(el);
  whenDone(() => {
    el.remove();
  });
}

describe('the first picture', () => {
  it('is drawn in several tasks', async () => {
    const el = create();
    el.snapshot = documentedAnswer();
    put(el);
    const steps = recordSteps(el);
    await el.updateComplete;
    await waitUntil(() => steps.length >= 3);
    expect(steps).to.deep.equal(['land', 'land, marks', 'land, marks, rows']);
    expect(countText(el)).to.match(/^\d/);
  });

  it('is drawn in several tasks when the data arrives later', async () => {
    const el = create();
    put(el);
    await el.updateComplete;
    const steps = recordSteps(el);
    el.snapshot = documentedAnswer();
    await el.updateComplete;
    await waitUntil(() => steps.length >= 2);
    expect(steps).to.deep.equal(['land, marks', 'land, marks, rows']);
  });

  it('fills the space at once that the page showed before its script', async () => {
    const box = document.createElement('div');
    box.innerHTML = '<first-picture-test></first-picture-test>';
    put(box);
    const el = box.querySelector<DatafastLiveMap>('first-picture-test')!;
    DatafastLiveMap.define('first-picture-test');
    await Promise.resolve();
    expect(parts(el, 'land')).to.have.length(1);
    const { height } = el.getBoundingClientRect();
    el.snapshot = documentedAnswer();
    await el.updateComplete;
    expect(rowTexts(el)).to.have.length.above(0);
    expect(el.getBoundingClientRect().height, 'nothing moves').to.equal(height);
  });

  it('is complete when updateComplete resolves', async () => {
    const el = create();
    el.snapshot = documentedAnswer();
    put(el);
    await el.updateComplete;
    expect(rowTexts(el)).to.have.length.above(0);
    expect(parts(el, 'pause')[0]!.getAttribute('aria-label')).to.equal('Pause');
    expect(textOf(el.shadowRoot!.querySelector('#summary'))).to.contain('visitors');
  });

  it('does not delay updateComplete of an element that was removed', async () => {
    const el = create();
    put(el);
    const complete = el.updateComplete;
    el.remove();
    expect(await complete).to.be.a('boolean');
  });
});
