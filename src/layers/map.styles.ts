import { css, unsafeCSS, type CSSResult } from '@lit/reactive-element/css-tag.js';
import { MARK_STYLE } from '../marks/mark-shapes.ts';
import { NIGHT } from '../palette/night.ts';

const { halo, away, region, country, payment, band, number } = MARK_STYLE;

/** Land and marks. */
export const mapStyles: CSSResult = css`
  .map {
    border-radius: var(--_radius);
    /* One-finger scrolling belongs to the page. */
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  .map.globe {
    max-width: 34rem;
    margin-inline: auto;
  }
  /* As high as the land, whatever height or padding the page gives to the map. */
  .picture {
    contain: layout style;
    position: relative;
  }
  .picture > svg {
    display: block;
    width: 100%;
  }
  .marks {
    position: absolute;
    inset: 0;
    height: 100%;
    pointer-events: none;
  }
  .marks,
  .marks svg {
    overflow: visible;
  }
  .sea {
    fill: var(--_sea);
  }
  .globe .sea {
    stroke: var(--_border);
    vector-effect: non-scaling-stroke;
  }
  .land {
    fill: var(--_land);
    fill-rule: evenodd;
  }
  /* Marks keep their contrast on the darkest shade. */
  .daylight .land {
    fill-opacity: ${NIGHT.landOpacity};
  }
  .graticule,
  .borders {
    fill: none;
    stroke: var(--_graticule);
    vector-effect: non-scaling-stroke;
  }
  .borders {
    stroke: var(--_border);
    stroke-linejoin: round;
  }
  /* A part is several marks that look alike, and their shapes inherit, so that a page can paint them. */
  .mark {
    --_mark: var(--_visitor);
    --_halo: ${halo.opacity};
    fill: var(--_mark);
    stroke: var(--_mark);
    paint-order: stroke;
  }
  .mark.customer {
    --_mark: var(--_customer);
    --_halo: 0;
  }
  .dot {
    stroke-width: ${halo.dot}px;
    stroke-opacity: var(--_halo);
  }
  .dot.idle {
    --_halo: 0;
  }
  .dot.away {
    fill: var(--_land);
    stroke-width: ${away.stroke}px;
    stroke-opacity: 1;
    paint-order: normal;
  }
  .region {
    fill-opacity: ${region.fill};
    stroke-width: ${region.stroke}px;
  }
  .country {
    fill-opacity: ${country.fill};
    stroke-width: ${country.stroke}px;
    stroke-dasharray: ${unsafeCSS(country.dashes)};
  }
  .country .band + .body {
    fill-opacity: ${country.customer};
    stroke: none;
  }
  .cluster {
    stroke-width: ${halo.cluster}px;
    stroke-opacity: ${halo.opacity};
  }
  .halo {
    fill: var(--_visitor);
    fill-opacity: ${halo.opacity};
  }
  .dense {
    fill-rule: evenodd;
    stroke: none;
  }
  .payment {
    fill: var(--_payment);
    stroke: var(--_surface);
    stroke-width: ${payment.stroke}px;
  }
  .band,
  .arc {
    fill: none;
    stroke-opacity: 1;
    stroke-width: ${band.stroke}px;
  }
  .arc.unsure {
    stroke-width: 1px;
    stroke-opacity: 0.8;
    stroke-dasharray: 1.5;
  }
  .mark text {
    fill: var(--_text);
    fill-opacity: 1;
    stroke: none;
    font-size: ${number.size}px;
    font-weight: ${number.weight};
  }
  .cluster text {
    fill: var(--_surface);
  }
  @media (prefers-contrast: more) {
    .land,
    .mark:not(.dense) {
      stroke: var(--_text);
      stroke-opacity: 1;
      stroke-width: 1.5px;
      vector-effect: non-scaling-stroke;
    }
    .land {
      stroke-width: 1px;
    }
  }
  @media (forced-colors: active) {
    .marks,
    .effects,
    .sign,
    .placeholder {
      forced-color-adjust: none;
    }
  }
  :is(.stale, .error) .marks,
  :is(.stale, .error) .sign {
    filter: grayscale(1);
  }
`;
