import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventReader } from '../../src/client/event-reader.ts';

/** The data of all events of a text that comes in these pieces. */
function read(...pieces: string[]): string[] {
  const push = eventReader();
  return pieces.flatMap((piece) => push(piece));
}

describe('events in a text', () => {
  test('are their data, once the empty line is there', () => {
    assert.deepEqual(read('data: one\n\ndata: two\n\n'), ['one', 'two']);
    assert.deepEqual(read('data: one\n'), []);
    assert.deepEqual(read('data: one'), []);
  });

  test('may have several lines of data, of which each keeps its spaces but the first', () => {
    assert.deepEqual(read('data: one\ndata:two\ndata:  three\ndata:\ndata\n\n'), ['one\ntwo\n three\n\n']);
  });

  test('end their lines as they like', () => {
    assert.deepEqual(read('data: a\r\ndata: b\r\n\r\n'), ['a\nb']);
    assert.deepEqual(read('data: a\rdata: b\r\r'), ['a\nb']);
    assert.deepEqual(read('data: a\r\ndata: b\n\r\n'), ['a\nb']);
  });

  test('have other fields and comments, which say nothing here', () => {
    assert.deepEqual(read(': hello\nid: 7\nevent: snapshot\nretry: 10\ndata: one\ndatabase: x\n: data: no\n\n'), [
      'one',
    ]);
    assert.deepEqual(read(':\n\n', 'id: 7\n\n', '\n\n\n'), []);
  });

  test('are the same wherever the text is cut', () => {
    const text = ':\r\n\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata: two\n\ndata: three\r\rdata: four\n\n';
    const characters = Array.from(text);
    const whole = read(text);
    assert.deepEqual(whole, ['{"a":\n1}', 'two', 'three', 'four']);
    assert.deepEqual(read(...characters), whole, 'after each character');
    assert.deepEqual(read(...characters.flatMap((character) => ['', character])), whole, 'with empty pieces');
    for (let cut = 1; cut < text.length; cut++) {
      assert.deepEqual(read(text.slice(0, cut), text.slice(cut)), whole, `after ${cut}`);
    }
  });

  test('do not wait for the rest of a line’s end', () => {
    const push = eventReader();
    assert.deepEqual(push('data: one\r\n\r'), ['one']);
    assert.deepEqual(push('\ndata: two\n\n'), ['two']);
  });
});
