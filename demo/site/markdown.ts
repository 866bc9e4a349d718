import { Marked, type Token, type Tokens } from 'marked';

/** Where the site has what a document of the repository links to. */
const PAGES: Readonly<Record<string, string>> = {
  'embedding.md': '/embedding.html',
  'frameworks.md': '/frameworks.html',
  'privacy.md': '/privacy.html',
  'recipes.md': '/recipes.html',
};

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

/** A part of a document: all of it, what is below a heading, or of that the first block of code or all tables. */
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
  if (wanted.length === 0) throw new Error(`Nothing stands below #${slug ?? ''}${kind ? ` as ${kind}` : ''}.`);
  const html = marked.parser(wanted);
  // What the rest of the document has is not here, and a wide table is scrolled, and not the page.
  return (slug === undefined ? html : html.replace(/<a href="#[^"]*">(.*?)<\/a>/g, '$1'))
    .replaceAll('<table>', '<div class="scroll" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}

/** The headings of the second level, with their names in addresses. */
export function contentsOf(markdown: string): { text: string; slug: string }[] {
  return marked
    .lexer(markdown)
    .filter((token): token is Tokens.Heading => token.type === 'heading' && token.depth === 2)
    .map(({ text }) => ({ text, slug: slugOf(text) }));
}

/** Code with its language or the name of its file above, and a button that copies it. */
export function codeBlock(title: string, code: string): string {
  return `<div class="code">
<header>${escaped(title)}<button class="plain small" type="button" data-copy aria-live="polite">Copy</button></header>
<pre tabindex="0"><code>${escaped(code.trimEnd())}</code></pre>
</div>
`;
}

/** A heading's name in an address, as GitHub makes it. */
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

/** `null` for a file of the repository: the site does not have it. */
function addressOf(href: string): string | null {
  if (/^(https?:|#)/.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const page = PAGES[path.split('/').at(-1) ?? ''];
  return page === undefined ? null : page + (fragment === undefined ? '' : `#${fragment}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
