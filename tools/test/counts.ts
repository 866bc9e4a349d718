import { readFileSync, writeFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * The tests of this command. Where TEST_COUNTS names a file, those of several commands are added up in it, for .ci/run to
 * print; until a command has ended it counts as one that failed.
 */
export class Tally {
  readonly counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  readonly #file: string | undefined;
  readonly #before: Counts;

  constructor(file: string | undefined = process.env.TEST_COUNTS) {
    this.#file = file;
    this.#before = readCounts(file);
    if (file) writeCounts(file, { ...this.#before, failed: this.#before.failed + 1 });
  }

  add(outcome: keyof Counts): void {
    this.counts[outcome]++;
  }

  /** @returns What to print at the very end. */
  end(): string {
    const { passed, failed, skipped } = this.counts;
    const skips = skipped > 0 ? `${skipped} skipped\n` : '';
    if (!this.#file) return `${skips}${closingLine(this.counts)}`;
    const before = this.#before;
    writeCounts(this.#file, {
      passed: before.passed + passed,
      failed: before.failed + failed,
      skipped: before.skipped + skipped,
    });
    return skips;
  }
}

export function closingLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

export function readCounts(file: string | undefined): Counts {
  const text = file ? readFileSync(file, 'utf8') : '';
  return text === '' ? { passed: 0, failed: 0, skipped: 0 } : (JSON.parse(text) as Counts);
}

function writeCounts(file: string, counts: Counts): void {
  writeFileSync(file, JSON.stringify(counts));
}
