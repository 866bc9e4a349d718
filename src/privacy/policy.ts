/** What may be published of an answer. Whatever it says, no e-mail address, no user id and no raw id is. */
export interface PrivacyPolicy {
  /** Degrees of latitude and longitude that places are rounded to; 0: as given, `false`: none are published. */
  coordinates: number | false;
  /** City and region. Without them everybody is placed at the point of the country. */
  cities: boolean;
  /** A published place with fewer distinct visitors than this is published as its country. */
  minimumGroup: number;
  /**
   * Pages: `'path'`, their paths with what looks like a secret published as "…"; a list of patterns (`*` is any text within a
   * part of the path, `**` at the end any parts), of which one must match, else the page is not published; `'hidden'`, none.
   */
  pages: 'path' | 'hidden' | readonly string[];
  /** Names of browser, operating system and device type. */
  system: boolean;
  /** Hosts of referrers. */
  referrers: boolean;
  /** Money: as it is, rounded to two significant digits, or not at all. */
  amounts: 'exact' | 'rounded' | 'hidden';
  /** Display names and names of customers. */
  names: boolean;
  /** Likelihoods to buy, and the averages that they compare with. */
  predictions: boolean;
}

/** A named policy. */
export type PrivacyPreset = 'public' | 'team';

/** The option: a preset, or what is to be other than in `public`. */
export type Privacy = PrivacyPreset | { readonly [Key in keyof PrivacyPolicy]?: PrivacyPolicy[Key] | undefined };

/** For everybody to see. */
const PUBLIC: PrivacyPolicy = {
  coordinates: 0.1,
  cities: true,
  minimumGroup: 1,
  pages: 'path',
  system: true,
  referrers: false,
  amounts: 'exact',
  names: false,
  predictions: false,
};

/** `team` is for people who may see DataFast itself: the proxy asks for `authorize` and a list of `allowedOrigins`. */
export const PRESETS: Readonly<Record<PrivacyPreset, Readonly<PrivacyPolicy>>> = {
  public: PUBLIC,
  team: { ...PUBLIC, coordinates: 0, referrers: true, names: true, predictions: true },
};
