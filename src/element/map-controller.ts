import type { ReactiveControllerHost } from '@lit/reactive-element';
import { warnOnce } from '../base/warn.ts';
import type { InteractiveCamera } from '../camera/interactive-camera.ts';
import { areFilesLost } from '../controllers/files.ts';
import { Lazy, LazyInstance } from '../controllers/lazy.ts';
import { SizeController } from '../controllers/size.ts';
import { delay, isPaintable, nextTask } from '../controllers/task.ts';
import { messagesVersion } from '../i18n/registry.ts';
import { FORMATTERS } from '../i18n/messages.ts';
import { MapLayers, type MapUpdate } from '../layers/map-layers.ts';
import type * as dense from '../layers/dense-layer.ts';
import type * as night from '../layers/night-layer.ts';
import type { Basemap } from '../map/basemap.ts';
import { RINGS } from '../map/land.data.ts';
import { isDense, scaledMark, type Mark } from '../marks/mark.ts';
import { sharedCurrency } from '../protocol/currency.ts';
import type { Visitor } from '../protocol/types.ts';
import type { Highlights, LiveState } from '../store/live-state.ts';
import { LiveMapSelectEvent } from './events.ts';
import { CameraLoader } from './camera-loader.ts';
import { detailFor, WORLD_CAMERA } from './camera-needs.ts';
import { InteractionLoader } from './interaction-loader.ts';
import type { MapInteraction } from './map-interaction.ts';
import { MapModel } from './map-model.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';
import { placementWidth, type ServerRendering } from './rendered.ts';
import type { LiveMapView, MapCamera } from './live-map-view.ts';
import type { PageTheme } from './theme-controller.ts';
import { VisitorLocator } from './visitor-locator.ts';

/** What the map shows in one update of its host. */
export interface MapContext {
  options: LiveMapOptions;
  state: LiveState;
  locale: string;
  theme: PageTheme;
  /** The visitor of the ticker's row that is pointed at. */
  rowVisitor: string | null;
  /** The map can be seen. */
  isVisible: boolean;
}

export interface MapDrawing {
  /** Land is painted; marks follow. */
  isPainted: boolean;
  /** The first picture is painted, in the viewer's language. */
  isInteractive: boolean;
  /** A table is wanted in place of the map. */
  isTable: boolean;
}

/** Marks of fewer visitors are worked out and drawn in one task. */
const FEW = 100;
/** Milliseconds for which the first marks of a crowd wait for their file. */
const DENSE_PATIENCE_MS = 2_000;
const denseFile = new Lazy<typeof dense>('crowds', () => import('../layers/dense-layer.ts'));
const nightFile = new Lazy<typeof night>('night', () => import('../layers/night-layer.ts'));

/** The map with its camera, its layers and what a viewer selects on it. */
export class MapController {
  /** A map that was rendered for a width, and its snapshot: its marks are shown as they were until the next one. */
  #rendered: (ServerRendering & Pick<LiveState, 'snapshot'>) | null = null;
  /** What a viewer may do to the map. */
  readonly interaction: InteractionLoader;
  readonly #host: ReactiveControllerHost & Element;
  readonly #model: MapModel;
  readonly #size: SizeController;
  readonly #loader: CameraLoader;
  readonly #night: LazyInstance<typeof night, night.NightLayer>;
  /** The last input. */
  #context!: MapContext;
  #layers: MapLayers | null = null;
  #marks: readonly Mark[] = [];
  #highlights: Highlights[] = [];
  /** Land is painted; marks follow. */
  #isPainted = false;
  /** The first marks can be drawn; `false` while they are worked out. */
  #arePrepared: boolean | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#model = new MapModel(new VisitorLocator(this.#update), () => denseFile.value?.placeOnLattice ?? null);
    this.#size = new SizeController(host);
    this.interaction = new InteractionLoader(this.#update);
    this.#night = new LazyInstance(nightFile, ({ NightLayer }) => new NightLayer(), this.#update);
    this.#loader = new CameraLoader(
      (module) => this.#createCamera(module.InteractiveCamera),
      () => {
        if (this.#loader.isMissing) this.interaction.interaction?.input.leaveButtons();
        this.#update();
      },
    );
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };

  /** The first marks are drawn once they are worked out. */
  readonly #onDenseFile = (): void => {
    if (this.#arePrepared) this.#update();
  };

  get camera(): MapCamera {
    const { camera, isMissing } = this.#loader;
    return camera ?? (isMissing ? { ...WORLD_CAMERA, buttons: [] } : WORLD_CAMERA);
  }

  /** The mark that is pointed at or focused. */
  get selected(): Mark | null {
    return this.interaction.interaction?.selection.find(this.#marks) ?? null;
  }

  /** A map without a width is on the screen, and cannot be seen. */
  warnWithoutWidth(): void {
    if (this.#size.width > 0) return;
    const { localName } = this.#host;
    warnOnce(`<${localName}> is visible but 0 px wide: set its width in CSS.`);
  }

  /** Highlights these with the next drawing. */
  highlight(highlights: Highlights): void {
    this.#highlights.push(highlights);
  }

  /** Requests the files that the input needs, and moves the camera. */
  update(context: MapContext): void {
    const { options, state } = context;
    this.#context = context;
    const loader = this.#loader;
    // All scripts of the page are looked at for it: before the first picture, and while files are missing.
    const isUnsure = this.#layers === null || loader.isMissing;
    if (options.daylight) this.#night.request();
    if (isDense(state.visitors)) denseFile.request(this.#onDenseFile);
    if (this.#model.needsCamera(options, state) || (isUnsure && areFilesLost())) loader.request();
    loader.detail.request(detailFor(options, loader.camera));
    loader.camera?.update(this.#model.cameraUpdate(options, state, loader, performance.now()));
  }

  /** Works out the first marks in tasks of their own. @param rendered Whose place they take. @returns Whether they can be drawn. */
  prepare(rendered?: ServerRendering): boolean {
    const { snapshot, visitors } = this.#context.state;
    if (rendered) this.#rendered ??= { ...rendered, snapshot };
    const width = this.#width(snapshot);
    if (this.#arePrepared === null && snapshot && width > 0) {
      this.#arePrepared = !isPaintable() || visitors.length < FEW;
      if (!this.#arePrepared) void this.#composeInSteps(width);
    }
    return this.#arePrepared ?? true;
  }

  async #composeInSteps(width: number): Promise<void> {
    const { options, state, theme } = this.#context;
    const basemap = this.#model.basemap(options, state, this.#loader);
    const size = { width, dotSize: theme.dotSize, predictions: showsPredictions(options, state) };
    const steps = this.#model.locateInSteps(state, basemap, size);
    while (!steps.next().done) await nextTask();
    await Promise.race([denseFile.settle(), delay(DENSE_PATIENCE_MS)]);
    // The file was read and run in the task before.
    await nextTask();
    this.#model.compose(state, basemap, size);
    await nextTask();
    this.#arePrepared = true;
    this.#update();
  }

  /** Writes the nodes of the last input. */
  draw(view: LiveMapView, { isPainted, isInteractive, isTable }: MapDrawing): void {
    const context = this.#context;
    this.#isPainted = isPainted;
    if (!this.#layers) {
      const { map } = view;
      this.#layers = new MapLayers(view.basemap, view.marks);
      this.interaction.observe(map);
      this.#size.observe(map);
    }
    this.#drawLayers(context);
    if (isInteractive) this.#interact(view, context, isTable);
    const { camera } = this.#loader;
    if (camera) this.#moveCamera(camera, context);
  }

  #interact(view: LiveMapView, { options, state, locale }: MapContext, isTable: boolean): void {
    if (state.snapshot) this.interaction.requestWhenIdle();
    const interaction = this.interaction.create((module) => this.#createInteraction(view, module.MapInteraction));
    if (!interaction) return;
    const mark = this.selected;
    interaction.update({
      locale,
      messagesVersion: messagesVersion(),
      state,
      minCount: options.minCount,
      predictions: showsPredictions(options, state) ? { currency: sharedCurrency(state.payments) } : null,
      buttons: this.camera.buttons,
      mark,
      visitors: mark ? this.#visitorsOf(mark) : [],
      isTable,
    });
  }

  #createInteraction({ root, map }: LiveMapView, Interaction: typeof MapInteraction): MapInteraction {
    return new Interaction({
      root,
      map,
      loader: this.#loader,
      formatters: FORMATTERS,
      marks: () => this.#marks,
      onChange: this.#update,
      onSelect: (mark) => {
        this.#host.dispatchEvent(new LiveMapSelectEvent(this.#visitorsOf(mark)));
      },
    });
  }

  #drawLayers({ options, state, locale, theme, rowVisitor, isVisible }: MapContext): void {
    const basemap = this.#model.basemap(options, state, this.#loader);
    const width = this.#width(state.snapshot);
    const boxWidth = this.#size.width || (this.#rendered?.shown ?? width);
    const { dotSize } = theme;
    const predictions = showsPredictions(options, state);
    const isDrawn = this.#isPainted && width > 0;
    const composition = isDrawn ? this.#model.compose(state, basemap, { width, dotSize, predictions }) : null;
    const highlights = this.#highlights.splice(0);
    const scale = boxWidth / width;
    this.#marks = composition?.marks.map((mark) => scaledMark(mark, scale)) ?? [];
    const update: MapUpdate = {
      basemap,
      graticule: options.graticule,
      night: options.daylight ? this.#drawNight(state, basemap) : null,
      composition,
      DenseLayer: denseFile.value?.DenseLayer ?? null,
      locale,
      activeKey: this.#activeMark(rowVisitor)?.key ?? null,
      width,
      boxWidth,
      generation: state.generation,
      highlights: isVisible ? highlights : [],
      now: performance.now(),
    };
    this.#layers?.update(update, this.interaction.interaction?.effects ?? null);
  }

  /** CSS pixels of the map that marks are placed for. */
  #width(snapshot: LiveState['snapshot']): number {
    const { width } = this.#size;
    return this.#rendered?.snapshot === snapshot ? placementWidth(this.#rendered, width) : width;
  }

  /** The mark that is pointed at or focused, or that of the row that is. */
  #activeMark(rowVisitor: string | null): Mark | null {
    if (rowVisitor === null) return this.selected;
    return this.selected ?? this.#marks.find(({ ids }) => ids.includes(rowVisitor)) ?? null;
  }

  /** `null` until its file is there, and while the time is not known. */
  #drawNight({ snapshot, now }: LiveState, basemap: Basemap): SVGElement | null {
    const layer = this.#night.value;
    if (!layer || !snapshot) return null;
    layer.update(basemap, now);
    return layer.element;
  }

  #createCamera(Camera: typeof InteractiveCamera): InteractiveCamera {
    const { options, state } = this.#context;
    const camera = new Camera(this.#host, this.#model.cameraUpdate(options, state, this.#loader, performance.now()), {
      land: RINGS,
      surroundings: () => ({ marks: this.#marks, selected: this.selected, width: this.#size.width }),
      interaction: () => this.interaction.interaction,
      onFrame: () => {
        this.#drawLayers(this.#context);
      },
    });
    this.#moveCamera(camera, this.#context);
    return camera;
  }

  #moveCamera(camera: InteractiveCamera, { options, state, isVisible }: MapContext): void {
    const { projection, fit, paused } = options;
    const isLive = state.snapshot !== null && state.status === 'live';
    const isTurning =
      projection === 'globe' && fit === 'world' && isLive && !this.interaction.interaction?.input.isUsed;
    camera.configure(isVisible && !paused, isTurning);
  }

  #visitorsOf({ ids }: Mark): Visitor[] {
    const wanted = new Set(ids);
    return this.#context.state.visitors.filter(({ visitorId }) => wanted.has(visitorId));
  }
}
