import { ALPHABET, REACH, RINGS } from './land.data.ts';

export { GRID as LAND_GRID } from './land.data.ts';

let path: string | undefined;

/**
 * Path data of the inhabited land on the plane of the Equal Earth projection, its central meridian 0°, for the even-odd
 * rule. It counts columns to the east and rows to the south: `LAND_GRID` says where on the plane they are. A page waits for
 * it, so it is written straight from the bundle's text: at the first call, and once for all maps of the page.
 */
export function landPath(): string {
  return (path ??= writePath());
}

/** Character codes and `+=`: of the ways to write this, the one that takes a cold engine the shortest. */
function writePath(): string {
  const steps = stepData();
  const [begins = '', text = ''] = RINGS.split('~');
  const [first = '', ...others] = begins.split('m');
  let data = `M${first}l`;
  let ring = 0;
  // What is no step parts two rings, or two pieces of one.
  for (let index = 0; index < text.length; index++) data += steps[text.charCodeAt(index)] ?? `zm${others[ring++]}`;
  return `${data}z`;
}

/** Path data of every step, by the code of its character. */
function stepData(): string[] {
  const steps: string[] = [];
  let step = 0;
  for (let south = -REACH; south <= REACH; south++) {
    for (let east = -REACH; east <= REACH; east++) {
      steps[ALPHABET.charCodeAt(step++)] = `${east < 0 ? '' : ' '}${east}${south < 0 ? '' : ' '}${south}`;
    }
  }
  return steps;
}
