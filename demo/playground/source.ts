import type { DatafastLiveMap } from '../../src/index.ts';

/** Where data can come from: a path beside the page, or `null` for nowhere. The element itself labels the data of `live`. */
const SOURCES: readonly { name: string; path: string | null; label: string | null }[] = [
  { name: 'Live', path: 'live', label: null },
  { name: 'Quiet', path: 'live/quiet', label: 'Sample data' },
  { name: 'Empty', path: 'live/empty', label: 'Sample data' },
  { name: 'Surge', path: 'live/surge', label: 'Sample data' },
  { name: 'Stale', path: 'live/stale', label: 'Sample data' },
  { name: 'Error', path: 'live/error', label: null },
  { name: 'Unconfigured', path: null, label: null },
];
const OWN = 'Your own';

export interface SourceParts {
  select: HTMLSelectElement;
  /** Shown with a snapshot of one's own only. */
  own: HTMLElement;
  text: HTMLTextAreaElement;
  apply: HTMLButtonElement;
  message: HTMLElement;
  /** Says what kind of data is shown. */
  label: HTMLElement;
}

/** Lets a select decide what feeds the map. */
export function connectSource(map: DatafastLiveMap, parts: SourceParts, onChange: (own: boolean) => void): void {
  const { select, own, text, apply, message, label } = parts;
  select.append(...[...SOURCES.map(({ name }) => name), OWN].map((name) => new Option(name)));

  let isOwn = false;
  const choose = async (): Promise<void> => {
    const source = SOURCES.find(({ name }) => name === select.value);
    own.hidden = source !== undefined;
    label.textContent = source ? source.label : 'Your snapshot';
    label.hidden = source?.label === null;
    if (source) {
      if (isOwn) map.snapshot = null;
      map.toggleAttribute('proxy-url', source.path !== null);
      if (source.path !== null) map.setAttribute('proxy-url', source.path);
    } else {
      text.value ||= await sample();
      // Another choice may have been made meanwhile.
      if (select.value === OWN) supply();
    }
    isOwn = select.value === OWN;
    onChange(isOwn);
  };

  const supply = (): void => {
    try {
      map.snapshot = JSON.parse(text.value);
      message.textContent = 'Shown. The console lists any problems.';
    } catch (error) {
      message.textContent = error instanceof Error ? error.message : 'This is not valid JSON.';
    }
  };

  select.addEventListener('change', () => void choose());
  apply.addEventListener('click', supply);
  void choose();
}

/** Something to begin with. */
async function sample(): Promise<string> {
  const response = await fetch('live/quiet');
  return JSON.stringify(await response.json(), null, 2);
}
