/** Whether documents are laid out and painted here, as they are not in jsdom. */
export const isPaintable = (): boolean =>
  // Only a document with a layout can be hit-tested.
  'elementsFromPoint' in document;

/** Resolves in a task of its own, before which the browser may paint; `null` where nothing is painted. */
export function nextTask(): Promise<void> | null {
  if (!isPaintable()) return null;
  // Several messages may share a task. Safari has none.
  const { scheduler } = globalThis as Partial<typeof globalThis>;
  if (scheduler) return scheduler.postTask(() => undefined);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Resolves after so many milliseconds. */
export function delay(wait: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, wait));
}

/** Calls back once the page has nothing more urgent to do. */
export function whenIdle(callback: () => void): void {
  const { scheduler } = globalThis as Partial<typeof globalThis>;
  // Safari and jsdom have none.
  void (scheduler?.postTask(callback, { priority: 'background' }) ?? Promise.resolve(nextTask()).then(callback));
}
