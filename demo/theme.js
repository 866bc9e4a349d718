// Before the first paint, so that no page flashes in the other theme: hence a classic script, in the head.
(() => {
  const root = document.documentElement;
  const choose = (theme) => {
    root.dataset.theme = theme;
    for (const button of document.querySelectorAll('.themes button')) {
      button.setAttribute('aria-pressed', String(button.value === theme));
    }
  };
  const known = () => {
    try {
      return localStorage.getItem('theme') ?? 'auto';
    } catch {
      return 'auto';
    }
  };
  choose(known());
  document.addEventListener('DOMContentLoaded', () => {
    choose(known());
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('.themes button') : null;
    if (!button) return;
    try {
      localStorage.setItem('theme', button.value);
    } catch {
      // Where storage is blocked, the choice lasts as long as the page.
    }
    choose(button.value);
  });
})();
