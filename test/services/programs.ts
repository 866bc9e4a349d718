import { spawnSync } from 'node:child_process';

/**
 * Why tests of a program of the system are skipped; `false` where it is installed. Where TEST_REQUIRE=all, as in CI,
 * nothing is skipped.
 *
 * @param probe Makes it print its version.
 */
export function without(program: string, probe: string, debianPackage: string): string | false {
  return process.env.TEST_REQUIRE !== 'all' && spawnSync(program, [probe]).error
    ? `${program} is not on this machine: apt install ${debianPackage} (Debian, Ubuntu).`
    : false;
}
