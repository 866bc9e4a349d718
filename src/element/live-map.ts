import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { defineOnce, pageRegistry } from '../base/define.ts';
import { Texts } from '../base/texts.ts';
import { VERSION } from '../base/version.ts';
import type { Changes } from '../client/changes.ts';
import type { Span } from '../client/due.ts';
import { ClockController } from '../controllers/clock.ts';
import type { Status } from '../client/status.ts';
import { SizeController } from '../controllers/size.ts';
import { VisibilityController } from '../controllers/visibility.ts';
import { en } from '../i18n/en.ts';
import type { Frame } from '../map/frame.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import { AGEING_MS, Derived, needsExplorer, wantedDetail } from './derived.ts';
import { Digest } from './digest.ts';
import { LiveMapSelectEvent } from './events.ts';
import { FedElement } from './fed-element.ts';
import { Flow } from './flow.ts';
import { layoutTemplate } from './layout.ts';
import { DOT_SIZE, isSameLook, lookOf, type Look } from './look.ts';
import { Looking } from './looking.ts';
import { Pause } from './pause.ts';
import { countOf, present, UNSAID, type Shown } from './shown.ts';
import { Stage } from './stage.ts';
import { liveMapStyles } from './styles.ts';
import { digestOf } from './summary.ts';
import { TAG } from './tag.ts';

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
 * @csspart borders - The borders between countries.
 * @csspart graticule - Meridians and parallels.
 * @csspart visitors - A visitor's mark.
 * @csspart customers - A customer's mark.
 * @csspart cluster - A mark with a number.
 * @csspart payment - A payment's diamond on the map.
 * @csspart event - A goal's sign in the ticker.
 * @csspart tooltip - What a mark says of itself.
 * @csspart count - The number and its meaning.
 * @csspart ticker - The list of what happened.
 * @csspart ticker-row - A row of it.
 * @csspart ticker-time - A row's relative time.
 * @csspart status - The line that tells how fresh the number is, or what is wrong.
 * @csspart zoom - The buttons that zoom, turn and reset the map.
 * @csspart pause - The button that stops and resumes.
 * @csspart list - The button that turns the map into a table, and back.
 *
 * @cssprop [--live-map-surface=transparent] - Background of the element, and of tooltips, which are white or near-black without it.
 * @cssprop [--live-map-sea=transparent] - Colour of the sea.
 * @cssprop [--live-map-land=#dfe3e8] - Colour of the land.
 * @cssprop [--live-map-border=#c3cad3] - Colour of borders, and of the globe's outline.
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
export class DatafastLiveMap extends FedElement {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = liveMapStyles;

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
    onRead: () => {
      this.#flow.goOn();
    },
    onSelect: (ids) => {
      this.dispatchEvent(new LiveMapSelectEvent(this.#visitors(ids)));
    },
  });
  readonly #flow: Flow = new Flow(this.feed.drip, this.#stage);
  readonly #looking: Looking = new Looking(this, this.#stage, () => {
    this.#draw(false);
  });
  readonly #texts: Texts = new Texts(this, en);
  #derived = new Derived(this);
  #digest = new Digest();
  #pause = new Pause();
  /** The table in place of the map. */
  #isTable = false;
  #look: Look | null = null;
  /** When it was last rendered: epoch ms by the server's clock. */
  #drawn = 0;

  constructor() {
    super();
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

  override connectedCallback(): void {
    super.connectedCallback();
    // Taken out of the page, or elsewhere in it, nothing of it is told that the pointer or the focus has left.
    if (!this.matches(':hover,:focus-within')) this.#looking.steering.leave();
    this.#follow();
  }

  protected override adopt(snapshot: Snapshot, changes: Changes, span: Span | null): void {
    this.#flow.adopt(snapshot, changes, this.paused ? null : span);
  }

  protected override becomeStatus(status: Status): void {
    if (status === 'stale') this.#flow.present();
  }

  protected override forget(): void {
    this.#pause = new Pause();
    this.#derived = new Derived(this);
    this.#digest = new Digest();
    this.#flow.present();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.paused) this.#pause.hold(this.#present);
    else this.#pause.release(this.#present, performance.now());
    this.#flow.configure(this);
    if (changed.has('theme')) this.#look = null;
  }

  protected override prepare(): void {
    this.#texts.follow();
    this.#announce();
    this.#look ??= lookOf(this);
    const looking = this.#looking;
    if (needsExplorer(this)) looking.want();
    looking.follow(
      (explorer) => this.#derived.outlook(this, this.#shown, explorer, performance.now()),
      this.#size.width,
    );
    const { explorer } = looking;
    explorer?.detail.want(wantedDetail(this, explorer.viewpoint.isFineAhead, explorer.detail.boxes));
  }

  protected override render(): TemplateResult {
    const shown = this.#shown;
    const { locale, isSilent } = this.#texts;
    return layoutTemplate({
      options: this,
      locale,
      shown: isSilent ? { ...shown, ...UNSAID } : shown,
      frame: this.#frameOf(shown),
      summary: isSilent ? '' : this.#derived.summary(locale, shown, this.minCount),
      stage: this.#stage,
      looking: this.#looking,
      rows: isSilent ? 0 : this.#derived.rows(this, shown).length,
      isTable: this.#isTable,
      isDark: this.#look?.isDark ?? false,
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
    const animated = !this.#flow.isStill;
    this.#drawn = shown.now;
    this.#draw(animated);
    const rows = this.#derived.rows(this, shown);
    const { locale, isSilent } = this.#texts;
    if (!isSilent) this.#stage.tell(this.renderRoot, { rows, locale, now: shown.now, animated });
    if (shown.snapshot) this.#flow.isStill = false;
    this.#follow();
  }

  /** Draws what the camera sees, past the template. */
  #draw(animated: boolean): void {
    const shown = this.#shown;
    const { width } = this.#size;
    const frame = this.#frameOf(shown);
    const marks = this.#derived.scene(this, shown, frame, width, this.#look?.dotSize ?? DOT_SIZE);
    const { isCrowd } = this.#derived;
    const { locale } = this.#texts;
    this.#stage.draw(this.renderRoot, { frame, marks, isCrowd, locale, width, animated, now: performance.now() });
  }

  #frameOf(shown: Shown): Frame {
    return this.#derived.frame(this, shown, this.#looking.explorer);
  }

  get #present(): Shown {
    return present(this.feed, this.#flow);
  }

  get #shown(): Shown {
    return this.#pause.held ?? this.#present;
  }

  #visitors(ids: readonly string[]): Visitor[] {
    if (ids.length === 0) return [];
    const wanted = new Set(ids);
    return this.#shown.snapshot?.data.visitors.filter((visitor) => wanted.has(visitor.visitorId)) ?? [];
  }

  /** Tells a screen reader how many people are here. */
  #announce(): void {
    const { locale, isSilent } = this.#texts;
    if (this.paused || isSilent) return;
    const text = digestOf(locale, countOf(this.#shown), this.minCount);
    if (text !== null) this.#digest.offer(text, performance.now());
  }

  /** Polls, ticks and turns only while somebody can see it. */
  #follow(): void {
    const { visible } = this.#visibility;
    this.feed.watched = visible;
    this.#clock.running = visible && !this.paused && this.snapshot !== null;
    this.#looking.apply(this, this.#shown, visible && !this.#isTable);
  }

  #tick(): void {
    const shown = this.#shown;
    this.#stage.tick(this.#texts.locale, shown.now);
    const look = lookOf(this);
    const isOther = !isSameLook(look, this.#look);
    this.#look = look;
    // When stale its line tells a time, and its people leave when the window is over. What was missed is told for a while,
    // and marks grow older.
    const isDue = shown.status === 'stale' || this.#pause.missed > 0 || shown.now - this.#drawn >= AGEING_MS;
    if (isOther || isDue) this.requestUpdate();
  }
}
