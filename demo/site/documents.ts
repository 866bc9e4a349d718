import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsOf, htmlOf, sectionsOf, summaryOf } from './markdown.ts';

const folder = join(import.meta.dirname, '../../docs');

/** The order of the navigation; a document that is not named here comes last. */
const ORDER = [
  'element',
  'embedding',
  'frameworks',
  'right-now',
  'server-rendering',
  'badge',
  'proxy',
  'recipes',
  'privacy',
  'troubleshooting',
  'geocoder',
  'performance',
  'architecture',
];

/** A document of the repository, as a page of the site. */
export interface Document {
  /** Of the file, "server-rendering". */
  name: string;
  /** Of its link, "Server rendering". */
  label: string;
  /** Of the page, "/docs/server-rendering.html". */
  path: string;
  title: string;
  description: string;
  markdown: string;
}

/** Something that the search finds: the text below one heading. */
export interface SearchEntry {
  /** Relative to the root of the site. */
  href: string;
  document: string;
  heading: string;
  text: string;
}

export const OVERVIEW = '/docs/index.html';

export const documents: readonly Document[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => documentOf(file.slice(0, -'.md'.length)))
  .sort((a, b) => rankOf(a) - rankOf(b));

/** Source of a page below /docs/; `null` if there is no such page. */
export function documentPage(path: string): string | null {
  if (path === OVERVIEW)
    return page(OVERVIEW, 'Documentation', 'All documents of the live map, and a search.', overview());
  const document = documents.find((one) => one.path === path);
  if (!document) return null;
  const { title, description, markdown } = document;
  const contents = contentsOf(markdown).map(({ text, slug }) => `<li><a href="#${slug}">${text}</a></li>`);
  const body = `<article>${htmlOf(markdown)}</article>
  <nav class="contents" aria-label="On this page"><ul>${contents.join('\n')}</ul></nav>`;
  return page(path, title, description, body);
}

export function searchEntries(): SearchEntry[] {
  return documents.flatMap(({ name, label, markdown }) =>
    sectionsOf(markdown).map(({ heading, slug, text }) => ({
      href: `docs/${name}.html${slug === null ? '' : `#${slug}`}`,
      document: label,
      heading,
      text,
    })),
  );
}

function documentOf(name: string): Document {
  const markdown = readFileSync(join(folder, `${name}.md`), 'utf8');
  const label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  return { name, label, path: `/docs/${name}.html`, markdown, ...summaryOf(markdown) };
}

function rankOf({ name }: Document): number {
  return ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
}

function page(path: string, title: string, description: string, body: string): string {
  const links = documents.map((one) => {
    const current = one.path === path ? ' aria-current="page"' : '';
    return `<li><a href="${one.path}"${current}>${one.label}</a></li>`;
  });
  return `<!doctype html>
<title>${title} · Live map</title>
<meta name="description" content="${description}" />
<link rel="stylesheet" href="/document.css" />
<script type="module" src="/document.ts"></script>
<script type="module" src="/search.ts"></script>

<main class="document">
  <div class="guide">
    <div class="search" role="search">
      <label for="search">Search the documentation</label>
      <input id="search" type="search" autocomplete="off" aria-describedby="found" />
      <p id="found" role="status"></p>
      <ol id="results" hidden></ol>
    </div>
    <nav aria-label="Documents"><ul>${links.join('\n')}</ul></nav>
  </div>
  ${body}
</main>
`;
}

function overview(): string {
  const items = documents.map(
    ({ path, label, description }) => `<dt><a href="${path}">${label}</a></dt>\n<dd>${description}</dd>`,
  );
  return `<article><h1>Documentation</h1><dl class="overview">${items.join('\n')}</dl></article>`;
}
