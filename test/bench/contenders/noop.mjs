export const name = 'noop (the floor)';
export const kind = 'floor';

export function mount(host) {
  host.textContent = '.';
}

export function update() {}
