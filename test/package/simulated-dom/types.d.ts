/** As much of jsdom as the tests use; it has no types of its own. */
declare module 'jsdom' {
  export class VirtualConsole {
    on(event: string, listener: (value: unknown) => void): this;
  }
  export class JSDOM {
    constructor(html: string, options: object);
    readonly window: Window & typeof globalThis;
  }
}
