import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minifyTemplates } from '../../build/plugins/minify-templates.ts';
import { bundle, exportsOf } from './bundle.ts';

/** A tag that returns what it was given. */
const TAGS = 'const html = String.raw, svg = String.raw, css = String.raw, other = String.raw;\n';

/** What the module's `text` is after the build. */
async function textOf(expression: string): Promise<string> {
  const { code } = await bundle(`${TAGS}export const text: string = ${expression};\n`, [minifyTemplates()]);
  return (await exportsOf<{ text: string }>(code)).text;
}

describe('minifyTemplates', () => {
  test('a style has neither comments nor white space that CSS does not need', async () => {
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

  test('a string in a style stays as it is', async () => {
    const style = `css\`/* it's */ p::before { content: "a ,  b; { } /* c */"; } p::after { content: 'it: x;} '; }\``;
    assert.equal(await textOf(style), `p::before{content:"a ,  b; { } /* c */"}p::after{content:'it: x;} '}`);
  });

  test('markup has no indentation, also that within another', async () => {
    const markup = `html\`
      <ul>
        \${[1].map((number) => html\`
          <li>\${number}</li>\`)}
        \${svg\`<g>
          <path></path></g>\`}
      </ul>\``;
    assert.equal(await textOf(markup), '\n<ul>\n\n<li>1</li>\n<g>\n<path></path></g>\n</ul>');
  });

  test('markup in which white space counts stays as it is', async () => {
    assert.equal(await textOf('html`<pre>\n  one\n    two</pre>`'), '<pre>\n  one\n    two</pre>');
  });

  test('every other string keeps its white space', async () => {
    assert.equal(await textOf('`one\n  two\n\tthree`'), 'one\n  two\n\tthree');
    assert.equal(await textOf('other`css\\`\n  a  {  }\n`'), 'css\\`\n  a  {  }\n');
    assert.equal(await textOf('html`<p>${`a\n  b`}</p>`'), '<p>a\n  b</p>');
    assert.equal(await textOf(`'css\`  a  \`' + "’"`), 'css`  a  `’');
  });
});
