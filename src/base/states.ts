import type { Status } from '../store/status.ts';

/** Keeps the element's custom state at its status, for `:state(live)`; does nothing where the browser has none. */
export function customStates(element: HTMLElement): (status: Status) => void {
  let states: CustomStateSet | undefined;
  return (status) => {
    try {
      states ??= element.attachInternals().states;
      states.clear();
      states.add(status);
    } catch {
      // Browsers before 2024 have no custom states, or want them with two dashes.
    }
  };
}
