import { ALPHABET, POLE, REACH, RINGS } from './land.data.ts';

export { GRID as LAND_GRID } from './land.data.ts';

let inhabited: string | undefined;
let whole: string | undefined;

/**
 * Path data of the land on the plane of the Equal Earth projection, its central meridian 0°, for the even-odd rule. It
 * counts columns to the east and rows to the south: `LAND_GRID` says where on the plane they are. A page waits for it, so
 * it is written straight from the bundle's text: at the first call, and once for all maps of the page.
 *
 * @param antarctic Whether the Antarctic is wanted, too.
 */
export function landPath(antarctic: boolean): string {
  const [begins, steps, ...others] = RINGS.split('~');
  inhabited ??= `${spell(begins, steps)}z`;
  if (!antarctic) return inhabited;
  return (whole ??= `${inhabited}${spell(...others)}${POLE}z`);
}

/** Character codes and `+=`: of the ways to write this, the one that takes a cold engine the shortest. */
function spell(begins = '', text = ''): string {
  const steps = spelledSteps();
  const [first = '', ...others] = begins.split('m');
  let path = `M${first}l`;
  let ring = 0;
  // What is no step parts two rings, or two pieces of one.
  for (let index = 0; index < text.length; index++) path += steps[text.charCodeAt(index)] ?? `zm${others[ring++]}`;
  return path;
}

/** Path data of every step, by the code of its character. */
function spelledSteps(): string[] {
  const steps: string[] = [];
  let step = 0;
  for (let south = -REACH; south <= REACH; south++) {
    for (let east = -REACH; east <= REACH; east++) {
      steps[ALPHABET.charCodeAt(step++)] = `${east < 0 ? '' : ' '}${east}${south < 0 ? '' : ' '}${south}`;
    }
  }
  return steps;
}
