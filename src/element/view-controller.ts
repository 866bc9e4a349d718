import type { ReactiveController } from '@lit/reactive-element';
import { ClockController } from '../controllers/clock.ts';
import { nextTask } from '../controllers/task.ts';
import { VisibilityController } from '../controllers/visibility.ts';
import type { FeedController } from './feed-controller.ts';
import { FirstPicture } from './first-picture.ts';
import { LiveMapView } from './live-map-view.ts';
import { MapController } from './map-controller.ts';
import type { PartHost } from './optional-part.ts';
import { PartLoader } from './part-loader.ts';
import type { LiveMapOptions } from './options.ts';
import { isReadyToHydrate, replaceRendering, readRendered, type ServerRendering } from './rendered.ts';
import { TextController } from './text-controller.ts';
import { ThemeController } from './theme-controller.ts';
import { TickerController } from './ticker-controller.ts';

type ViewHost = PartHost & { paused: boolean; readonly theme: string; readonly snapshot: unknown };

/** What the element shows: its nodes, and the controllers that draw into them while they can be seen. */
export class ViewController implements ReactiveController {
  readonly #host: ViewHost;
  readonly #feed: FeedController;
  readonly #text: TextController;
  readonly #theme: ThemeController;
  readonly #map: MapController;
  readonly #ticker: TickerController;
  readonly #visibility: VisibilityController;
  readonly #clock: ClockController;
  readonly #picture: FirstPicture;
  readonly #parts: PartLoader;
  #view: LiveMapView | null = null;
  /** What a server has rendered, until the element's own nodes take its place. */
  #rendered: ServerRendering | null = null;
  /** The table in place of the map, once its file is there. */
  #isTable = false;

  constructor(host: ViewHost, feed: FeedController) {
    this.#host = host;
    this.#feed = feed;
    this.#text = new TextController(host);
    this.#theme = new ThemeController(host);
    this.#map = new MapController(host);
    const { store } = feed;
    this.#parts = new PartLoader(host, store);
    this.#ticker = new TickerController(host, store);
    this.#picture = new FirstPicture(host);
    this.#visibility = new VisibilityController(host, () => {
      this.#applyVisibility();
      if (!this.#picture.isDone) host.requestUpdate();
    });
    this.#clock = new ClockController(host, () => {
      store.tick();
      this.#theme.check();
      if (this.#visibility.onScreen) this.#map.warnWithoutWidth();
    });
    store.subscribe((_state, highlights) => {
      this.#map.highlight(highlights);
      host.requestUpdate();
    });
    host.addController(this);
    this.#readRendered();
  }

  hostConnected(): void {
    this.#readRendered();
    // No event reports that the element was moved from under the pointer or the focus.
    if (!this.#host.matches(':hover,:focus-within')) {
      this.#map.interaction.release();
      this.#ticker.onPointerLeave();
    }
    this.#applyVisibility();
  }

  /** @returns What an update has to wait for: first data, and each step to take over a rendered map, have a task of their own. */
  begin(): Promise<void> | null {
    return this.#rendered ? nextTask() : this.#picture.begin();
  }

  /** Settles once all is drawn, and a viewer's input has an effect. */
  async settle(): Promise<void> {
    await this.#picture.end();
    if (this.#host.isConnected) await this.#map.interaction.settle();
  }

  /** The snapshot that a server has rendered. */
  get embedded(): unknown {
    if (!this.#rendered) return null;
    this.#map.interaction.request();
    return JSON.parse(this.#rendered.json) as unknown;
  }

  /** Passes on the options and the state. @param isThemed Whether the option `theme` has changed. */
  update(options: LiveMapOptions, isThemed: boolean): void {
    const { store } = this.#feed;
    this.#parts.update(options);
    if (isThemed) this.#theme.check();
    this.#text.update(options, store.past ?? store.latest);
    this.#map.update({
      options,
      state: store.state,
      locale: this.#text.locale,
      theme: this.#theme.value,
      rowVisitor: this.#ticker.pointedVisitor,
      isVisible: this.#visibility.visible && !this.#isTable,
    });
  }

  /** Writes the nodes. What a server has rendered stays until its equal can take its place. */
  draw(options: LiveMapOptions): void {
    if (this.#rendered && !(isReadyToHydrate(this.#host, this.#rendered) && this.#map.prepare(this.#rendered))) return;
    const { locale, isPending } = this.#text;
    const view = (this.#view ??= this.#createView());
    const isPainted = this.#picture.isDone || (this.#visibility.isPainted && this.#map.prepare());
    const isPictured = this.#picture.advance(isPainted);
    const shown = this.#text.shown(this.#feed.store.state);
    const state = isPictured ? shown : { ...shown, rows: [], more: 0 };
    const texts = this.#text.textsOf(options, state);
    view.update({
      ...texts,
      ...this.#parts.draw({ options, locale, state, texts }),
      options,
      locale,
      state,
      isPictured,
      isDark: this.#theme.value.isDark,
      camera: this.#map.camera,
      isTable: this.#map.interaction.isThere && this.#isTable,
    });
    this.#map.draw(view, { isPainted, isInteractive: isPictured && !isPending, isTable: this.#isTable });
    this.#ticker.draw(view.list, state, locale, this.#map.selected?.ids ?? []);
    this.#applyVisibility();
  }

  /** Reads what a server has rendered, before styles are adopted and change its layout: in an upgrade, that is at once. */
  #readRendered(): void {
    this.#rendered ??= this.#host.hasUpdated ? null : readRendered(this.#host);
    if (this.#rendered) this.#picture.skip();
  }

  #createView(): LiveMapView {
    const host = this.#host;
    const view = new LiveMapView({
      ticker: this.#ticker,
      onPause: () => {
        host.paused = !host.paused;
      },
      onTable: () => {
        this.#isTable = !this.#isTable;
        this.#map.interaction.request();
        host.requestUpdate();
      },
    });
    replaceRendering(host.renderRoot as ShadowRoot, view.shell);
    this.#rendered = null;
    this.#visibility.observe(view.shell);
    return view;
  }

  /** Polls and ticks only while the element can be seen. */
  #applyVisibility(): void {
    const { visible } = this.#visibility;
    this.#feed.watched = visible;
    this.#clock.running = visible && !this.#host.paused && this.#host.snapshot !== null;
  }
}
