import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Writes a generated file. With `--check` on the command line nothing is written, and the program ends with an error
 * where the file is not what would be.
 *
 * @param {string} target Path of the file.
 * @param {string} text Its whole content.
 * @param {string} command The command that makes it, for whoever reads the error.
 */
export function writeGenerated(target, text, command) {
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${relative(process.cwd(), target)} is stale: ${command}.`);
    process.exit(1);
  }
}
