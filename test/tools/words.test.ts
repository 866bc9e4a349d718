import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { HELP } from '../../src/adapters/help.ts';

const root = join(import.meta.dirname, '../..');

/** Words that a reader of technical English stumbles over, at most one in a thousand of each list. */
const LISTS = {
  'tell or told': /\b(?:tells?|told|telling)\b/gi,
  'whoever, somebody, nobody, whom or anew': /\b(?:whoever|somebody|nobody|whom|anew)\b/gi,
};

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => join(folder, file));
}

/** Text of a page, and of its attributes that readers see or hear. */
function textOf(html: string): string {
  const attributes = [...html.matchAll(/\s(?:content|alt|aria-label|title)="([^"]*)"/g)].map(([, text]) => text);
  return [html.replace(/<!--[^]*?-->|<[^>]*>/g, ' '), ...attributes].join(' ');
}

/** Strings of several words: what users and operators read. Names and keys have one. */
function messagesOf(file: string): string {
  const messages: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (node.text.trim().includes(' ')) messages.push(node.text);
    }
    ts.forEachChild(node, collect);
  };
  collect(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return messages.join(' ');
}

/** Titles of a file's tests, each with those of the `describe`s around it; variable parts as in the source. */
function titlesOf(file: string): string[] {
  const titles: string[] = [];
  const collect = (path: readonly string[], node: ts.Node): void => {
    const title = titleOf(node);
    const inner = title === null ? path : [...path, title];
    if (title !== null) titles.push(inner.join(' › '));
    ts.forEachChild(node, (child) => {
      collect(inner, child);
    });
  };
  collect([], ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return titles;
}

function titleOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node)) return null;
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
  const isTest = ts.isIdentifier(called) && ['describe', 'it', 'test'].includes(called.text);
  return isTest && node.arguments[0] ? node.arguments[0].getText() : null;
}

const tests = filesBelow('test', '.ts').filter((file) => !/[\\/]bench[\\/]/.test(file));
const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'llms.txt',
  ...filesBelow('docs', '.md'),
];
const sources = filesBelow('src', '.ts').filter((file) => !/\.data\.ts$|[\\/]languages[\\/]/.test(file));
const TEXTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(documents.map((file) => [file, read(file)])),
  'the demo': filesBelow('demo', '.html')
    .map((file) => textOf(read(file)))
    .join(' '),
  '--help': HELP,
  messages: sources.map(messagesOf).join(' '),
};

function wordsIn(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0;
}

describe('plain English', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    for (const [list, pattern] of Object.entries(LISTS)) {
      test(`${name}: at most 1 word in 1,000 is ${list}`, () => {
        const found = text.match(pattern) ?? [];
        assert.ok((1000 * found.length) / wordsIn(text) <= 1, found.join(' '));
      });
    }
  }

  for (const [list, pattern] of Object.entries(LISTS)) {
    test(`no title of a test has ${list}`, () => {
      const found = tests.flatMap(titlesOf).filter((title) => title.match(pattern));
      assert.deepEqual(found, []);
    });
  }

  test('no two tests of a file have the same title', () => {
    const repeated = tests.flatMap((file) => {
      const titles = titlesOf(file);
      return titles.filter((title, index) => titles.indexOf(title) < index).map((title) => `${file}: ${title}`);
    });
    assert.deepEqual(repeated, []);
  });

  test('the checked texts are not empty', () => {
    assert.ok(wordsIn(TEXTS['README.md']!) > 500);
    assert.ok(wordsIn(TEXTS['the demo']!) > 500);
    assert.ok(wordsIn(TEXTS.messages!) > 1000, String(wordsIn(TEXTS.messages!)));
    assert.ok(tests.flatMap(titlesOf).length > 2000);
  });
});
