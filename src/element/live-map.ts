import {
  ReactiveElement,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from '@lit/reactive-element';
import { defineOnce, pageRegistry } from '../base/define.ts';
import { normalizeOptions, optionsOf, propertiesOf } from '../base/option.ts';
import { VERSION } from '../base/version.ts';
import type { Snapshot } from '../protocol/types.ts';
import type { Status } from '../store/status.ts';
import { FeedController } from './feed-controller.ts';
import { OPTIONS, SOURCE_OPTIONS, rowKinds, type LiveMapOptions } from './options.ts';
import { isBeingParsed } from './rendered.ts';
import { liveMapStyles } from './styles.ts';
import { MAP_TAG } from './tag.ts';
import { ViewController } from './view-controller.ts';

/**
 * A live map of the visitors on a site, fed by a proxy: a dot for each visitor, and a ticker of what they do.
 * It inherits font family, direction, language, colour scheme, cursor, `pointer-events` and `visibility` from the page; all
 * other inherited styles are reset.
 *
 * @tagname datafast-live-map
 *
 * @attr {string} lang - Language of numbers and sentences; an unsupported one is skipped.
 *
 * @fires {LiveMapUpdateEvent} datafast-update - A snapshot arrived: `{ snapshot, arrived, departed, events, payments }`.
 * @fires {LiveMapPaymentEvent} datafast-payment - A new payment: `{ payment }`.
 * @fires {LiveMapSelectEvent} datafast-select - A viewer chose a mark: `{ visitors }`.
 * @fires {LiveMapStatusEvent} datafast-status - The status changed: `{ status, previous, reason }`.
 * @fires {LiveMapFilterEvent} datafast-filter - A viewer changed the filter: `{ filter }`.
 *
 * @slot heading - Above the count.
 * @slot empty - Shown while there are no visitors, instead of the built-in sentence.
 * @slot footer - Below everything.
 * @slot - Shown until the element is defined, and where scripts do not run.
 *
 * @csspart map - The map's box.
 * @csspart sea - Everything that is not land.
 * @csspart land - The land.
 * @csspart borders - The borders between countries.
 * @csspart graticule - Meridians and parallels.
 * @csspart night - The night side of the earth, with `daylight`: three shades over each other.
 * @csspart visitors - The visitors' marks; neighbours that look alike are one element.
 * @csspart customers - The customers' marks, likewise.
 * @csspart cluster - The marks with a number, likewise.
 * @csspart payment - The payments' diamonds on the map.
 * @csspart event - The symbol of a goal in the ticker.
 * @csspart tooltip - Details of a mark.
 * @csspart count - The number and its meaning.
 * @csspart ticker - The list of the latest events and payments.
 * @csspart ticker-row - A row of the ticker.
 * @csspart ticker-time - The relative time of a row.
 * @csspart breakdown - The lists of what is here now.
 * @csspart breakdown-list - One of the lists, with its heading.
 * @csspart breakdown-row - A row of a list: the button that filters.
 * @csspart breakdown-bar - The bar below a row.
 * @csspart filter - The button that removes a condition of the filter.
 * @csspart status - The line that shows the age of the data, or what is wrong.
 * @csspart zoom - The buttons that zoom, turn and reset the map.
 * @csspart history - The sparkline of the last half hour, and the slider in its place.
 * @csspart sparkline - The sparkline alone.
 * @csspart pause - The button that pauses and resumes.
 * @csspart sound - The button that switches the sound on and off.
 * @csspart list - The button that switches between map and table.
 *
 * @cssState unconfigured - No `proxy-url` and no `snapshot`.
 * @cssState loading - Waiting for the first snapshot.
 * @cssState live - Showing current data.
 * @cssState stale - Showing old data: two polls have failed, or the proxy's own data is old.
 * @cssState error - No data to show; the element retries.
 *
 * @cssprop [--live-map-surface=transparent] - Background of the element and of tooltips; without it tooltips are white or near-black.
 * @cssprop [--live-map-sea=transparent] - Colour of the sea.
 * @cssprop [--live-map-land=#dfe3e8] - Colour of the land.
 * @cssprop [--live-map-border=#c3cad3] - Colour of borders, and of the globe's outline.
 * @cssprop [--live-map-graticule=#e3e7ec] - Colour of meridians and parallels.
 * @cssprop [--live-map-night=#5b7cff] - Colour of the night's shades, which are translucent.
 * @cssprop [--live-map-text=#10151d] - Colour of text.
 * @cssprop [--live-map-muted=#535e6c] - Colour of quieter text.
 * @cssprop [--live-map-visitor=#1d5fd1] - Colour of visitors.
 * @cssprop [--live-map-customer=#7a3fc4] - Colour of customers.
 * @cssprop [--live-map-event=#9a5b00] - Colour of goals.
 * @cssprop [--live-map-payment=#0b7a4b] - Colour of payments.
 * @cssprop [--live-map-dot-size=8px] - Diameter of a dot, independent of the map's width.
 * @cssprop [--live-map-radius=8px] - Radius of corners.
 * @cssprop [--live-map-font=inherit] - Font family.
 */
// It writes its nodes itself: a template engine would take longer to start.
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- with its options, below
export class DatafastLiveMap extends ReactiveElement {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = liveMapStyles;
  static override properties: PropertyDeclarations = propertiesOf(OPTIONS);

  readonly #feed: FeedController = new FeedController(this);
  readonly #view: ViewController = new ViewController(this, this.#feed);

  constructor() {
    super();
    normalizeOptions<LiveMapOptions>(this, OPTIONS);
    // Set before the element was defined, it is an own property in front of the accessor.
    const early = Object.getOwnPropertyDescriptor(this, 'snapshot');
    if (!early) return;
    Reflect.deleteProperty(this, 'snapshot');
    this.snapshot = early.value;
  }

  /**
   * Registers the element. A second time is silent; where another version holds the name, one warning says so.
   *
   * @param tag The name to register.
   * @param registry Where; the page's own by default. Without one, as on a server, nothing happens.
   */
  static define(tag: string = MAP_TAG, registry: CustomElementRegistry | undefined = pageRegistry): void {
    // A class can hold one name only.
    defineOnce(tag === MAP_TAG ? this : class extends this {}, tag, registry);
  }

  /** State of the data: `unconfigured`, `loading`, `live`, `stale` or `error`. */
  get status(): Status {
    return this.#feed.status;
  }

  /**
   * The last snapshot. Set by code, in the documented shape, it supplies the data: polling stops until it is set to
   * `null` again. Anything else is ignored, with a warning.
   */
  get snapshot(): Snapshot | null {
    return this.#feed.snapshot;
  }

  set snapshot(value: unknown) {
    this.#feed.supply(value);
  }

  /** Polls now. Settles when the poll has ended, and never rejects. */
  async refresh(): Promise<void> {
    // The address may have been set just now.
    if (this.isConnected) await super.getUpdateComplete();
    await this.#feed.refresh();
  }

  /** Freezes map, ticker and announcements. */
  pause(): void {
    this.paused = true;
  }

  /** Shows the present, and how many visits were missed. */
  resume(): void {
    this.paused = false;
  }

  override connectedCallback(): void {
    if (!isBeingParsed(this)) super.connectedCallback();
  }

  /** First data are drawn in a task of their own. */
  protected override async scheduleUpdate(): Promise<void> {
    const task = this.#view.begin();
    if (task) await task;
    await super.scheduleUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#view.settle();
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    normalizeOptions<LiveMapOptions>(this, OPTIONS, changed);
  }

  protected override update(changed: PropertyValues<this>): void {
    const options = optionsOf<LiveMapOptions>(this, OPTIONS);
    const { store } = this.#feed;
    if (SOURCE_OPTIONS.some((option) => changed.has(option))) this.#feed.connect(options, this.#view.embedded);
    store.configure(rowKinds(options), options.tickerSize);
    if (options.paused) store.pause();
    else store.resume();
    this.#view.update(options, changed.has('theme'));
    super.update(changed);
    this.#view.draw(options);
  }
}

// The table of options declares the properties, with their types and docs.
// oxlint-disable-next-line typescript/no-empty-object-type
export interface DatafastLiveMap extends LiveMapOptions {}
