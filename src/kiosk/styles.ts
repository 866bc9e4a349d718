/**
 * The element on a screen that is looked at from afar: as high as its page, with a map as large as the screen's ratio
 * allows. The page relates rem to the screen, and sets `--kiosk-zoom`, by which marks and their numbers are larger;
 * `--kiosk-ratio` is the map's width to its height.
 */
export const KIOSK_STYLE: string = `
.shell { display: block; height: 100%; }
.container { container-type: size; height: 100%; }
.shell .root.root {
  grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  gap: 0.9rem 2.5rem;
  height: 100%;
}
.shell .root.root > * { grid-column: 1 / -1; }
.shell .root.root > .ticker {
  align-self: start;
  justify-self: center;
  width: 100%;
  max-width: 46rem;
  max-height: 30cqh;
  max-height: round(down, 30cqh, 2.25rem);
  overflow: hidden;
}
.shell .root.root > .breakdown { max-height: 35cqh; overflow: hidden; }
.goal > .sign { border-width: 0.16rem; }
.customer.pageview > .sign { box-shadow: 0 0 0 0.13rem var(--_surface), 0 0 0 0.22rem var(--_customer); }
.shell .root .count { flex-wrap: nowrap; gap: 1.1rem; min-height: min(10vh, 16vw); }
.shell .root .number { font-size: min(10vh, 16vw); }
.meaning { display: grid; }
.shell .root .what { font-size: 1.6rem; letter-spacing: -0.015em; }
.shell .root .when { font-size: 1.1rem; }
.worded .what { font-size: 2.2rem; }
.shell .root .ticker :is(li, .more, .spare) { height: 2.25rem; }
.shell .root .ticker .sentence { -webkit-line-clamp: 1; }
.view { container-type: size; zoom: var(--kiosk-zoom, 1); display: grid; align-content: center; justify-content: center; }
.shell .map { width: min(100cqw, 100cqh * var(--kiosk-ratio, 2.19)); max-width: none; }
.tooltip { font-size: calc(0.8125rem / var(--kiosk-zoom, 1)); }
.tools, .zoom { visibility: var(--kiosk-tools, visible); }
@media (min-aspect-ratio: 16/10) {
  .shell .root:is(.auto, .beside, .below) { grid-template-columns: minmax(0, 1fr) minmax(17rem, 25%); }
  .shell .root:is(.auto, .beside, .below) > .view { grid-column: 1; }
  .shell .root:is(.auto, .beside, .below) > .ticker {
    grid-column: 2;
    align-self: center;
    max-height: 100%;
    max-height: round(down, 100%, 3.2rem);
  }
  .shell .root .ticker :is(li, .more, .spare) { height: 3.2rem; }
  .shell .root .ticker .sentence { -webkit-line-clamp: 2; }
}
@media (min-aspect-ratio: 21/10) {
  .shell .root.root {
    grid-template: auto minmax(0, 1fr) auto / minmax(17rem, 26rem) minmax(0, calc(100cqh * var(--kiosk-ratio, 2.19)));
    justify-content: space-evenly;
  }
  .shell .root.root > * { grid-column: 1; }
  .shell .root.root > .view { grid-area: 1 / 2 / 4 / 3; }
  .shell .root.root > .ticker { grid-column: 1; grid-row: 2; align-self: center; }
  .shell .root.root .top { align-self: start; }
}
`
  .replace(/\s+/g, ' ')
  .trim();
