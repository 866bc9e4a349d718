import themes from './themes.css?raw';

/** Shows of each theme the very rules that paint the map above, as they would stand on somebody's page. */
for (const code of document.querySelectorAll<HTMLElement>('code[data-theme-of]')) {
  const name = `.${code.dataset.themeOf ?? ''}`;
  const rules = themes.match(/^\.[^{]+\{[^}]*\}/gm) ?? [];
  code.textContent = rules
    .filter((rule) => rule.startsWith(`${name} `) || rule.startsWith(`${name}::`))
    .join('\n')
    .replaceAll(name, 'datafast-live-map');
}
