import { parseArgs } from 'node:util';
import { SERVERS } from './servers.mjs';

const USUAL = { connections: '64,512', seconds: '4', rounds: '6', herd: '2000', readers: '10000', events: '5' };
const QUICK = { seconds: '3', rounds: '1', events: '2' };

/** The command line's options; README.md describes them. */
export function readOptions(args) {
  const string = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      only: string,
      connections: string,
      seconds: string,
      rounds: string,
      herd: string,
      readers: string,
      events: string,
      quick: { type: 'boolean' },
      docs: { type: 'boolean' },
    },
  });
  const chosen = { ...USUAL, ...(values.quick && QUICK), ...values };
  return {
    ids: chosen.only?.split(',') ?? Object.keys(SERVERS),
    connections: chosen.connections.split(',').map(Number),
    seconds: Number(chosen.seconds),
    rounds: Number(chosen.rounds),
    herd: Number(chosen.herd),
    readers: Number(chosen.readers),
    events: Number(chosen.events),
    docs: chosen.docs ?? false,
  };
}
