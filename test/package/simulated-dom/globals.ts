/** Globals of Node that a document needs its own of. */
const REPLACED = new Set([
  'Event',
  'EventTarget',
  'CustomEvent',
  'MessageEvent',
  'navigator',
  'AbortController',
  'AbortSignal',
]);

/** Puts a window's globals where scripts look for them, as Vitest and Jest do. */
export function installGlobals(window: object): void {
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name in globalThis && !REPLACED.has(name)) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: (): unknown => Reflect.get(window, name),
      set: (value: unknown) => {
        Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
      },
    });
  }
}
