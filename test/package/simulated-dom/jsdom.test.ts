import { describe } from 'node:test';
import { jsdomTests } from './jsdom.ts';

describe('in jsdom with the globals of Vitest and Jest', () => jsdomTests({ pretendToBeVisual: true }));
