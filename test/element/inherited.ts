/** Inherited properties that a page may have set around an element, with values that change what it would look like. */
export const RESET: readonly (readonly [property: string, value: string])[] = [
  // Space and lines.
  ['white-space', 'pre'],
  ['white-space', 'pre-wrap'],
  ['white-space', 'pre-line'],
  ['white-space', 'break-spaces'],
  ['white-space', 'nowrap'],
  ['white-space-collapse', 'preserve'],
  ['text-wrap', 'nowrap'],
  ['text-wrap', 'balance'],
  ['text-wrap-mode', 'nowrap'],
  ['text-wrap-style', 'balance'],
  ['text-indent', '40px'],
  ['letter-spacing', '5px'],
  ['word-spacing', '20px'],
  ['text-transform', 'uppercase'],
  ['line-height', '3'],
  ['text-align', 'center'],
  ['text-align', 'right'],
  ['text-align', 'justify'],
  ['text-align-last', 'center'],
  ['text-justify', 'inter-character'],
  ['hyphens', 'auto'],
  ['hyphenate-character', '"#"'],
  ['hyphenate-limit-chars', '2 1 1'],
  ['word-break', 'break-all'],
  ['word-break', 'keep-all'],
  ['overflow-wrap', 'anywhere'],
  ['line-break', 'anywhere'],
  ['tab-size', '40'],
  ['hanging-punctuation', 'first'],
  ['text-autospace', 'normal'],
  ['text-spacing-trim', 'space-all'],
  ['text-box-edge', 'cap alphabetic'],
  // The font, apart from its family.
  ['font-size', '40px'],
  ['font-style', 'italic'],
  ['font-weight', '900'],
  ['font-stretch', 'condensed'],
  ['font-variant', 'small-caps'],
  ['font-variant-caps', 'all-small-caps'],
  ['font-variant-numeric', 'oldstyle-nums'],
  ['font-variant-ligatures', 'none'],
  ['font-variant-position', 'super'],
  ['font-variant-alternates', 'historical-forms'],
  ['font-variant-east-asian', 'full-width'],
  ['font-feature-settings', '"smcp"'],
  ['font-variation-settings', '"wght" 900'],
  ['font-kerning', 'none'],
  ['font-size-adjust', '0.9'],
  ['font-optical-sizing', 'none'],
  ['font-synthesis', 'none'],
  ['font-palette', 'dark'],
  ['text-rendering', 'geometricPrecision'],
  // Decoration.
  ['color', 'rgb(200, 0, 0)'],
  ['text-shadow', '0 0 9px rgb(200, 0, 0)'],
  ['text-emphasis', 'dot'],
  ['text-emphasis-position', 'under right'],
  ['text-underline-position', 'under'],
  ['text-underline-offset', '9px'],
  ['-webkit-text-fill-color', 'rgb(200, 0, 0)'],
  ['-webkit-text-stroke', '3px rgb(200, 0, 0)'],
  ['-webkit-text-security', 'disc'],
  // Direction of writing.
  ['writing-mode', 'vertical-rl'],
  ['writing-mode', 'vertical-lr'],
  ['text-orientation', 'upright'],
  ['text-combine-upright', 'all'],
  ['ruby-position', 'under'],
  // Lists, tables, pages.
  ['list-style', 'square inside'],
  ['quotes', '"<" ">"'],
  ['border-collapse', 'collapse'],
  ['border-spacing', '20px'],
  ['caption-side', 'bottom'],
  ['empty-cells', 'hide'],
  ['orphans', '9'],
  ['widows', '9'],
  ['image-rendering', 'pixelated'],
  ['caret-color', 'rgb(200, 0, 0)'],
  ['accent-color', 'rgb(200, 0, 0)'],
  // SVG.
  ['fill', 'rgb(200, 0, 0)'],
  ['fill-opacity', '0.1'],
  ['fill-rule', 'evenodd'],
  ['clip-rule', 'evenodd'],
  ['stroke', 'rgb(200, 0, 0)'],
  ['stroke-width', '9px'],
  ['stroke-opacity', '0.1'],
  ['stroke-dasharray', '1px, 9px'],
  ['stroke-dashoffset', '5px'],
  ['stroke-linecap', 'round'],
  ['stroke-linejoin', 'bevel'],
  ['stroke-miterlimit', '1'],
  ['paint-order', 'stroke'],
  ['text-anchor', 'end'],
  ['dominant-baseline', 'hanging'],
  ['shape-rendering', 'crispedges'],
  ['color-interpolation', 'linearrgb'],
  ['marker', 'url("#nothing")'],
];

/** What an element takes from the page. */
export const WELCOME: readonly (readonly [property: string, value: string])[] = [
  ['font-family', 'Georgia'],
  ['cursor', 'crosshair'],
  ['pointer-events', 'none'],
  ['visibility', 'hidden'],
  ['color-scheme', 'dark'],
  ['-webkit-print-color-adjust', 'exact'],
  ['-webkit-text-size-adjust', '90%'],
  ['-webkit-font-smoothing', 'antialiased'],
  ['-moz-osx-font-smoothing', 'grayscale'],
];

/** Where all nodes of a shadow tree are, from their host's corner. */
export function boxesOf(host: Element): string[] {
  const { left, top } = host.getBoundingClientRect();
  // Engines place in 60ths and 64ths of a pixel: a half of a tenth is rounded up, whatever its last digit in binary is.
  const round = (value: number): number => Math.round(value * 10 + 0.001) / 10;
  return [...host.shadowRoot!.querySelectorAll('*')].map((node) => {
    const box = node.getBoundingClientRect();
    const place = [box.x - left, box.y - top, box.width, box.height].map(round).join(' ');
    return `${node.localName}.${node.getAttribute('class') ?? ''}: ${place}`;
  });
}
