import type { Option } from './options.ts';

type Input = HTMLInputElement | HTMLSelectElement;

/** A labelled control for an option; it reports the value, or `null` where it is the element's own. */
export function createControl(option: Option, onChange: (value: string | null) => void): Control {
  const id = `option-${option.name}`;
  const input = createInput(option);
  input.id = id;
  const label = document.createElement('label');
  label.htmlFor = id;
  label.textContent = option.name.replace('--live-map-', '');
  const row = document.createElement('div');
  row.className = 'control';
  // Checkboxes precede their label in the order of reading; the style sheet shows all in the second column.
  row.append(...(option.kind === 'flag' ? [input, label] : [label, input]));
  if (option.kind === 'text' && option.values.length > 0) row.append(suggest(input, option.values));
  input.addEventListener('input', () => {
    onChange(valueOf(option, input));
  });
  return {
    option,
    row,
    show: (value) => {
      show(option, input, value);
    },
  };
}

export interface Control {
  option: Option;
  row: HTMLElement;
  /** Brings the control to a value that was set elsewhere. */
  show: (value: string | null) => void;
}

/** One of several, of which one holds. */
export function createChoice(group: string, value: string, checked: boolean, onChoose: () => void): HTMLLabelElement {
  const input = document.createElement('input');
  Object.assign(input, { type: 'radio', name: group, value, checked });
  input.addEventListener('change', onChoose);
  const text = document.createElement('span');
  text.textContent = value;
  const label = document.createElement('label');
  label.append(input, text);
  return label;
}

function createInput({ kind, fallback, values }: Option): Input {
  if (kind === 'choice') {
    const select = document.createElement('select');
    select.append(...values.map((value) => new window.Option(value, value, false, value === fallback)));
    return select;
  }
  const input = document.createElement('input');
  input.type = { flag: 'checkbox', number: 'number', text: 'text' }[kind];
  if (kind !== 'flag') input.placeholder = fallback;
  input.spellcheck = false;
  input.autocomplete = 'off';
  return input;
}

function suggest(input: Input, values: readonly string[]): HTMLDataListElement {
  const list = document.createElement('datalist');
  list.id = `${input.id}-values`;
  list.append(...values.map((value) => new window.Option(value, value)));
  input.setAttribute('list', list.id);
  return list;
}

function valueOf({ kind, fallback }: Option, input: Input): string | null {
  if (kind === 'flag') return (input as HTMLInputElement).checked ? '' : null;
  return input.value === '' || (kind === 'choice' && input.value === fallback) ? null : input.value;
}

function show({ kind, fallback }: Option, input: Input, value: string | null): void {
  if (kind === 'flag') (input as HTMLInputElement).checked = value !== null;
  else if (input !== document.activeElement) input.value = value ?? (kind === 'choice' ? fallback : '');
}
