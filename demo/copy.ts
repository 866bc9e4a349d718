/** Buttons with `data-copy` copy the code that they stand above. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-copy]') : null;
  const source = button?.closest('.code')?.querySelector('code');
  if (button && source) void copy(source, button);
});

async function copy(source: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = 'Copied';
  } catch {
    // No permission, or no secure context: the reader copies what is selected.
    getSelection()?.selectAllChildren(source);
    button.textContent = 'Selected';
  }
  button.disabled = true;
  setTimeout(() => {
    button.textContent = label;
    button.disabled = false;
  }, 1500);
}
