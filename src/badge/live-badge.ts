import {
  ReactiveElement,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from '@lit/reactive-element';
import { resolveUrl } from '../base/address.ts';
import { warnOfFailure, warnUnconfigured } from '../base/failure-warnings.ts';
import { isOnDarkBackground } from '../base/dark-background.ts';
import { defineOnce, pageRegistry } from '../base/define.ts';
import { LocaleController } from '../base/locale-controller.ts';
import { normalizeOptions, propertiesOf } from '../base/option.ts';
import { customStates } from '../base/states.ts';
import { VERSION } from '../base/version.ts';
import { warnOnce } from '../base/warn.ts';
import { requestHeadcount, type HeadcountResponse } from '../client/headcount.ts';
import { PollingController } from '../controllers/polling.ts';
import { VisibilityController } from '../controllers/visibility.ts';
import { countMessage } from '../i18n/count-messages.ts';
import { enCount } from '../i18n/en-count.ts';
import { directionOf } from '../i18n/intl.ts';
import type { Status } from '../store/status.ts';
import { reset } from '../styles/reset.ts';
import { tokens } from '../styles/tokens.ts';
import { badgeStyles } from './badge.styles.ts';
import { Headcount } from './headcount.ts';
import { BADGE_OPTIONS, type BadgeOptions } from './options.ts';
import { Pill, type PillContent } from './pill.ts';
import { PENDING, badgeTextsOf } from './wording.ts';

export const BADGE_TAG = 'datafast-live-badge';

/**
 * The number of visitors on a site right now: a pill with a dot, the number, and what it counts.
 *
 * @tagname datafast-live-badge
 *
 * @attr {string} lang - Language of the number and the noun; an unsupported one is skipped.
 *
 * @slot - Shown until the element is defined, and where scripts do not run.
 *
 * @csspart badge - The pill.
 * @csspart dot - The dot.
 * @csspart count - The number and what it counts.
 *
 * @cssState unconfigured - No `proxy-url`.
 * @cssState loading - Waiting for the first snapshot.
 * @cssState live - Showing current data.
 * @cssState stale - Showing old data: two polls have failed, or the proxy's own data is old.
 * @cssState error - No data to show; the element retries.
 *
 * @cssprop [--live-map-surface=#ffffff] - Background of the pill.
 * @cssprop [--live-map-border=#c3cad3] - Colour of the pill's outline.
 * @cssprop [--live-map-text=#10151d] - Colour of the number.
 * @cssprop [--live-map-muted=#535e6c] - Colour of the noun, and of the whole text while the number is old or unknown.
 * @cssprop [--live-map-visitor=#1d5fd1] - Colour of the dot.
 * @cssprop [--live-map-font=inherit] - Font family.
 */
// It writes its nodes itself: a template engine would be a third of its script.
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- with its options, below
export class DatafastLiveBadge extends ReactiveElement {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = [tokens, reset, badgeStyles];
  static override properties: PropertyDeclarations = propertiesOf(BADGE_OPTIONS);

  readonly #setState = customStates(this);
  readonly #headcount = new Headcount();
  readonly #polling: PollingController<HeadcountResponse> = new PollingController<HeadcountResponse>(this, {
    request: (url, signal, _watch, cache) => requestHeadcount(url, { credentials: this.credentials, signal, cache }),
    metaOf: ({ headcount }) => headcount.meta,
    onAnswer: (answer) => {
      this.#headcount.receive(answer);
    },
    onConnect: () => {
      this.#headcount.reset();
    },
    onStatus: (status, _previous, reason) => {
      this.#setState(status);
      if (reason !== null) void warnOfFailure(BADGE_TAG, reason, this.proxyUrl);
    },
  });
  readonly #visibility: VisibilityController = new VisibilityController(this, () => {
    this.#polling.watched = this.#visibility.visible;
  });
  readonly #locale: LocaleController = new LocaleController(this, enCount);
  #pill: Pill | null = null;
  #link: string | null = null;

  constructor() {
    super();
    normalizeOptions<BadgeOptions>(this, BADGE_OPTIONS);
  }

  /**
   * Registers the element. A second time is silent; where another version holds the name, one warning says so.
   *
   * @param tag The name to register.
   * @param registry Where; the page's own by default. Without one, as on a server, nothing happens.
   */
  static define(tag: string = BADGE_TAG, registry: CustomElementRegistry | undefined = pageRegistry): void {
    // A class can hold one name only.
    defineOnce(tag === BADGE_TAG ? this : class extends this {}, tag, registry);
  }

  /** How the number is: `unconfigured`, `loading`, `live`, `stale` or `error`. */
  get status(): Status {
    return this.#polling.status;
  }

  /** How many people are here; `null` where it is not known. */
  get count(): number | null {
    return this.#headcount.countAt(this.status);
  }

  /** Polls now. Settles when the poll has ended, and never rejects. */
  async refresh(): Promise<void> {
    // The address may have been set just now.
    if (this.isConnected) await this.updateComplete;
    await this.#polling.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    normalizeOptions<BadgeOptions>(this, BADGE_OPTIONS, changed);
  }

  /** Servers only render. */
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('proxyUrl') || changed.has('refreshInterval') || changed.has('credentials')) this.#connect();
    if (changed.has('href')) this.#link = this.#readLink();
    super.update(changed);
    this.#pill ??= new Pill(this.renderRoot);
    this.#visibility.observe(this.#pill.element);
    this.#pill.draw(this.#content());
  }

  #connect(): void {
    const { proxyUrl, refreshInterval: interval } = this;
    this.#polling.connect({ url: resolveUrl(proxyUrl), interval });
    this.#setState(this.status);
    warnUnconfigured(this);
  }

  /** An address of another scheme could run as a script. */
  #readLink(): string | null {
    const link = resolveUrl(this.href);
    if (this.href !== null && link === null)
      warnOnce(`<${BADGE_TAG}> href is not an http(s) address, so there is no link.`);
    return link;
  }

  #content(): PillContent {
    this.#locale.update();
    const { locale, isPending } = this.#locale;
    const { status, count } = this;
    const isFresh = status === 'live' && count !== null;
    const isDark = this.theme === 'auto' && isOnDarkBackground(this);
    return {
      ...badgeTextsOf(
        locale,
        isPending ? PENDING : { status, count, age: this.#headcount.age, delay: this.#headcount.delay },
        this.minCount,
      ),
      locale,
      direction: directionOf(locale),
      label: this.label ?? countMessage(locale, 'label'),
      link: this.#link,
      classes: `shell root ${status} ${isFresh ? 'fresh' : ''} ${isDark ? 'dark' : ''}`,
    };
  }
}

// The table of options declares the properties, with their types and docs.
// oxlint-disable-next-line typescript/no-empty-object-type
export interface DatafastLiveBadge extends BadgeOptions {}
