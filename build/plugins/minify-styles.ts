import type { Plugin } from 'vite';
import { edited, nodesOf, type Edit, type SyntaxNode } from '../syntax.ts';

interface TaggedTemplate extends SyntaxNode {
  tag: SyntaxNode & { name?: string };
  quasi: SyntaxNode & { quasis: { start: number; end: number; value: { raw: string } }[] };
}

/**
 * Takes white space and comments out of `css` templates: they are strings to every minifier, and neither is of use to a
 * browser. All other strings stay as they are.
 *
 * Link: https://github.com/home-assistant/frontend/issues/3815
 * Remove when Vite minifies the templates of Lit.
 */
export function minifyStyles(): Plugin {
  return {
    name: 'minify-styles',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/, code: /\bcss`/ },
      handler(code) {
        const edits: Edit[] = [];
        for (const node of nodesOf(this.parse(code))) {
          if (node.type !== 'TaggedTemplateExpression') continue;
          const { tag, quasi } = node as TaggedTemplate;
          if (tag.name !== 'css') continue;
          for (const { start, end, value } of quasi.quasis) {
            if (code.slice(start, end) !== value.raw) this.error('minify-styles: expected the text of a template.');
            edits.push({ start, end, text: minifyStyle(value.raw, code[start - 1] === '`', code[end] === '`') });
          }
        }
        edits.sort((one, other) => one.start - other.start);
        return { code: edited(code, edits), map: null };
      },
    },
  };
}

/** A string of CSS, in which all stays as it is. */
const STRING = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/;
const STRING_OR_COMMENT = new RegExp(`${STRING.source}|/\\*[^]*?\\*/`, 'g');

function minifyStyle(text: string, isFirst: boolean, isLast: boolean): string {
  let style = text
    .replace(STRING_OR_COMMENT, (_all, string: string | undefined) => string ?? '')
    .split(STRING)
    .map((part, index) => (index % 2 === 1 ? part : minifyRules(part)))
    .join('');
  if (isFirst) style = style.trimStart();
  if (isLast) style = style.trimEnd();
  return style;
}

/** Without strings in them. */
function minifyRules(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}
