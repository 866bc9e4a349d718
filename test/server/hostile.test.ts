import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { withoutPersonal } from '../../src/protocol/personal.ts';
import { renderLiveMap } from '../../src/server/index.ts';
import { answerWith, hostileTexts, WAYS_OUT } from './hostile-answers.ts';
import { elementOf, withoutSnapshot } from './support.ts';

const ROUNDS = 60;
/** Lists and history have texts of their own. */
const ATTRIBUTES = {
  'ticker-size': 10,
  breakdown: 'pages countries referrers browsers systems devices',
  history: true,
};

/** All elements and attributes, each once: "li", "li[part]". */
function shapesOf(nodes: Iterable<Element>): Set<string> {
  const shapes = new Set<string>();
  for (const { localName, attributes } of nodes) {
    shapes.add(localName);
    for (const { name } of attributes) shapes.add(`${localName}[${name}]`);
  }
  return shapes;
}

const all = (root: ParentNode): Iterable<Element> => root.querySelectorAll('*');
const HARMLESS = ['Paris', 'Saint-Jean-Pied-de-Port', 'shop/shoes', 'EUR'].map(
  (text) =>
    elementOf(renderLiveMap(answerWith(numbered(text)), { attributes: { ...ATTRIBUTES, label: text, title: text } }))
      .shadow,
);
const KNOWN = new Set(HARMLESS.flatMap((shadow) => [...shapesOf(all(shadow))]));

/** The text, each time with another number. */
function numbered(text: string): () => string {
  let number = 0;
  return () => `${text} ${number++}`;
}

/** A browser reads no NUL, and ends lines in one way. */
const isRead = (text: string): boolean => !/[\0\r]/.test(text);

function assertIsText(next: () => string): void {
  const answer = answerWith(next);
  const [label, title] = [next(), next()];
  const html = renderLiveMap(answer, { attributes: { ...ATTRIBUTES, label, title, 'proxy-url': next() } });
  const { element, shadow, json } = elementOf(html);
  for (const shape of shapesOf(all(shadow))) assert.ok(KNOWN.has(shape), shape);
  assert.deepEqual([...shapesOf(all(element.ownerDocument.body))].sort(), [
    'datafast-live-map',
    ...['breakdown', 'data-rendered', 'history', 'label', 'proxy-url', 'ticker-size', 'title'].map(
      (name) => `datafast-live-map[${name}]`,
    ),
    'template',
    'template[shadowrootmode]',
  ]);
  if (isRead(label)) assert.equal(element.getAttribute('label'), label);
  if (isRead(title)) assert.equal(element.getAttribute('title'), title);
  // The snapshot arrives as it is.
  const [read, own] = [parseSnapshot(json), parseSnapshot(answer)];
  assert.ok(read.ok && own.ok);
  assert.deepEqual(read.snapshot, withoutPersonal(own.snapshot));
  const script = /<script type="application\/json">(.*?)<\/script>/.exec(html)![1]!;
  assert.doesNotMatch(script, /[<>&\u2028\u2029]/);
  assert.equal(withoutSnapshot(html).includes('<script'), false);
}

describe('a hostile snapshot', () => {
  for (const text of WAYS_OUT) {
    it(`is escaped: ${JSON.stringify(text)}`, () => {
      assertIsText(numbered(text));
    });
  }

  it('is escaped, whatever markup its texts are made of', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      try {
        assertIsText(hostileTexts(seed));
      } catch (error) {
        throw new Error(`With seed ${seed}.`, { cause: error });
      }
    }
  });

  it('has all its texts shown', () => {
    const text = '<b>"&\'</script>';
    const { shadow } = elementOf(renderLiveMap(answerWith(numbered(text)), { attributes: ATTRIBUTES }));
    assert.ok(shadow.querySelector('.rows')!.textContent.includes(text));
    assert.ok(shadow.querySelector('table')!.textContent.includes(text));
  });
});
