import { weightedChoice, pick, type Random } from './random.ts';

export interface SimulatedSystem {
  browser: string;
  os: string;
  device: 'desktop' | 'mobile' | 'tablet';
}

/** Combinations that exist, with about the shares of the public browser statistics of 2025. */
export const chooseSystem: (random: Random) => SimulatedSystem = weightedChoice([
  [{ browser: 'Chrome', os: 'Windows', device: 'desktop' }, 25],
  [{ browser: 'Edge', os: 'Windows', device: 'desktop' }, 7],
  [{ browser: 'Firefox', os: 'Windows', device: 'desktop' }, 3],
  [{ browser: 'Opera', os: 'Windows', device: 'desktop' }, 1],
  [{ browser: 'Chrome', os: 'macOS', device: 'desktop' }, 12],
  [{ browser: 'Safari', os: 'macOS', device: 'desktop' }, 7],
  [{ browser: 'Firefox', os: 'macOS', device: 'desktop' }, 1],
  [{ browser: 'Chrome', os: 'Linux', device: 'desktop' }, 2],
  [{ browser: 'Firefox', os: 'Linux', device: 'desktop' }, 1],
  [{ browser: 'Chrome', os: 'Android', device: 'mobile' }, 18],
  [{ browser: 'Samsung Internet', os: 'Android', device: 'mobile' }, 3],
  [{ browser: 'Safari', os: 'iOS', device: 'mobile' }, 15],
  [{ browser: 'Chrome', os: 'iOS', device: 'mobile' }, 2],
  [{ browser: 'Safari', os: 'iPadOS', device: 'tablet' }, 2],
  [{ browser: 'Chrome', os: 'Android', device: 'tablet' }, 1],
]);

/** A visitor that the site knows; the names are invented. */
export interface Person {
  name: string;
  email: string;
  /** What the site calls them. Some sites know their people by address alone. */
  displayName: string;
}

const FIRST_NAMES = names(`
  Ada Amara Anaïs Bruno Carlos Chloé Dana Diego Elif Emeka Farah
  Freya Gustavo Hana Ines Ivan Jonas Joy Kaito Lena Leïla Linh
  Luca Mateus Mei Mina Nadia Noah Oskar Priya Rafael Rania Ravi
  Sana Sofía Tariq Tomás Uma Wanjiru Yuki Zoë
`);
const LAST_NAMES = names(`
  Abara Almeida Andersson Bakker Bergmann Castillo Chen Costa Demir Dubois Ferrari
  Fischer García Haddad Horvat Ivanova Jensen Kaya Kimura Kowalska Lindqvist Mwangi
  Müller Nakamura Nguyen Novák Okafor Park Patel Pereira Rossi Sato Schneider
  Silva Tanaka Torres Virtanen Walsh Wójcik Yilmaz
`);

export function createPerson(random: Random): Person {
  const first = pick(random, FIRST_NAMES);
  const last = pick(random, LAST_NAMES);
  const mailbox = `${first}.${last}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase();
  const name = `${first} ${last}`;
  const email = `${mailbox}@${random() < 0.6 ? 'example.com' : 'example.org'}`;
  return { name, email, displayName: random() < 0.06 ? email : name };
}

const MOODS = ['Brave', 'Calm', 'Curious', 'Gentle', 'Happy', 'Lucky', 'Quiet', 'Sunny', 'Swift', 'Witty'];
const ANIMALS = ['Badger', 'Dolphin', 'Falcon', 'Fox', 'Heron', 'Lynx', 'Otter', 'Panda', 'Sparrow', 'Turtle'];

/** What an analytics dashboard calls unknown visitors. */
export function createNickname(random: Random): string {
  return `${pick(random, MOODS)} ${pick(random, ANIMALS)}`;
}

function names(text: string): string[] {
  return text.trim().split(/\s+/);
}
