import { describe } from 'node:test';
import { jsdomTests } from './jsdom.ts';

// Its document is in the state "prerender", and there is no requestAnimationFrame.
describe('in jsdom without added globals', () => jsdomTests({}));
