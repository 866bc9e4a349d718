/** A run of the benchmark: what is measured, and what came out so far. */
export class Run {
  /** By id, in a form that JSON can hold. */
  results = {};

  constructor(options, contenders, browsers, origin) {
    this.options = options;
    this.contenders = contenders;
    this.browsers = browsers;
    this.origin = origin;
    for (const contender of contenders) {
      this.results[contender.id] = {
        ...contender,
        cold: [],
        slow: Object.fromEntries(options.sizes.map((dots) => [dots, []])),
        updates: Object.fromEntries(options.sizes.map((dots) => [dots, { mounts: [], samples: [] }])),
        leak: null,
        errors: [],
      };
    }
  }

  of({ id }) {
    return this.results[id];
  }

  failed(contender, what, message, isTooSlow) {
    const [line] = message.split('\n');
    this.of(contender).errors.push({ what, message: line.slice(0, 200), isTooSlow });
    this.log(`  ${contender.id}, ${what}: ${line}`);
  }

  log(line) {
    console.log(`${new Date().toTimeString().slice(0, 8)} ${line}`);
  }
}
