import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { buildSite, PLACE, type BuiltSite } from './built-site.ts';

const require = createRequire(import.meta.url);
const SCRIPTS = [
  'axe-core/axe.min.js',
  'html_codesniffer/build/HTMLCS.js',
  'accessibility-checker-engine/ace-window.js',
];

/** Rules of style, not of HTML: Vite and oxfmt write void elements, tags and boolean attributes in their own way. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'attribute-empty-style': 'off',
    'require-sri': 'off',
  },
});

interface Checkers {
  axe: {
    run: (context: string, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
  HTMLCS: {
    process: (standard: string, node: Node, done: () => void) => void;
    getMessages: () => { type: number; code: string; msg: string; element: Element }[];
    ERROR: number;
  };
  ace: {
    Checker: new () => {
      check: (
        node: Document,
        guidelines: string[],
      ) => Promise<{ results: { ruleId: string; value: [string, string]; snippet: string; message: string }[] }>;
    };
  };
}

async function complaintsOf(tab: Page): Promise<string[]> {
  return tab.evaluate(async () => {
    const { axe, HTMLCS, ace } = globalThis as unknown as Checkers;
    // Shadow roots have tests of their own, with every state and width.
    const { violations } = await axe.run('body', { resultTypes: ['violations'] });
    const fromAxe = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 200)}`));
    await new Promise<void>((resolve) => {
      HTMLCS.process('WCAG2AA', document, resolve);
    });
    const fromHtmlcs = HTMLCS.getMessages()
      .filter(({ type }) => type === HTMLCS.ERROR)
      .map(({ code, msg, element }) => `HTMLCS ${code}: ${msg} ${element.outerHTML.slice(0, 200)}`);
    const { results } = await new ace.Checker().check(document, ['WCAG_2_1']);
    const fromIbm = results
      .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
      // It puts a space between the halves of a long label, which are one text.
      .filter(({ ruleId, snippet }) => ruleId !== 'label_name_visible' || !snippet.includes('part="breakdown-row"'))
      .map(({ ruleId, snippet, message }) => `IBM ${ruleId}: ${message} ${snippet.slice(0, 200)}`);
    return [...fromAxe, ...fromHtmlcs, ...fromIbm];
  });
}

describe('public checkers report nothing on the demo pages', () => {
  let site: BuiltSite;
  let browser: Browser;

  before(async () => {
    site = await buildSite();
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  test('html-validate', async () => {
    const complaints: string[] = [];
    for (const page of site.pages) {
      const { results } = await validator.validateString(await readFile(join(site.folder, page), 'utf8'));
      const messages = results.flatMap((result) => result.messages);
      complaints.push(...messages.map(({ line, ruleId, message }) => `${page}:${line} ${ruleId}: ${message}`));
    }
    assert.deepEqual(complaints, []);
  });

  test('axe, HTML_CodeSniffer and IBM Equal Access', async () => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
    const tab = await context.newPage();
    const complaints: string[] = [];
    for (const page of site.pages) {
      await tab.goto(site.origin + PLACE + page);
      await tab.waitForFunction(() => document.querySelector('footer datafast-live-badge')?.matches(':defined'));
      for (const script of SCRIPTS)
        await tab.addScriptTag({ content: await readFile(require.resolve(script), 'utf8') });
      complaints.push(...(await complaintsOf(tab)).map((complaint) => `${page} ${complaint}`));
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
