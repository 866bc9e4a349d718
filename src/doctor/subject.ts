/** What is to be looked at, and from where. */
export interface Subject {
  /** The `proxy-url`. */
  url: URL;
  /** The origin of the page that has the map; `null` where it is not given. */
  origin: string | null;
  /** What the page's element sends along, as its property `headers` has it. */
  headers: Readonly<Record<string, string>>;
  /** The element has `credentials="include"`. */
  credentials: boolean;
}

/** An address without what may be secret in it. */
export function shownUrl({ origin, pathname }: URL): string {
  return origin + pathname;
}

/** Whether it is an address that a browser fetches from. */
export function isHttp({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

/** Whether a host is a name of one's own machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}

/** Whether the element sends something that others do not. */
export function isPersonal({ headers, credentials }: Subject): boolean {
  return credentials || Object.keys(headers).length > 0;
}
