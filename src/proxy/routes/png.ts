import { pollUntil } from '../wait.ts';
import type { Bytes } from '../stream/types.ts';
import { Representation } from '../representation.ts';
import type { PublishedSnapshot } from '../../protocol/published.ts';
import { readImageOptions } from '../../pictures/image-options.ts';
import { NO_STORE, type CacheHeaders } from '../cache-control.ts';
import { waitUntilOf } from '../context.ts';
import { ProxyError } from '../errors.ts';
import { chain } from '../maybe-promise.ts';
import { errorResponse, notFound } from '../response-info.ts';
import { pictureHeaders } from './pictures.ts';
import { isOver } from '../snapshots.ts';
import type { RenderPng } from '../options/types.ts';
import type { Route, RouteContext } from './route.ts';

const SIZE = { width: 1200, height: 630 };
/** The map's own pixels to a width of 800. */
const LAYOUT_HEIGHT = (800 * SIZE.height) / SIZE.width;
/** As long as a picture is kept, whatever has changed. */
const CACHING: CacheHeaders = { 'Cache-Control': 'public, max-age=60' };
const RETRY_SECONDS = 60;

/** `GET /map.png` without the option `png`. */
export function missingPngRoute({ log }: RouteContext): Route {
  return () => {
    log.unavailable('/map.png', 'it needs a renderer. Set the option png, or start the command line with --png.');
    return notFound('No such picture.');
  };
}

/** `GET /map.png`: the map for `og:image`, which no crawler reads as SVG. */
export function pngRoute(site: RouteContext, renderPng: RenderPng): Route {
  const { now, allowedOrigins } = site.options;
  const pictures = new PngPictures({
    now,
    headers: pictureHeaders(allowedOrigins),
    log: (error) => {
      site.log.route('/map.png', error);
    },
    render: async (snapshot, name) => {
      const [{ mapImage }, { outlineText, readLatinVariant }] = await Promise.all([
        import('../../pictures/map-image.ts'),
        import('../../pictures/outlines.ts'),
      ]);
      const variant = readLatinVariant(name);
      const layout = { width: SIZE.width, height: LAYOUT_HEIGHT, outline: outlineText };
      return renderPng(mapImage(snapshot, variant, layout), SIZE);
    },
  });
  return (request, context) =>
    chain(site.snapshots.get(waitUntilOf(context)), async (result) => {
      const snapshot: PublishedSnapshot | null = 'snapshot' in result && !isOver(result) ? result.snapshot : null;
      const variant = JSON.stringify(readImageOptions(new URLSearchParams(request.query)));
      const picture = await pictures.get(snapshot, variant);
      if (picture) return picture.respond(request, {}, snapshot ? CACHING : NO_STORE);
      return errorResponse(new ProxyError('picture-unavailable', 'No picture was made.'), RETRY_SECONDS);
    });
}

interface PngOptions {
  now: () => number;
  headers: Readonly<Record<string, string>>;
  log: (error: unknown) => void;
  render: (snapshot: PublishedSnapshot | null, variant: string) => Promise<Uint8Array>;
}

/** A picture, and the attempt to make it. */
interface Attempt {
  snapshot: PublishedSnapshot | null;
  /** Epoch ms. */
  at: number;
  picture: Representation | null;
  /** `false`: it has failed. */
  isRunning: boolean;
}

/** How long a picture, or a failure to make one, is kept, whatever has changed. */
const KEPT_MS = 60_000;
/** Limits of the wait for a turn, and for the picture: together less than five seconds, as crawlers do not wait longer. */
const TURN_MS = 2000;
const RENDER_MS = 2500;
const MOST_RUNNING = 2;
const MOST_BYTES = 4 * 1024 * 1024;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47];

/** Pictures by variant, of which there are few: each made once for a snapshot, at most once a minute, two at a time. */
export class PngPictures {
  readonly #options: PngOptions;
  readonly #attempts = new Map<string, Attempt>();
  #running: Attempt[] = [];

  constructor(options: PngOptions) {
    this.#options = options;
  }

  /** @returns `null` if none could be made in time. */
  async get(snapshot: PublishedSnapshot | null, variant: string): Promise<Representation | null> {
    const before = this.#attempts.get(variant);
    if (before && this.#isGood(before, snapshot)) return this.#awaited(before);
    const isFree = (): boolean => this.#running.length < MOST_RUNNING;
    // A renderer that has hung for a minute must not block the others.
    this.#running = this.#running.filter(({ at }) => this.#options.now() - at < KEPT_MS);
    if (!isFree()) {
      if (before?.picture) return before.picture;
      await pollUntil(TURN_MS, isFree);
      if (!isFree()) return null;
      const meanwhile = this.#attempts.get(variant);
      if (meanwhile && meanwhile !== before) return this.#awaited(meanwhile);
    }
    return this.#awaited(this.#start(snapshot, variant));
  }

  #isGood({ snapshot, at, isRunning, picture }: Attempt, wanted: PublishedSnapshot | null): boolean {
    const isYoung = this.#options.now() - at < KEPT_MS;
    return isYoung || (snapshot === wanted && picture !== null && !isRunning);
  }

  /** By polling: on some runtimes a request cannot wait for the promise of another. */
  async #awaited(attempt: Attempt): Promise<Representation | null> {
    if (attempt.isRunning) await pollUntil(RENDER_MS, () => !attempt.isRunning);
    return attempt.picture;
  }

  #start(snapshot: PublishedSnapshot | null, variant: string): Attempt {
    const { now, headers, log, render } = this.#options;
    const attempt: Attempt = { snapshot, at: now(), picture: null, isRunning: true };
    this.#attempts.set(variant, attempt);
    this.#running.push(attempt);
    const make = async (): Promise<void> => {
      try {
        const bytes = checkedPng(await render(snapshot, variant));
        attempt.picture = await Representation.of(bytes, 'image/png', headers);
      } catch (error) {
        log(error);
      }
      attempt.isRunning = false;
      this.#running = this.#running.filter((other) => other !== attempt);
    };
    void make();
    return attempt;
  }
}

function checkedPng(bytes: unknown): Bytes {
  if (!(bytes instanceof Uint8Array))
    throw new TypeError(`png: expected a Uint8Array, got a value of type ${typeof bytes}.`);
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte))
    throw new TypeError('png: expected a PNG, got other bytes.');
  if (bytes.byteLength > MOST_BYTES)
    throw new TypeError(`png: expected at most ${MOST_BYTES} bytes, got ${bytes.byteLength}.`);
  return new Uint8Array(bytes);
}
