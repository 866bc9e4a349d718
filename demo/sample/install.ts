/**
 * The site has no server: what its maps ask for below `live` is answered in the page, by the real proxy with made-up
 * people. Everything else goes its usual way.
 */
const root = new URL(document.documentElement.dataset.root ?? '/', document.baseURI);
const { pathname: mount, origin } = new URL('live', root);
const network = globalThis.fetch;

/** A server takes none of the page's time: at least what is clicked meanwhile comes first. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const isLive = url.origin === origin && (url.pathname === mount || url.pathname.startsWith(`${mount}/`));
  if (!isLive) return network(input, init);
  const { answer } = await import('./answer.ts');
  url.pathname = `/live${url.pathname.slice(mount.length)}`;
  await breath();
  const response = await answer(new Request(url, request));
  await breath();
  request.signal.throwIfAborted();
  return response;
};

/** Pictures cannot be answered so: they are fetched, and shown from memory. */
async function show(picture: HTMLElement, attribute: 'src' | 'srcset', address: string): Promise<void> {
  const response = await fetch(new URL(address, root));
  picture.setAttribute(attribute, URL.createObjectURL(await response.blob()));
}

for (const picture of document.querySelectorAll<HTMLElement>('[data-src], [data-srcset]')) {
  const { src, srcset } = picture.dataset;
  if (srcset !== undefined) void show(picture, 'srcset', srcset);
  if (src !== undefined) void show(picture, 'src', src);
}
