import { Marked, type Token, type Tokens } from 'marked';

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code: ({ text, lang }) => codeBlock(lang ?? '', text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const address = addressOf(href);
      return address === null ? text : `<a href="${address}">${text}</a>`;
    },
  },
});

/** A part of a document: all of it, the section below a heading, or only the first code block or all tables of that. */
export interface Part {
  slug?: string | undefined;
  kind?: 'code' | 'tables' | undefined;
}

/** @throws An Error where the document has no such part. */
export function htmlOf(markdown: string, { slug, kind }: Part = {}): string {
  const document = marked.lexer(markdown);
  const tokens = slug === undefined ? document : sectionOf(document, slug);
  const wanted =
    kind === 'code'
      ? tokens.filter(({ type }) => type === 'code').slice(0, 1)
      : kind === 'tables'
        ? tokens.filter(({ type }) => type === 'table')
        : tokens;
  if (wanted.length === 0) throw new Error(`#${slug ?? ''} has no ${kind ?? 'content'}.`);
  const html = marked.parser(wanted);
  // Links within the document have no target here. A wide table scrolls, not the page.
  return (slug === undefined ? html : html.replace(/<a href="#[^"]*">(.*?)<\/a>/g, '$1'))
    .replaceAll(' align="right"', ' class="end"')
    .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}

/** The headings of the second level, with their fragments. */
export function contentsOf(markdown: string): { text: string; slug: string }[] {
  return marked
    .lexer(markdown)
    .filter((token): token is Tokens.Heading => token.type === 'heading' && token.depth === 2)
    .map(({ text }) => ({ text, slug: slugOf(text) }));
}

/** Title and first paragraph of a document, as HTML text. */
export function summaryOf(markdown: string): { title: string; description: string } {
  const tokens = marked.lexer(markdown);
  const textOf = (type: string): string => plainText(tokens.find((token) => token.type === type));
  return { title: escaped(textOf('heading')), description: escaped(textOf('paragraph')) };
}

/** The sections of a document as plain text; the first one, below the title, has no slug. */
export function sectionsOf(markdown: string): { heading: string; slug: string | null; text: string }[] {
  const sections: { heading: string; slug: string | null; text: string }[] = [];
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') {
      const { text, depth } = token as Tokens.Heading;
      sections.push({ heading: plainText(token), slug: depth === 1 ? null : slugOf(text), text: '' });
    } else {
      const section = sections.at(-1);
      if (section) section.text = `${section.text} ${plainText(token)}`.trim();
    }
  }
  return sections;
}

function plainText(token: Token | undefined): string {
  if (token === undefined || token.type === 'html') return '';
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flatMap((row) => row.map(({ tokens }) => plainTexts(tokens))).join(' ');
  }
  if (token.type === 'list') return (token as Tokens.List).items.map(plainText).join(' ');
  if ('tokens' in token && token.tokens) return plainTexts(token.tokens);
  return 'text' in token ? String(token.text) : '';
}

function plainTexts(tokens: readonly Token[]): string {
  return tokens.map(plainText).join('').replace(/\s+/g, ' ');
}

/** Code with its language or file name above it, and a button that copies it. */
export function codeBlock(title: string, code: string): string {
  return `<div class="code">
<header>${escaped(title)}<button class="plain small" type="button" data-copy aria-live="polite">Copy</button></header>
<pre tabindex="0"><code>${escaped(code.trimEnd())}</code></pre>
</div>
`;
}

/** A heading's fragment, as GitHub forms it. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

function sectionOf(document: Token[], slug: string): Token[] {
  const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
  const start = document.findIndex((token) => isHeading(token) && slugOf(token.text) === slug);
  const heading = document[start] as Tokens.Heading | undefined;
  if (!heading) throw new Error(`There is no heading #${slug}.`);
  const length = document.slice(start + 1).findIndex((token) => isHeading(token) && token.depth <= heading.depth);
  return document.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}

/** `null` for a file of the repository that is not on the site. */
function addressOf(href: string): string | null {
  if (/^(https?:|#)/.test(href)) return href;
  const [, name, fragment = ''] = /^(?:docs\/)?([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  return name === undefined ? null : `/docs/${name}.html${fragment}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
