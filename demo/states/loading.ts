/** A request ends after 12 s. Before that the map goes to another address, which does not answer either. */
const AGAIN_MS = 10_000;

let times = 0;
setInterval(() => {
  times++;
  for (const map of document.querySelectorAll('datafast-live-map.loading')) {
    const [path = ''] = map.getAttribute('proxy-url')?.split('?') ?? [];
    map.setAttribute('proxy-url', `${path}?${String(times)}`);
  }
}, AGAIN_MS);
