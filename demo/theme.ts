// Before the first paint, so that no page flashes in the other theme: hence a classic script in the head, no module.
{
  const known = (): string => {
    try {
      return localStorage.getItem('theme') ?? 'auto';
    } catch {
      return 'auto';
    }
  };
  const show = (theme: string): void => {
    document.documentElement.dataset.theme = theme;
    for (const button of document.querySelectorAll<HTMLButtonElement>('.themes button')) {
      button.setAttribute('aria-pressed', String(button.value === theme));
    }
  };
  show(known());
  document.addEventListener('DOMContentLoaded', () => {
    show(known());
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('.themes button') : null;
    if (!button) return;
    try {
      localStorage.setItem('theme', button.value);
    } catch {
      // Where storage is blocked, the choice lasts as long as the page.
    }
    show(button.value);
  });
}
