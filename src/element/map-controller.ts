import type { ReactiveControllerHost } from '@lit/reactive-element';
import { warnOnce } from '../base/warn.ts';
import type { InteractiveCamera } from '../camera/interactive-camera.ts';
import type { Dismissible } from '../camera/tooltip-dismissal.ts';
import { areFilesLost } from '../controllers/files.ts';
import { Lazy } from '../controllers/lazy.ts';
import { SizeController } from '../controllers/size.ts';
import { MapLayers } from '../layers/map-layers.ts';
import type * as night from '../layers/night-layer.ts';
import { Tooltip } from '../layers/tooltip.ts';
import type { Frame } from '../map/frame.ts';
import { RINGS } from '../map/land.data.ts';
import { scaledMark, type Mark } from '../marks/mark.ts';
import { sharedCurrency } from '../protocol/currency.ts';
import type { Visitor } from '../protocol/types.ts';
import type { Highlights, LiveState } from '../store/live-state.ts';
import { LiveMapSelectEvent } from './events.ts';
import { CameraLoader } from './camera-loader.ts';
import { detailFor, needsCamera, WORLD_CAMERA } from './camera-needs.ts';
import { MapInput } from './map-input.ts';
import { positionOn } from './map-position.ts';
import { MapModel } from './map-model.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';
import type { PageTheme } from './page-theme.ts';
import type { Rendered } from './rendered.ts';
import { Selection } from './selection.ts';
import type { MapCamera } from './live-map-view.ts';
import { VisitorLocator } from './visitor-locator.ts';

/** What the map shows in one update of its host. */
export interface MapContext {
  options: LiveMapOptions;
  state: LiveState;
  locale: string;
  theme: PageTheme;
  /** The map can be seen. */
  isVisible: boolean;
}

const nightFile = new Lazy<typeof night>('night', () => import('../layers/night-layer.ts'));

/** The map with its camera, its layers and what a viewer selects on it. */
export class MapController {
  readonly selection: Selection = new Selection();
  readonly input: MapInput;
  /** What was rendered, whose marks are shown as they were until the next snapshot. */
  rendered: Rendered | null = null;
  readonly #host: ReactiveControllerHost & Element;
  readonly #model: MapModel;
  readonly #size: SizeController;
  readonly #loader: CameraLoader;
  #context: MapContext | null = null;
  #layers: MapLayers | null = null;
  #tooltip: Tooltip | null = null;
  #night: night.NightLayer | null = null;
  #marks: readonly Mark[] = [];
  #highlights: Highlights[] = [];
  /** Land is painted; marks follow. */
  #isPainted = false;

  constructor(host: ReactiveControllerHost & Element) {
    const update = (): void => {
      host.requestUpdate();
    };
    this.#host = host;
    this.#model = new MapModel(new VisitorLocator(update));
    this.#size = new SizeController(host);
    this.#loader = new CameraLoader(
      (module) => this.#createCamera(module.InteractiveCamera),
      () => {
        if (this.#loader.isMissing) this.input.leaveButtons(host);
        update();
      },
    );
    this.input = new MapInput(this.#loader, this.selection, {
      marks: () => this.#marks,
      onChange: update,
      onSelect: (mark) => {
        host.dispatchEvent(new LiveMapSelectEvent(this.#visitorsOf(mark)));
      },
    });
  }

  get camera(): MapCamera {
    const { camera, isMissing } = this.#loader;
    return camera ?? (isMissing ? { ...WORLD_CAMERA, buttons: [] } : WORLD_CAMERA);
  }

  /** The mark that is pointed at or focused. */
  get selected(): Mark | null {
    return this.selection.find(this.#marks);
  }

  /** A map without a width is on the screen, and cannot be seen. */
  warnWithoutWidth(): void {
    if (this.#size.width > 0) return;
    const { localName } = this.#host;
    warnOnce(`<${localName}> is visible but 0 px wide: set a width for it or its container in CSS.`);
  }

  /** Highlights these with the next drawing. */
  highlight(highlights: Highlights): void {
    this.#highlights.push(highlights);
  }

  /** Before the host renders. */
  update(context: MapContext): void {
    const { options, state } = context;
    this.#context = context;
    const loader = this.#loader;
    // All scripts of the page are looked at for it: before the first picture, and while files are missing.
    const isUnsure = this.#layers === null || loader.isMissing;
    if (options.daylight)
      nightFile.request(() => {
        this.#host.requestUpdate();
      });
    if (needsCamera(options) || (isUnsure && areFilesLost())) loader.request();
    loader.detail.request(detailFor(options, loader.camera));
    loader.camera?.look(this.#model.cameraUpdate(options, state, loader, performance.now()));
  }

  /**
   * After the host has rendered.
   *
   * @param root The element's own box in the shadow tree. @param isPainted Land is painted; marks follow.
   */
  draw(root: HTMLElement, isPainted: boolean): void {
    const context = this.#context;
    this.#isPainted = isPainted;
    if (!context) return;
    if (!this.#layers) {
      const map = root.querySelector('.map');
      if (!map) throw new Error('Got a view without a map.');
      this.#layers = new MapLayers(map);
      this.#tooltip = new Tooltip(root);
      this.#size.observe(map);
    }
    this.#drawLayers(context);
    const { options, state, locale } = context;
    const mark = this.selected;
    const predictions = showsPredictions(options, state) ? { currency: sharedCurrency(state.payments) } : null;
    const visitors = mark ? this.#visitorsOf(mark) : [];
    this.#tooltip?.update({ mark, visitors, locale, now: state.asOf, predictions });
    this.#moveCamera(context);
    this.#loader.runQueued();
  }

  #drawLayers({ options, state, locale, theme, isVisible }: MapContext): void {
    const frame = this.#model.frame(options, state, this.#loader);
    const { rendered } = this;
    const width = rendered?.snapshot === state.snapshot ? rendered.width : this.#size.width;
    const { dotSize } = theme;
    const predictions = showsPredictions(options, state);
    const isDrawn = this.#isPainted && width > 0;
    const composition = isDrawn ? this.#model.compose(state, frame, { width, dotSize, predictions }) : null;
    const highlights = this.#highlights.splice(0);
    const scale = this.#size.width / width;
    this.#marks = composition?.marks.map((mark) => scaledMark(mark, scale)) ?? [];
    this.#layers?.update({
      frame,
      graticule: options.graticule,
      night: options.daylight ? this.#drawNight(state, frame) : null,
      composition,
      locale,
      activeKey: this.selection.active(this.#marks)?.key ?? null,
      width,
      generation: state.generation,
      highlights: isVisible ? highlights : [],
      now: performance.now(),
    });
  }

  /** `null` until its file is there, and while the time is not known. */
  #drawNight({ snapshot, now }: LiveState, frame: Frame): SVGElement | null {
    if (!nightFile.value || !snapshot) return null;
    this.#night ??= new nightFile.value.NightLayer();
    this.#night.update(frame, now);
    return this.#night.element;
  }

  #createCamera(Camera: typeof InteractiveCamera): InteractiveCamera {
    if (!this.#context) throw new Error('Got no update yet, expected one before the camera is created.');
    const { options, state } = this.#context;
    return new Camera(this.#host, this.#model.cameraUpdate(options, state, this.#loader, performance.now()), {
      land: RINGS,
      positionOn,
      surroundings: () => ({ marks: this.#marks, selected: this.selected, width: this.#size.width }),
      tooltip: this.#dismissible,
      onFrame: () => {
        if (this.#context) this.#drawLayers(this.#context);
      },
    });
  }

  get #dismissible(): Dismissible {
    const isOpen = (): boolean => this.selected !== null;
    const update = (hasChanged: boolean): void => {
      if (hasChanged) this.#host.requestUpdate();
    };
    return {
      get isOpen() {
        return isOpen();
      },
      dismiss: () => {
        update(this.selection.dismiss());
      },
      close: () => {
        update(this.selection.clear());
      },
    };
  }

  #moveCamera({ options, state, isVisible }: MapContext): void {
    const { projection, fit, paused } = options;
    const isLive = state.snapshot !== null && state.status === 'live';
    const isTurning = projection === 'globe' && fit === 'world' && isLive && !this.input.isUsed;
    this.#loader.camera?.configure(isVisible && !paused, isTurning);
  }

  #visitorsOf({ ids }: Mark): Visitor[] {
    const wanted = new Set(ids);
    return this.#context?.state.visitors.filter(({ visitorId }) => wanted.has(visitorId)) ?? [];
  }
}
