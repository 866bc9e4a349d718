/** Milliseconds between two checks. */
const LOOK_AGAIN_MS = 20;

/** Resolves when the work has ended or the time is over, whichever is first. The work never rejects. */
export function withTimeout(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The same for the work of another request where requests are isolated: by a timer, without sharing a promise. */
export async function pollUntil(milliseconds: number, isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < milliseconds && !isSo(); waited += LOOK_AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
