import { attributes as options } from './options.ts';

/** What stands on the element for this page's sake. */
const INTERNAL = new Set(['id', 'style']);

/** The HTML that gives what is to be seen; what equals the default is left out. */
export function snippetOf(map: HTMLElement, ownSnapshot: boolean): string {
  const isDefault = ({ name, value }: Attr): boolean =>
    options.some((option) => option.name === name && option.kind !== 'flag' && option.fallback === value);
  const attributes = [...map.attributes]
    .filter((attribute) => !INTERNAL.has(attribute.name) && !isDefault(attribute))
    .map(({ name, value }) => (value === '' ? name : `${name}="${escape(value)}"`));
  const long = attributes.join(' ').length > 50;
  const inside = attributes.map((attribute) => (long ? `\n  ${attribute}` : ` ${attribute}`)).join('');
  return [
    '<script type="module" src="/datafast-live-map.js"></script>',
    ...styleOf(map),
    `<datafast-live-map${inside}${long ? '\n' : ''}></datafast-live-map>`,
    ...(ownSnapshot ? [SUPPLY] : []),
  ].join('\n');
}

const SUPPLY = `<script type="module">
  document.querySelector('datafast-live-map').snapshot = yourSnapshot;
</script>`;

function styleOf({ style }: HTMLElement): string[] {
  const rules = [...style].map((name) => `    ${name}: ${style.getPropertyValue(name)};`);
  return rules.length > 0 ? ['<style>', '  datafast-live-map {', ...rules, '  }', '</style>'] : [];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
