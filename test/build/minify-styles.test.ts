import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minifyStyles } from '../../build/plugins/minify-styles.ts';
import { bundle, exportsOf } from './bundle.ts';

/** A tag that returns what it was given. */
const TAGS = 'const html = String.raw, css = String.raw, other = String.raw;\n';

/** What the module's `text` is after the build. */
async function textOf(expression: string): Promise<string> {
  const { code } = await bundle(`${TAGS}export const text: string = ${expression};\n`, [minifyStyles()]);
  return (await exportsOf<{ text: string }>(code)).text;
}

describe('minifyStyles', () => {
  test('removes comments and unnecessary white space from styles', async () => {
    const style = `css\`
      /* The host. */
      :host {
        margin: 0 auto;
        width: calc(1px + \${2}px);
      }
      .a > .b,
      .a .c { color: red; }
    \``;
    assert.equal(await textOf(style), ':host{margin:0 auto;width:calc(1px + 2px)}.a>.b,.a .c{color:red}');
  });

  test('keeps strings inside styles', async () => {
    const style = `css\`/* it's */ p::before { content: "a ,  b; { } /* c */"; } p::after { content: 'it: x;} '; }\``;
    assert.equal(await textOf(style), `p::before{content:"a ,  b; { } /* c */"}p::after{content:'it: x;} '}`);
  });

  test('keeps white space in all other strings', async () => {
    assert.equal(await textOf('`one\n  two\n\tthree`'), 'one\n  two\n\tthree');
    assert.equal(await textOf('other`css\\`\n  a  {  }\n`'), 'css\\`\n  a  {  }\n');
    assert.equal(await textOf('html`\n  <p>${`a\n  b`}</p>`'), '\n  <p>a\n  b</p>');
    assert.equal(await textOf(`'css\`  a  \`' + "’"`), 'css`  a  `’');
  });
});
