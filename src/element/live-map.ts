import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { explain } from '../client/causes.ts';
import type { Changes } from '../client/changes.ts';
import { ClockController } from '../controllers/clock.ts';
import { FeedController, type Status } from '../controllers/feed.ts';
import { SizeController } from '../controllers/size.ts';
import { VisibilityController } from '../controllers/visibility.ts';
import { message, servedLocale } from '../i18n/messages.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import { ConfiguredElement } from './configured-element.ts';
import { isOnUndeclaredDark } from './darkness.ts';
import { defineOnce, pageRegistry, TAG } from './define.ts';
import { Derived } from './derived.ts';
import { Digest } from './digest.ts';
import { LiveMapPaymentEvent, LiveMapSelectEvent, LiveMapStatusEvent, LiveMapUpdateEvent } from './events.ts';
import { nearestLanguage } from './language.ts';
import { layoutTemplate } from './layout.ts';
import { Looking } from './looking.ts';
import { Pause } from './pause.ts';
import type { Shown } from './shown.ts';
import { SOURCE_OPTIONS, sourceOf, warnUnconfigured } from './source.ts';
import { Stage } from './stage.ts';
import { customStates } from './states.ts';
import { liveMapStyles } from './styles.ts';
import { Texts } from './texts.ts';
import { VERSION } from './version.ts';
import { warnOnce } from './warn.ts';

/**
 * A live map of the people on a site: a dot for each visitor, a ticker of what they do, fed from a proxy.
 *
 * @tagname datafast-live-map
 *
 * @fires {LiveMapUpdateEvent} datafast-update - A snapshot came: `{ snapshot, arrived, departed, events, payments }`.
 * @fires {LiveMapPaymentEvent} datafast-payment - A new payment: `{ payment }`.
 * @fires {LiveMapSelectEvent} datafast-select - Somebody chose a mark: `{ visitors }`.
 * @fires {LiveMapStatusEvent} datafast-status - The status changed: `{ status, previous, reason }`.
 *
 * @slot heading - Stands above the count.
 * @slot empty - Shown while nobody is here, instead of the built-in sentence.
 * @slot footer - Stands below everything.
 * @slot - Shown before the element is defined and where scripts do not run.
 *
 * @csspart map - The map's box.
 * @csspart sea - What is not land.
 * @csspart land - The land.
 * @csspart graticule - Meridians and parallels.
 * @csspart visitors - A visitor's mark.
 * @csspart customers - A customer's mark.
 * @csspart cluster - A mark with a number.
 * @csspart payment - A payment's diamond on the map.
 * @csspart tooltip - What a mark says of itself.
 * @csspart count - The number and its meaning.
 * @csspart ticker - The list of what happened.
 * @csspart ticker-row - A row of it.
 * @csspart ticker-time - A row's relative time.
 * @csspart status - The line that tells how fresh the number is, or what is wrong.
 * @csspart pause - The button that stops and resumes.
 * @csspart zoom - The map's buttons.
 * @csspart list - The button that turns the map into a table, and back.
 *
 * @cssprop [--live-map-surface=transparent] - Background of the element, and of tooltips, which are white or near-black without it.
 * @cssprop [--live-map-sea=transparent] - Colour of the sea.
 * @cssprop [--live-map-land=#dfe3e8] - Colour of the land.
 * @cssprop [--live-map-border=#c3cad3] - Outline of the globe.
 * @cssprop [--live-map-graticule=#e3e7ec] - Colour of meridians and parallels.
 * @cssprop [--live-map-text=#10151d] - Colour of text.
 * @cssprop [--live-map-muted=#535e6c] - Colour of quieter text.
 * @cssprop [--live-map-visitor=#1d5fd1] - Colour of visitors.
 * @cssprop [--live-map-customer=#7a3fc4] - Colour of customers.
 * @cssprop [--live-map-event=#9a5b00] - Colour of goals.
 * @cssprop [--live-map-payment=#0b7a4b] - Colour of payments.
 * @cssprop [--live-map-dot-size=8px] - Diameter of a dot in px, whatever the map's width.
 * @cssprop [--live-map-radius=8px] - Radius of corners.
 * @cssprop [--live-map-font=inherit] - Font family.
 */
export class DatafastLiveMap extends ConfiguredElement {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = liveMapStyles;

  readonly #feed: FeedController = new FeedController(this, {
    onSnapshot: (snapshot, changes) => {
      this.#onSnapshot(snapshot, changes);
    },
    onStatus: (status, previous, reason) => {
      this.#onStatus(status, previous, reason);
    },
  });
  readonly #visibility: VisibilityController = new VisibilityController(this, () => {
    this.#follow();
  });
  readonly #clock: ClockController = new ClockController(this, () => {
    this.#tick();
  });
  readonly #size: SizeController = new SizeController(this, () => this.renderRoot.querySelector('.map'));
  readonly #stage: Stage = new Stage({
    onChange: () => {
      this.requestUpdate();
    },
    onSelect: (ids) => {
      this.dispatchEvent(new LiveMapSelectEvent(this.#visitors(ids)));
    },
  });
  readonly #looking: Looking = new Looking(this, this.#stage, () => {
    this.#draw(false);
  });
  #derived = new Derived();
  #digest = new Digest();
  readonly #setState = customStates(this);
  #pause = new Pause();
  /** The table in place of the map. */
  #isTable = false;
  #isDark = false;
  /** What is shown first is the present; only what comes after it moves in. */
  #wasShown = false;

  constructor() {
    super();
    new Texts(this);
    // Set before the element was defined it is a property of the object, in front of the accessor.
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
  static define(tag: string = TAG, registry: CustomElementRegistry | undefined = pageRegistry): void {
    // A class can hold one name only.
    defineOnce(tag === TAG ? this : class extends this {}, tag, registry);
  }

  /** How the data is: `unconfigured`, `loading`, `live`, `stale` or `error`. */
  get status(): Status {
    return this.#feed.status;
  }

  /**
   * The last snapshot. Set by code, in the documented shape, it supplies the data: polling stops until it is set to
   * `null` again. What is no snapshot is ignored, with a warning.
   */
  get snapshot(): Snapshot | null {
    return this.#feed.snapshot;
  }

  set snapshot(value: unknown) {
    const result = value === null || value === undefined ? null : parseSnapshot(value);
    if (result?.ok === false) warnOnce(`<${TAG}> snapshot is ignored: ${result.failure.message}`);
    else this.#feed.supply(result && withoutPersonal(result.snapshot));
  }

  /** Polls now. Settles when the poll has ended, and never rejects. */
  async refresh(): Promise<void> {
    // The address may have been set in this very moment.
    if (this.isConnected) await this.updateComplete;
    await this.#feed.refresh();
  }

  /** Lets map, ticker and announcements stand still. */
  pause(): void {
    this.paused = true;
  }

  /** Goes on with the present, and tells how many visits were missed. */
  resume(): void {
    this.paused = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.paused) this.#pause.hold(this.#present);
    else this.#pause.release(this.#present, performance.now());
  }

  /** Servers do not get here, and the status that follows from a new source is in this very rendering. */
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('proxyUrl')) this.#forget();
    if (SOURCE_OPTIONS.some((option) => changed.has(option))) {
      this.#feed.connectTo(sourceOf(this));
      this.#setState(this.status);
      if (this.status === 'unconfigured') warnUnconfigured(TAG, this);
    }
    this.#looking.follow(this.#derived.outlook(this, this.#shown, performance.now()), this.#size.width);
    this.#isDark = this.theme === 'auto' && isOnUndeclaredDark(this);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const locale = this.#locale;
    return layoutTemplate({
      options: this,
      locale,
      shown,
      frame: this.#derived.frame(this, shown, this.#looking.camera),
      summary: this.#derived.summary(locale, shown),
      stage: this.#stage,
      looking: this.#looking,
      rows: this.#derived.rows(this, shown).length,
      isTable: this.#isTable,
      isDark: this.#isDark,
      pointed: this.#visitors(this.#stage.pointed?.ids ?? []),
      missed: this.#pause.missedAt(performance.now()),
      digest: this.#digest.text,
      onPause: () => (this.paused = !this.paused),
      onTable: () => {
        this.#isTable = !this.#isTable;
        this.requestUpdate();
      },
    });
  }

  protected override updated(): void {
    const shown = this.#shown;
    const animated = this.#wasShown;
    this.#derived.measure(this);
    this.#draw(animated);
    const rows = this.#derived.rows(this, shown);
    this.#stage.tell(this.renderRoot, { rows, locale: this.#locale, now: shown.now, animated });
    this.#wasShown = shown.snapshot !== null;
    this.#follow();
  }

  /** Draws what the camera sees, past the template. */
  #draw(animated: boolean): void {
    const shown = this.#shown;
    const { width } = this.#size;
    const frame = this.#derived.frame(this, shown, this.#looking.camera);
    const marks = this.#derived.scene(shown, frame, width);
    this.#stage.draw(this.renderRoot, { frame, marks, locale: this.#locale, width, animated });
  }

  get #locale(): string {
    return servedLocale(nearestLanguage(this));
  }

  get #present(): Shown {
    const { snapshot, presence, status, age } = this.#feed;
    return { snapshot, presence, status, age, now: this.#feed.now() };
  }

  get #shown(): Shown {
    return this.#pause.held ?? this.#present;
  }

  /** Another address is another site. */
  #forget(): void {
    this.#pause = new Pause();
    this.#derived = new Derived();
    this.#digest = new Digest();
    this.#wasShown = false;
  }

  #visitors(ids: readonly string[]): Visitor[] {
    const wanted = new Set(ids);
    return this.#shown.snapshot?.data.visitors.filter((visitor) => wanted.has(visitor.visitorId)) ?? [];
  }

  /** Polls and ticks only while somebody can see it. */
  #follow(): void {
    const { visible } = this.#visibility;
    this.#feed.watched = visible;
    this.#clock.running = visible && !this.paused && this.snapshot !== null;
    this.#looking.apply(this, this.#shown, visible && !this.#isTable);
  }

  #tick(): void {
    const shown = this.#shown;
    this.#stage.tick(this.#locale, shown.now);
    // Its line tells a time, and its people leave when the window is over.
    if (shown.status === 'stale') this.requestUpdate();
  }

  #onSnapshot(snapshot: Snapshot, changes: Changes): void {
    this.dispatchEvent(new LiveMapUpdateEvent(snapshot, changes));
    for (const payment of changes.payments) this.dispatchEvent(new LiveMapPaymentEvent(payment));
    if (this.paused) return;
    this.#stage.announce(changes);
    const count = snapshot.data.count ?? snapshot.data.visitors.length;
    this.#digest.offer(message(this.#locale, 'digest', { count }), performance.now());
  }

  #onStatus(status: Status, previous: Status, reason: string | null): void {
    this.#setState(status);
    this.dispatchEvent(new LiveMapStatusEvent(status, previous, reason));
    if (reason !== null) warnOnce(`<${TAG}> ${explain(reason, this.proxyUrl ?? '')}`);
  }
}
