// Former codes of ISO 3166-2, which databases of IP addresses still have: those of Unicode CLDR (package cldr-core), and
// those that it does not list.
import { createRequire } from 'node:module';

interface Aliases {
  supplemental: { metadata: { alias: { subdivisionAlias: Record<string, { _replacement: string }> } } };
}

const require = createRequire(import.meta.url);
const { supplemental } = require('cldr-core/supplemental/aliases.json') as Aliases;
const aliases = Object.entries(supplemental.metadata.alias.subdivisionAlias);

/** By country: the former codes and today's. */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CA: { NF: 'NL', PQ: 'QC' },
  CZ: {
    JC: '31', JM: '64', KA: '41', KR: '52', LI: '51', MO: '80', OL: '71', PA: '53', PL: '32', PR: '10', ST: '20', US: '42',
    VY: '63', ZL: '72',
  },
  FR: { COR: '20R', H: '20R' },
  IN: { CT: 'CG', OR: 'OD', TG: 'TS', UL: 'UK', UT: 'UK' },
  KZ: {
    AKM: '11', AKT: '15', ALA: '75', ALM: '19', AST: '71', ATY: '23', KAR: '35', KUS: '39', KZY: '43', MAN: '47', PAV: '55',
    SEV: '59', SHY: '79', VOS: '63', YUZ: '61', ZAP: '27', ZHA: '31',
  },
  MX: { DF: 'CMX', DIF: 'CMX' },
  PL: {
    DS: '02', KP: '04', LB: '08', LD: '10', LU: '06', MA: '12', MZ: '14', OP: '16', PD: '20', PK: '18', PM: '22', SK: '26',
    SL: '24', WN: '28', WP: '30', ZP: '32',
  },
  ZA: { GT: 'GP', NL: 'KZN', TV: 'GP' },
}; // prettier-ignore

/** @returns Of a country pairs of a former code and the one that replaces it, without the country's own. */
export function formerCodes(country: string): [former: string, now: string][] {
  const prefix = country.toLowerCase();
  const own = BY_HAND[country] ?? {};
  const listed = aliases.flatMap(([code, { _replacement }]): [string, string][] => {
    const [now = ''] = _replacement.split(' ');
    if (!code.startsWith(prefix) || !now.startsWith(prefix)) return [];
    const current = now.slice(2).toUpperCase();
    return [[code.slice(2).toUpperCase(), own[current] ?? current]];
  });
  return [...listed, ...Object.entries(own)];
}
