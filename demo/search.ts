import type { SearchEntry } from './site/documents.ts';

/** Searches the documents in the page: the index is a module of the site, loaded when the field gets the focus. */
const MOST = 8;
const EXCERPT = 140;

const field = document.getElementById('search') as HTMLInputElement;
const status = document.getElementById('found') as HTMLParagraphElement;
const list = document.getElementById('results') as HTMLOListElement;
const root = document.documentElement.dataset.root ?? '/';

let entries: Promise<readonly SearchEntry[]> | null = null;

function load(): Promise<readonly SearchEntry[]> {
  entries ??= import('virtual:search-index').then((module) => module.default as readonly SearchEntry[]);
  return entries;
}

async function search(): Promise<void> {
  const all = await load();
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
  list.replaceChildren(...found.map(({ entry }) => resultOf(entry, words)));
  list.hidden = found.length === 0;
  status.textContent = words.length === 0 ? '' : found.length === 0 ? 'No results' : `Results: ${found.length}`;
}

/** 0 if a word is missing. A word in the heading counts more than one in the text. */
function scoreOf({ document: name, heading, text }: SearchEntry, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const inHeading = `${name} ${heading}`.toLowerCase().includes(word);
    const times = text.toLowerCase().split(word).length - 1;
    if (!inHeading && times === 0) return 0;
    score += (inHeading ? 20 : 0) + Math.min(times, 5);
  }
  return score;
}

function resultOf({ href, document: name, heading, text }: SearchEntry, words: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = root + href;
  const title = document.createElement('strong');
  title.textContent = heading;
  const place = document.createElement('span');
  place.textContent = name;
  const excerpt = document.createElement('span');
  const at = Math.max(0, text.toLowerCase().indexOf(words[0] ?? ''));
  const start = text.lastIndexOf(' ', Math.max(0, at - EXCERPT / 3)) + 1;
  const end = text.length <= start + EXCERPT ? text.length : text.lastIndexOf(' ', start + EXCERPT);
  excerpt.textContent = (start > 0 ? '… ' : '') + text.slice(start, end) + (end < text.length ? ' …' : '');
  link.append(title, place, excerpt);
  item.append(link);
  return item;
}

// Typed before this script has run.
if (field.value !== '') void search();
field.addEventListener('focus', () => void load());
field.addEventListener('input', () => void search());
field.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') list.querySelector('a')?.click();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  field.focus();
});
