import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Frame } from '../map/frame.ts';

export interface MapView {
  frame: Frame;
  projection: string;
  graticule: boolean;
  label: string;
  summary: string;
  hint: string;
  tooltip: TemplateResult | typeof nothing;
  onPointerMove: (event: PointerEvent) => void;
  onPointerLeave: (event: PointerEvent) => void;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/**
 * The map: the land in a drawing of its own units, which an update never touches and which scales with the element, and
 * the marks above it in CSS pixels.
 */
export function mapTemplate(view: MapView): TemplateResult {
  const { frame, projection, graticule } = view;
  return html`<div
    class="map ${projection}"
    part="map"
    role="group"
    tabindex="0"
    aria-label=${view.label}
    aria-describedby="summary"
    @pointermove=${view.onPointerMove}
    @pointerleave=${view.onPointerLeave}
    @click=${view.onClick}
    @keydown=${view.onKeyDown}
    @blur=${view.onBlur}
  >
    <p id="summary" class="unseen">${view.summary} ${view.hint}</p>
    <svg class="ground" viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true">
      <path class="sea" part="sea" d=${frame.sphere}></path>
      ${graticule ? svg`<path class="graticule" part="graticule" d=${frame.graticule()}></path>` : nothing}
      <path class="land" part="land" d=${frame.land}></path>
      ${frame.borders === null ? nothing : svg`<path class="borders" part="borders" d=${frame.borders}></path>`}
    </svg>
    <svg class="marks" aria-hidden="true"></svg>
    <div class="effects" aria-hidden="true"></div>
    ${view.tooltip}
  </div>`;
}
