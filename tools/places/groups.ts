// Which countries' smaller places are in one file. Those that many sessions ask for have one of their own, or share it with
// neighbours; the others are grouped by continent. A file for each country would be 200 files in every bundle; these
// cost a session of 50 visitors from all over the world 1.1 kB more than that, and one of 10 visitors 0.2 kB.

const ALONE = 'US IN BR DE CN GB FR RU IT JP MX ES AU CA ID NL PL TH TR ZA UA PT'.split(' ');
const NEIGHBORS = [
  'AE IL SA',
  'AR PY UY',
  'AT CH',
  'BD LK NP PK',
  'BE LU',
  'CL PE',
  'CO EC VE',
  'CZ HU RO SK',
  'DK NO',
  'DZ EG MA TN',
  'FI SE',
  'GH KE NG',
  'HK KR TW',
  'IQ IR',
  'MY PH SG VN',
];
const CONTINENTS = {
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ EH ER ET GA GM GN GQ GW IO KM LR LS LY MG ML MR MU MW MZ NA NE RE RW SC SD SH SL ' +
    'SN SO SS ST SZ TD TG TZ UG YT ZM ZW',
  americas:
    'AG AI AW BB BL BM BO BQ BS BZ CR CU CW DM DO FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS NI PA PM PR SR SV SX ' +
    'TC TT VC VG VI',
  'asia-pacific':
    'AF AM AQ AS AZ BH BN BT BV CC CK CX FJ FM GE GU HM JO KG KH KI KP KW KZ LA LB MH MM MN MO MP MV NC NF NR NU NZ OM PF ' +
    'PG PN PS PW QA SB SY TF TJ TK TL TM TO TV UM UZ VU WF WS YE',
  europe: 'AD AL AX BA BG BY CY EE FO GG GI GR HR IE IM IS JE LI LT LV MC MD ME MK MT RS SI SJ SM VA XK',
};

/** Codes of ISO 3166-1, also XK, each in one group, by the name of the group's file. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...ALONE, ...NEIGHBORS].map((codes) => [codes.replaceAll(' ', '-'), codes.split(' ')])),
  ...Object.fromEntries(Object.entries(CONTINENTS).map(([name, codes]) => [name, codes.split(' ')])),
};
