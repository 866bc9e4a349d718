/** What the tests compare with: every state as it is painted, in the light and in the dark. */
const STATES: Readonly<Record<string, string>> = {
  live: 'Live',
  one: 'One person',
  paused: 'Paused',
  tooltip: 'By keyboard',
  table: 'As a table',
  precisions: 'City, region, country',
  predictions: 'Predictions',
  lists: 'Lists',
  filter: 'Filtered by a page',
  history: 'The last half hour',
  'look-back': 'Looking back',
  'look-back-filter': 'Looking back, filtered',
  daylight: 'Day and night',
  busy: 'Two hundred',
  'surge-begins': 'Four hundred',
  surge: 'Five thousand',
  'surge-peak': 'Twenty thousand',
  globe: 'Globe',
  empty: 'Empty',
  stale: 'Stale',
  error: 'Error',
  loading: 'Loading',
  unconfigured: 'Unconfigured',
  arabic: 'From right to left',
  'lists-arabic': 'Lists from right to left',
  badge: 'The badge',
};

function picture(name: string, title: string, theme: string): HTMLImageElement {
  const image = document.createElement('img');
  const { href: src } = new URL(`../pictures/states/${name}-${theme}.png`, import.meta.url);
  Object.assign(image, { src, alt: `${title}, ${theme}`, loading: 'lazy' });
  image.width = 480;
  image.className = theme;
  return image;
}

const gallery = document.getElementById('pictures');
for (const [name, title] of Object.entries(STATES)) {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  figure.append(caption, picture(name, title, 'light'), picture(name, title, 'dark'));
  gallery?.append(figure);
}
