import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codeBlock, htmlOf, type Part } from './markdown.ts';
import { themeCode } from './theme-code.ts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** Links in the header; the footer has more. */
const PAGES = [
  { path: '/playground.html', name: 'Playground' },
  { path: '/theming.html', name: 'Theming' },
  { path: '/docs/', name: 'Docs' },
];
const MORE = [
  { path: '/states/', name: 'States' },
  { path: '/docs/frameworks.html', name: 'Frameworks' },
  { path: '/docs/recipes.html', name: 'Recipes' },
  { path: '/docs/privacy.html', name: 'Privacy' },
];

/** The source of a page: the content of its head, and `<main>`. */
const SOURCE = /^<!doctype html>\s*(?<head>[\s\S]*?)\s*(?<main><main[\s\S]*<\/main>)\s*$/;
const INCLUDE = /<!-- include (?<path>[^\s#]+)(?:#(?<slug>\S+))?(?: (?<kind>code|tables))? -->/g;
const THEME = /<!-- theme (\S+) -->/g;

/**
 * Adds the shared layout to a page, and inserts files of the repository: `<!-- include docs/x.md -->`, with `#heading` for the
 * section below it, and with `code` or `tables` for only those. `<!-- theme x -->` is the style sheet of a theme.
 *
 * @param path Of the page, "/states/live.html".
 * @param scripts Modules to load before those of the page.
 */
export function renderPage(source: string, path: string, scripts: readonly string[]): string {
  const { head, main } = SOURCE.exec(source)?.groups ?? {};
  if (head === undefined || main === undefined) throw new Error(`${path}: expected a doctype, a head and a <main>.`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    ${sharingTags(head)}
    <link rel="icon" href="/icon.svg" />
    <link rel="stylesheet" href="/layout.css" />
    <link rel="stylesheet" href="/demo.css" />
    <script src="/theme.ts"></script>
    ${scripts.map((script) => `<script type="module" src="${script}"></script>`).join('\n    ')}
    ${head}
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="bar">
      <a class="brand" href="/"${here('/', path)}><img src="/icon.svg" width="22" height="22" alt="" />Live map</a>
      <nav aria-label="Pages">
        ${linksTo(PAGES, path)}
      </nav>
      <fieldset class="themes">
        <legend class="hidden">Theme</legend>
        <button type="button" value="auto">Auto</button>
        <button type="button" value="light">Light</button>
        <button type="button" value="dark">Dark</button>
      </fieldset>
    </header>
    ${filled(main).replace('<main', '<main id="content" tabindex="-1"')}
    <footer class="foot">
      <datafast-live-badge proxy-url="/live" href="/"></datafast-live-badge>
      <p>datafast-live-map ${version}, under the MIT licence. Not affiliated with DataFast.</p>
      <nav aria-label="All pages">
        ${linksTo([...PAGES, ...MORE], path)}
      </nav>
    </footer>
  </body>
</html>
`;
}

/** Networks want an absolute address of the picture: that of the site is known where it is built for one. */
const SITE = (process.env.SITE_URL ?? '').replace(/\/$/, '');

/** What a link to the page is shown with. */
function sharingTags(head: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(head) ?? [];
  const [, description] = /name="description"\s+content="([^"]*)"/.exec(head) ?? [];
  const tags: [property: string, content: string | undefined][] = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:image', `${SITE}/map.png`],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'A world map with a dot for each visitor, and their number.'],
  ];
  return tags
    .filter(([, content]) => content !== undefined)
    .map(([property, content]) => `<meta property="${property}" content="${content ?? ''}" />`)
    .join('\n    ');
}

function filled(main: string): string {
  return main.replace(INCLUDE, included).replace(THEME, (_all, name: string) => themeCode(name));
}

function linksTo(pages: typeof PAGES, path: string): string {
  return pages.map((page) => `<a href="${page.path}"${here(page.path, path)}>${page.name}</a>`).join('\n        ');
}

function here(target: string, path: string): string {
  const isCurrent = target === '/docs/' ? path.startsWith(target) : path.replace(/index\.html$/, '') === target;
  return isCurrent ? ' aria-current="page"' : '';
}

function included(_all: string, ...rest: unknown[]): string {
  const { path, slug, kind } = rest.at(-1) as { path: string } & Part;
  const text = readFileSync(join(root, path), 'utf8');
  return path.endsWith('.md') ? htmlOf(text, { slug, kind }) : codeBlock(basename(path), text);
}
