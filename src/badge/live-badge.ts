import { ReactiveElement, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import { resolveUrl } from '../base/address.ts';
import { warnOfCause, warnUnconfigured } from '../base/causes.ts';
import { isOnUndeclaredDark } from '../base/darkness.ts';
import { defineOnce, pageRegistry } from '../base/define.ts';
import { numberConverter, settle, type Theme } from '../base/rule.ts';
import { customStates } from '../base/states.ts';
import { Texts } from '../base/texts.ts';
import { VERSION } from '../base/version.ts';
import { warnOnce } from '../base/warn.ts';
import type { Status } from '../client/status.ts';
import { HeadcountController } from '../controllers/headcount.ts';
import { VisibilityController } from '../controllers/visibility.ts';
import { countMessage } from '../i18n/count-messages.ts';
import { enCount } from '../i18n/en-count.ts';
import { directionOf } from '../i18n/intl.ts';
import { tokens } from '../styles/tokens.ts';
import { badgeStyles } from './badge.styles.ts';
import { RULES } from './options.ts';
import { Pill, type Look } from './pill.ts';
import { UNSAID, wordingOf } from './wording.ts';

export const TAG = 'datafast-live-badge';

/**
 * How many people are on a site right now: a pill with a dot, the number, and what it counts.
 * It writes its few nodes by itself: a template engine would be a third of all that has to be loaded for it.
 *
 * @tagname datafast-live-badge
 *
 * @attr {string} lang - Language of the number and the noun, if it has messages; else that of the page.
 *
 * @slot - Shown before the element is defined and where scripts do not run.
 *
 * @csspart badge - The pill.
 * @csspart dot - The dot.
 * @csspart count - The number and what it counts.
 *
 * @cssprop [--live-map-surface=#ffffff] - Background of the pill.
 * @cssprop [--live-map-border=#c3cad3] - Its outline.
 * @cssprop [--live-map-text=#10151d] - Colour of the number.
 * @cssprop [--live-map-muted=#535e6c] - Colour of the noun, and of all of it while the number is old or unknown.
 * @cssprop [--live-map-visitor=#1d5fd1] - Colour of the dot.
 * @cssprop [--live-map-font=inherit] - Font family.
 */
export class DatafastLiveBadge extends ReactiveElement {
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = [tokens, badgeStyles];
  static override properties: PropertyDeclarations = {
    proxyUrl: { attribute: 'proxy-url' },
    refreshInterval: { attribute: 'refresh-interval', converter: numberConverter },
    credentials: {},
    theme: { reflect: true },
    label: {},
    minCount: { attribute: 'min-count', converter: numberConverter },
    href: {},
  };

  /** Where the snapshot comes from; relative to the document. */
  declare proxyUrl: string | null;
  /** Seconds between two polls; a longer one told by the proxy wins. */
  declare refreshInterval: number;
  /** Whether cookies go along, as `fetch` has it. */
  declare credentials: RequestCredentials;
  /** `auto` follows the page's `color-scheme`. */
  declare theme: Theme;
  /** What the number is called by a screen reader; by default in the element's language. */
  declare label: string | null;
  /** Below it the count reads as a sentence, not a number. */
  declare minCount: number;
  /** Where a click leads: an http(s) address, relative to the document. */
  declare href: string | null;

  readonly #setState = customStates(this);
  readonly #headcount: HeadcountController = new HeadcountController(this, (status, reason) => {
    this.#setState(status);
    if (reason !== null) void warnOfCause(TAG, reason, this.proxyUrl);
  });
  readonly #visibility: VisibilityController = new VisibilityController(this, () => {
    this.#headcount.watched = this.#visibility.visible;
  });
  readonly #texts: Texts = new Texts(this, enCount);
  #pill: Pill | null = null;
  #link: string | null = null;

  constructor() {
    super();
    settle(this, RULES);
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

  /** How the number is: `unconfigured`, `loading`, `live`, `stale` or `error`. */
  get status(): Status {
    return this.#headcount.status;
  }

  /** How many people are here; `null` where nobody knows. */
  get count(): number | null {
    return this.#headcount.count;
  }

  /** Polls now. Settles when the poll has ended, and never rejects. */
  async refresh(): Promise<void> {
    // The address may have been set in this very moment.
    if (this.isConnected) await this.updateComplete;
    await this.#headcount.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    settle(this, RULES, changed);
  }

  /** Servers do not get here. */
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('proxyUrl') || changed.has('refreshInterval') || changed.has('credentials')) this.#connect();
    if (changed.has('href')) this.#link = this.#readLink();
    super.update(changed);
    this.#pill ??= new Pill(this.renderRoot);
    this.#pill.draw(this.#look());
  }

  #connect(): void {
    const { proxyUrl, refreshInterval: interval, credentials } = this;
    this.#headcount.connectTo({ url: resolveUrl(proxyUrl), interval, credentials });
    this.#setState(this.status);
    warnUnconfigured(this);
  }

  /** An address from who knows where must not run as a script. */
  #readLink(): string | null {
    const link = resolveUrl(this.href);
    if (this.href !== null && link === null) warnOnce(`<${TAG}> href is no http(s) address, so there is no link.`);
    return link;
  }

  #look(): Look {
    this.#texts.follow();
    const { locale, isSilent } = this.#texts;
    const isFresh = this.status === 'live' && this.count !== null;
    const isDark = this.theme === 'auto' && isOnUndeclaredDark(this);
    return {
      ...wordingOf(locale, isSilent ? UNSAID : this.#headcount, this.minCount),
      locale,
      direction: directionOf(locale),
      label: this.label ?? countMessage(locale, 'label'),
      link: this.#link,
      classes: `root ${this.status} ${isFresh ? 'fresh' : ''} ${isDark ? 'dark' : ''}`,
    };
  }
}
