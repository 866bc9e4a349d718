/** What the browser has for it; absent over plain HTTP and in older browsers. */
interface WakeLocks {
  request(type: 'screen'): Promise<unknown>;
}

/** Keeps the screen on while the page is seen: browsers end a lock when it is hidden. */
export function requestWakeLock(): void {
  const { wakeLock } = navigator as { wakeLock?: WakeLocks };
  const request = (): void => {
    // Refused where the battery is low or a frame has no permission: then the screen goes off as it always does.
    if (document.visibilityState === 'visible') wakeLock?.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', request);
  request();
}
