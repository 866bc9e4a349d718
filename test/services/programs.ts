import { spawnSync } from 'node:child_process';

/** With the folder of Debian's servers, which is not on every path. */
export const PATH = `${process.env.PATH ?? ''}:/usr/sbin`;

/**
 * Why tests of a program of the system are skipped; `false` where it is installed. Where TEST_REQUIRE=all, as in CI,
 * nothing is skipped that is not optional.
 *
 * @param probe Makes it print its version.
 */
export function without(program: string, probe: string, debianPackage: string, isOptional = false): string | false {
  return (isOptional || process.env.TEST_REQUIRE !== 'all') && spawnSync(program, [probe], { env: { PATH } }).error
    ? `${program} is not on this machine: apt install ${debianPackage} (Debian, Ubuntu).`
    : false;
}
