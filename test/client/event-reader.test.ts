import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventReader, type StreamEvent } from '../../src/client/event-reader.ts';
import { pick, type Random, randomFrom } from '../../src/simulator/random.ts';
import { eventsOf } from './event-stream-standard.ts';

/** The data of all messages of a text that comes in these pieces. */
function read(...pieces: string[]): string[] {
  const push = eventReader();
  return pieces.flatMap((piece) => messagesIn(push(piece)));
}

function messagesIn(events: readonly StreamEvent[]): string[] {
  return events.filter(({ type }) => type === 'message').map(({ data }) => data);
}

describe('parsing server-sent events', () => {
  test('reports the data at the empty line', () => {
    assert.deepEqual(read('data: one\n\ndata: two\n\n'), ['one', 'two']);
    assert.deepEqual(read('data: one\n'), []);
    assert.deepEqual(read('data: one'), []);
  });

  test('does not wait for the rest of a line end', () => {
    const push = eventReader();
    assert.deepEqual(messagesIn(push('data: one\r\n\r')), ['one']);
    assert.deepEqual(messagesIn(push('\ndata: two\n\n')), ['two']);
  });

  test('uses the type `message` by default', () => {
    const push = eventReader();
    assert.deepEqual(push('event: change\ndata: one\n\ndata: two\n\nevent\ndata: three\n\n'), [
      { type: 'change', data: 'one' },
      { type: 'message', data: 'two' },
      { type: 'message', data: 'three' },
    ]);
  });

  const formats: [what: string, text: string, data: string[]][] = [
    ['a byte order mark before them', '\ufeffdata:1\n\ndata:2\n\n', ['1', '2']],
    ['a second byte order mark, which is part of a field’s name', '\ufeff\ufeffdata:1\n\ndata:2\n\n', ['2']],
    ['a byte order mark later', 'data:1\n\n\ufeffdata:2\n\ndata:3\n\n', ['1', '3']],
    ['comments', `data:1\n:\0\n:\r\ndata:2\n:${'x'.repeat(2000)}\ndata:3\n:data:no\ndata:4\n\n`, ['1\n2\n3\n4']],
    ['comments alone', ':\n\n: x\n\n\n\n', []],
    ['data before the end of the text', 'data:one\n\ndata:two', ['one']],
    ['data and one line’s end before the end of the text', 'data:one\n\ndata:two\n', ['one']],
    ['fields of data that are empty', 'data:\n\ndata\ndata\n\ndata:test\n\n', ['', '\n', 'test']],
    ['several lines of data', 'data: one\ndata:two\ndata:  three\ndata:\ndata\n\n', ['one\ntwo\n three\n\n']],
    ['an event of another type', 'event:ping\ndata: 2026\n\ndata:x\n\n', ['x']],
    ['a type that is said again', 'event:ping\nevent: message\ndata:x\n\nevent\nevent:ping\ndata:y\n\n', ['x']],
    ['a type that is empty', 'event: \ndata:data\n\nevent\ndata:two\n\n', ['data', 'two']],
    [
      'a type that only starts or ends so',
      'event:messages\ndata:x\n\nevent:a message\ndata:y\n\nevent:  message\ndata:z\n\n',
      [],
    ],
    ['a type without data, which goes with the empty line', 'event:ping\n\ndata:x\n\n', ['x']],
    ['ids', 'id:1\n\nid: 1\ndata:1\n\nid\ndata:2\n\nid:a\0b\ndata:3\n\n', ['1', '2', '3']],
    [
      'fields of every form',
      'data:\0\ndata:  2\rData:1\ndata\0:2\ndata:1\r\0data:4\nda-ta:3\rdata_5\ndata:3\rdata:\r\n data:32\ndata:4\n\n',
      ['\0\n 2\n1\n3\n\n4'],
    ],
    ['a time to wait', 'retry:3000\ndata:x\n\nretry:3000x\ndata:y\n\nretry\ndata:z\n\n', ['x', 'y', 'z']],
    [
      'fields that are unknown',
      'data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\ndatabase: x\n\n',
      ['test\n'],
    ],
    ['a tab as the first character of data', 'data:\ttest\rdata: \ndata:test\n\n', ['\ttest\n\ntest']],
    ['every kind of line’s end', 'data:test\r\ndata\ndata:test\r\n\r', ['test\n\ntest']],
    ['line ends that are mixed', 'data: a\r\ndata: b\n\r\ndata: c\rdata: d\r\r', ['a\nb', 'c\nd']],
    [
      'line separators of Unicode, which end no line',
      'data:a\u2028b\u2029c\u0085d\u000be\u000cf\n\n',
      ['a\u2028b\u2029c\u0085d\u000be\u000cf'],
    ],
    ['characters outside of ASCII', 'data:ok…\n\ndata:🗺️\n\n', ['ok…', '🗺️']],
    ['bytes that are no UTF-8', 'data:\ufffd\n\n', ['\ufffd']],
    ['a NULL', 'data:\0\n\n\n\n', ['\0']],
    ['nothing', '', []],
  ];
  for (const [what, text, data] of formats) {
    test(`accepts ${what}`, () => {
      const decoded = new TextDecoder().decode(new TextEncoder().encode(text));
      assert.deepEqual(read(decoded), data);
      assert.deepEqual(messagesOf(decoded), data, 'as in the standard');
    });
  }

  test('does not depend on chunk boundaries', () => {
    const text =
      ':\r\n\r\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: x\ndata: y\n\ndata: two\n\ndata: three\r\rdata: four\n\n';
    const characters = Array.from(text);
    const whole = read(text);
    assert.deepEqual(whole, ['{"a":\n1}', 'two', 'three', 'four']);
    assert.deepEqual(read(...characters), whole, 'after each character');
    assert.deepEqual(read(...characters.flatMap((character) => ['', character])), whole, 'with empty pieces');
    for (let cut = 1; cut < text.length; cut++) {
      assert.deepEqual(read(text.slice(0, cut), text.slice(cut)), whole, `after ${cut}`);
    }
  });

  test('matches the standard for any text in any chunks', () => {
    for (let seed = 0; seed < 20_000; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: 40 * random() }, () => pick(random, PARTS)).join('');
      const pieces = cutUp(text, random);
      assert.deepEqual(read(...pieces), messagesOf(text), `seed ${seed}: ${JSON.stringify(pieces)}`);
    }
  });

  test('takes linear time for a line in many chunks', () => {
    const [pieces, length] = [4000, 1500];
    const { looked, result } = countingWork(() => {
      const push = eventReader();
      push('data:');
      for (let piece = 0; piece < pieces; piece++) push('x'.repeat(length));
      return push('\n\n');
    });
    assert.equal(result[0]?.data.length, pieces * length);
    assert.ok(looked < 10 * pieces * length, `${looked / (pieces * length)} times`);
  });
});

/** Counts the characters of all texts that are searched, which take the time. */
function countingWork<Result>(work: () => Result): { looked: number; result: Result } {
  let looked = 0;
  const undo = (['split', 'replace', 'indexOf'] as const).map((name) => {
    const original = Reflect.get(String.prototype, name) as () => unknown;
    const counting = function (this: string, ...rest: []): unknown {
      looked += this.length;
      return Reflect.apply(original, this, rest);
    };
    Object.defineProperty(String.prototype, name, { value: counting });
    return () => Object.defineProperty(String.prototype, name, { value: original });
  });
  try {
    const result = work();
    return { result, looked };
  } finally {
    for (const restore of undo) restore();
  }
}

/** What texts are made of at random: every word and every end that means something, and a little that does not. */
const PARTS = [
  ...['data', 'event', 'id', 'retry', 'message', 'ping', 'Data', ':', ':', ': ', ' ', '\n', '\n', '\r', '\r', '\r\n'],
  ...[
    '\n\n',
    '\r\n\r\n',
    '\r\r',
    'x',
    '{}',
    '\0',
    '\ufeff',
    '\u2028',
    '\t',
    'é',
    '🗺️',
    'data:',
    'data: y\n',
    'event: ping\n',
  ],
];

function messagesOf(text: string): string[] {
  return eventsOf(text)
    .filter(({ type }) => type === 'message')
    .map(({ data }) => data);
}

function cutUp(text: string, random: Random): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = Math.floor(random() ** 2 * 12);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}
