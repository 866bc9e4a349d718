import { describe } from 'node:test';
import { jsdomTests } from './jsdom.ts';

describe('in jsdom, as Vitest and Jest open it', () => jsdomTests({ pretendToBeVisual: true }));
