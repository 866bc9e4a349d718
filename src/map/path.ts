/** Writes SVG path data of straight lines in whole units, each point relative to the one before. */
export class PathWriter {
  #text = '';
  #x = 0;
  #y = 0;

  /** Begins a line. */
  move(x: number, y: number): void {
    this.#x = Math.round(x);
    this.#y = Math.round(y);
    this.#text += `M${this.#x} ${this.#y}l`;
  }

  /** Goes on to a point, if it is another one. */
  line(x: number, y: number): void {
    const dx = Math.round(x) - this.#x;
    const dy = Math.round(y) - this.#y;
    if (dx === 0 && dy === 0) return;
    this.#text += `${dx} ${dy} `;
    this.#x += dx;
    this.#y += dy;
  }

  /** Ends a ring. The next thing is a `move`. */
  close(): void {
    this.#text += 'z';
  }

  /** A circle, which is a ring of its own. */
  circle(x: number, y: number, radius: number): void {
    const r = Math.round(radius);
    this.#text += `M${Math.round(x) - r} ${Math.round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }

  toString(): string {
    // What begins and has nowhere to go on to is no line.
    return this.#text.replace(/M-?\d+ -?\d+l(?=M|z|$)z?/g, '');
  }
}
