/**
 * Puts an element where its script stands, for pages whose builder strips elements that it does not know. The script has
 * the element's attributes with `data-` in front; without `data-proxy-url` nothing happens. A script in the head has no
 * place to show anything: its element comes first in the body.
 *
 * @param script The running one. A module does not know its own.
 */
export function insertBeside(script: HTMLOrSVGScriptElement | null, tag: string): void {
  const options = (customElements.get(tag) as { observedAttributes?: string[] } | undefined)?.observedAttributes ?? [];
  if (!script?.hasAttribute('data-proxy-url')) return;
  const element = document.createElement(tag);
  for (const name of options) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  if (!document.head.contains(script)) {
    script.after(element);
    return;
  }
  const place = (): void => {
    document.body.prepend(element);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', place);
  else place();
}
