import { createChoice, createControl } from './controls.ts';
import { logEvents } from './log.ts';
import { attributes, customProperties } from './options.ts';
import { settingOf } from './setting.ts';
import { SNIPPETS, type Framework } from './snippet.ts';
import { connectSource } from './source.ts';
import { connectWidth } from './width.ts';

const map = find('datafast-live-map', 'map');
let ownSnapshot = false;
let framework: Framework = 'HTML';

const attributeControls = attributes.map((option) =>
  createControl(option, (value) => {
    if (value === null) map.removeAttribute(option.name);
    else map.setAttribute(option.name, value);
  }),
);
const propertyControls = customProperties.map((option) =>
  createControl(option, (value) => {
    map.style.setProperty(option.name, value);
  }),
);
find('div', 'attributes').append(...attributeControls.map(({ row }) => row));
find('div', 'properties').append(...propertyControls.map(({ row }) => row));

// The element changes its attributes too: `paused`, when its own button is used.
const reflect = (): void => {
  for (const { option, show } of attributeControls) show(map.getAttribute(option.name));
  find('code', 'snippet').textContent = SNIPPETS[framework](settingOf(map, attributes, ownSnapshot));
};
new MutationObserver(reflect).observe(map, { attributes: true });

find('fieldset', 'frameworks').append(
  ...Object.keys(SNIPPETS).map((name) =>
    createChoice('framework', name, name === framework, () => {
      framework = name as Framework;
      reflect();
    }),
  ),
);

connectWidth(find('div', 'box'), find('input', 'width'), find('output', 'width-now'));
logEvents(map, find('ol', 'log'));
find('button', 'refresh').addEventListener('click', () => void map.refresh());
connectSource(
  map,
  {
    select: find('select', 'source'),
    own: find('div', 'own'),
    text: find('textarea', 'own-text'),
    apply: find('button', 'own-apply'),
    message: find('p', 'own-message'),
    label: find('span', 'label'),
  },
  (own) => {
    ownSnapshot = own;
    reflect();
  },
);

function find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, id: string): HTMLElementTagNameMap[Tag] {
  const element = document.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}#${id}`);
  if (!element) throw new Error(`Got no <${tag} id="${id}">, expected one on this page.`);
  return element;
}
