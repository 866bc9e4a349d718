import type { Privacy, PrivacyPolicy } from '../../privacy/policy.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Store } from '../store/store.ts';

/** Messages for the operator; never with the key. `console` fits. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Makes a PNG of an SVG without text, animation and external parts. */
export type RenderPng = (svg: string, size: { width: number; height: number }) => Promise<Uint8Array>;

/** Options of {@link createLiveMapProxy}. */
export interface LiveMapProxyOptions {
  /** `df_…` (of a website) or `dft_…` (of an account). Not needed with `sampleData`. */
  apiKey?: string | undefined;
  /** Required with a `dft_…` key, refused with a `df_…` key, which belongs to one website. */
  websiteId?: string | undefined;
  /** What is published: `public`, `team`, or an object with the differences from `public`. Default: `public`. */
  privacy?: Privacy | undefined;
  /** With fewer visitors, neither the count nor any visitor is published. Default: 0. */
  minimumCount?: number | undefined;
  /** Seconds between two upstream calls at least; 2 or more. Default: 10. */
  refreshSeconds?: number | undefined;
  /** Seconds that the last good answer is served, marked stale, while the upstream fails. Default: 600. */
  staleSeconds?: number | undefined;
  /** Minutes that the published history of the count goes back: 0 to 120, 0 publishes none. Default: 30. */
  historyMinutes?: number | undefined;
  /**
   * Seconds by which everything is published later, pictures and stream included; 0 to 3600. At most 60 answers wait, so
   * above 10 minutes `refreshSeconds` is at least a sixtieth of it. Default: 0.
   */
  delaySeconds?: number | undefined;
  /** Milliseconds after which an upstream call is aborted. Default: 8000. */
  timeoutMs?: number | undefined;
  /** Bytes (decompressed) of the largest upstream answer that is read. Default: 5 MiB. */
  maxBytes?: number | undefined;
  /** Where the proxy is mounted. Default: "/". */
  basePath?: string | undefined;
  /**
   * CORS: `'*'`, `[]` (same origin only) or a list of origins. `https://*.example.com` allows any one subdomain, with this
   * scheme and port; neither `https://example.com` nor `https://a.b.example.com`. Default: `'*'`.
   */
  allowedOrigins?: '*' | readonly string[] | undefined;
  /**
   * Who may read: called for every route but `/health`, for `/stream` when it opens. A falsy result or a throw becomes 401, and
   * every answer is `private, no-store`.
   */
  authorize?: ((request: Request) => unknown) | undefined;
  /**
   * How many requests one client may make in so many seconds. The client is the peer that the runtime reports
   * (`clientAddress`), or what `trustProxy` proxies in front say in `X-Forwarded-For`; 0 by default. Default: no limit.
   */
  rateLimit?: { requests: number; seconds: number; trustProxy?: number | undefined } | undefined;
  /** Shares the snapshot between instances, such as `redisStore`. Default: none, each instance has its own. */
  store?: Store | undefined;
  /**
   * Whether there is `/stream`, and how many may read it at the same time. Default: 10,000 where the runtime holds
   * connections (Node, Bun, Deno), none elsewhere.
   */
  stream?: boolean | { connections: number } | undefined;
  /**
   * Whether there is `/embed`, a page with the map alone. `ancestors`: the origins of pages that may show it in a frame;
   * by default those of `allowedOrigins`. `scriptUrl`: the address of `datafast-live-map.js` in a copy of dist/cdn/, which a
   * runtime without files needs. Default: there is one.
   */
  embed?: boolean | { ancestors?: '*' | readonly string[] | undefined; scriptUrl?: string | undefined } | undefined;
  /**
   * Makes the PNG of `/map.png`, 1200 × 630 for `og:image`: `resvgPng()` of `datafast-live-map/proxy/png`, or a function of
   * your own. Its SVG has no text. Default: none, and no such picture.
   */
  png?: RenderPng | undefined;
  /** Answers from a simulator, marked by `meta.sample`. Default: false. */
  sampleData?: boolean | undefined;
  /** The full URL of another upstream, for tests. */
  upstream?: string | undefined;
  /** Default: the platform's. */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Epoch milliseconds. Default: `Date.now`. */
  now?: (() => number) | undefined;
  /** Default: the console. */
  logger?: Logger | undefined;
}

/** What `/embed` is. */
export interface EmbedOptions {
  /** Origins of pages that may have it in a frame, beside its own. */
  ancestors: '*' | readonly string[];
  /** Absolute, or from the root of the proxy's origin; `null`: the script is the package's own. */
  scriptUrl: string | null;
}

/** The options, checked and complete. */
export interface ResolvedOptions {
  /** `null` with sample data: no key is used then, even if one is given. */
  apiKey: string | null;
  websiteId: string | null;
  privacy: PrivacyPolicy;
  minimumCount: number;
  refreshSeconds: number;
  staleSeconds: number;
  historyMinutes: number;
  delaySeconds: number;
  timeoutMs: number;
  maxBytes: number;
  /** Without the slash at its end: "" at the root. */
  basePath: string;
  allowedOrigins: '*' | readonly string[];
  authorize: ((request: Request) => unknown) | null;
  rateLimit: RateLimit | null;
  store: Store | null;
  /** `null`: there is none. */
  stream: { connections: number } | null;
  /** `null`: there is none. */
  embed: EmbedOptions | null;
  png: RenderPng | null;
  sampleData: boolean;
  /** With the website in its query where the key needs it. */
  upstream: string;
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  now: () => number;
  logger: Logger;
}
