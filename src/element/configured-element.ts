import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { flagConverter, numberConverter, settle, type Theme } from '../base/rule.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import { RULES, type Predictions, type TickerPlace, type Transport } from './options.ts';

/** An object of request headers, or a function that gives one, also later. */
export type RequestHeaders = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);

/**
 * The options: each an attribute and a property of the same meaning. A bad value falls back to the default, with a warning.
 *
 * @attr {string} lang - Language of numbers and sentences, if it has messages; else that of the page.
 */
export class ConfiguredElement extends LitElement {
  static override properties: PropertyDeclarations = {
    proxyUrl: { attribute: 'proxy-url' },
    refreshInterval: { attribute: 'refresh-interval', converter: numberConverter },
    transport: {},
    credentials: {},
    headers: { attribute: false },
    projection: {},
    fit: {},
    borders: { converter: flagConverter },
    graticule: { converter: flagConverter },
    ticker: {},
    tickerSize: { attribute: 'ticker-size', converter: numberConverter },
    tickerKinds: { attribute: 'ticker-kinds' },
    headingLevel: { attribute: 'heading-level', converter: numberConverter },
    theme: { reflect: true },
    label: {},
    predictions: {},
    minCount: { attribute: 'min-count', converter: numberConverter },
    paused: { converter: flagConverter, reflect: true },
  };

  /** Where the snapshot comes from; relative to the document. */
  declare proxyUrl: string | null;
  /** Seconds between two polls; a longer one told by the proxy wins. */
  declare refreshInterval: number;
  /** `stream`: the proxy sends each new snapshot by itself; where it does not, it is polled. */
  declare transport: Transport;
  /** Whether cookies go along, as `fetch` has it. */
  declare credentials: RequestCredentials;
  /** Sent with each request; an object, or a function that gives one. */
  declare headers: RequestHeaders | null;
  /** The d3-geo projection. */
  declare projection: ProjectionName;
  /** What the map is fitted to; `auto` follows the visitors, a country is its mainland. */
  declare fit: string;
  /** Country borders; off by default because borders are disputed. */
  declare borders: boolean;
  /** Meridians and parallels. */
  declare graticule: boolean;
  /** Where the ticker stands; `auto` by the element's own width. */
  declare ticker: TickerPlace;
  /** Rows of the ticker. */
  declare tickerSize: number;
  /** Which rows it has; a shop may want payments alone. */
  declare tickerKinds: string;
  /** Level of the element's headings. */
  declare headingLevel: number;
  /** `auto` follows the page's `color-scheme`. */
  declare theme: Theme;
  /** Accessible name; by default in the element's language. */
  declare label: string | null;
  /** Likelihoods to buy and expected value, where the snapshot carries them. */
  declare predictions: Predictions;
  /** Below it the count reads as a sentence, not a number. */
  declare minCount: number;
  /** Map, ticker and announcements stand still. */
  declare paused: boolean;

  constructor() {
    super();
    settle(this, RULES);
    this.headers = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    settle(this, RULES, changed);
  }
}
