import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Frame } from '../map/frame.ts';
import { TOOLTIP } from './tooltip.ts';

export interface MapView {
  frame: Frame;
  projection: string;
  graticule: boolean;
  label: string;
  /** What it shows, and how to go through it. */
  description: string;
  tooltip: TemplateResult | typeof nothing;
  /** The buttons. */
  zoom: TemplateResult;
  /** There is more of the earth than the picture shows: it ends at its edges. */
  isCut: boolean;
  /** It can be taken elsewhere. */
  isFree: boolean;
  handlers: MapHandlers;
}

/** What people do with the map. */
export interface MapHandlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  /** The pointer was lifted, or the page has taken it over to scroll. */
  onPointerEnd: (event: PointerEvent) => void;
  onPointerLeave: (event: PointerEvent) => void;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: (event: FocusEvent) => void;
}

/**
 * The map: the land in a drawing of its own units, which changes with the camera only and scales with the element, and
 * the marks above it in CSS pixels.
 */
export function mapTemplate(view: MapView): TemplateResult {
  const { frame, projection, graticule, handlers } = view;
  return html`<div
    class="map ${projection} ${view.isCut ? 'cut' : ''} ${view.isFree ? 'free' : ''}"
    part="map"
    role="application"
    tabindex="0"
    aria-label=${view.label}
    aria-activedescendant=${view.tooltip === nothing ? nothing : TOOLTIP}
    aria-describedby="summary"
    @pointerdown=${handlers.onPointerDown}
    @pointermove=${handlers.onPointerMove}
    @pointerup=${handlers.onPointerEnd}
    @pointercancel=${handlers.onPointerEnd}
    @pointerleave=${handlers.onPointerLeave}
    @click=${handlers.onClick}
    @keydown=${handlers.onKeyDown}
    @focusin=${handlers.onFocusIn}
    @focusout=${handlers.onFocusOut}
  >
    <p id="summary" class="unseen">${view.description}</p>
    <svg class="ground" viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true">
      <path class="sea" part="sea" d=${frame.sphere}></path>
      ${graticule ? svg`<path class="graticule" part="graticule" d=${frame.graticule()}></path>` : nothing}
      <path class="land" part="land" d=${frame.land} transform=${frame.landTransform}></path>
      ${frame.borders === null ? nothing : svg`<path class="borders" part="borders" d=${frame.borders}></path>`}
    </svg>
    <svg class="marks" aria-hidden="true"></svg>
    <div class="effects" aria-hidden="true"></div>
    ${view.zoom} ${view.tooltip}
  </div>`;
}
