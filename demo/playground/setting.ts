import type { Option } from './options.ts';
import type { Attribute, Setting } from './snippet.ts';

/** The address in a snippet is that of one's own proxy, whatever the playground shows. */
const PROXY = '/live';

/** What is set on an element, but for what equals the default. */
export function settingOf(map: HTMLElement, options: readonly Option[], ownSnapshot: boolean): Setting {
  const set = options.flatMap(({ name, kind, fallback }): Attribute[] => {
    const value = map.getAttribute(name);
    if (value === null || (kind !== 'flag' && value === fallback)) return [];
    const isNumber = kind === 'number' && Number.isFinite(Number(value));
    return [{ name, value: kind === 'flag' ? true : isNumber ? Number(value) : value }];
  });
  const { style } = map;
  return {
    attributes: [
      ...(map.hasAttribute('proxy-url') && !ownSnapshot ? [{ name: 'proxy-url', value: PROXY }] : []),
      ...set,
    ],
    style: [...style].map((name) => ({ name, value: style.getPropertyValue(name) })),
    ownSnapshot,
  };
}
