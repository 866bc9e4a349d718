import { describe } from 'node:test';
import { Window } from 'happy-dom';
import { installGlobals } from './globals.ts';
import { simulatedDomTests } from './suite.ts';

installGlobals(new Window({ url: 'http://localhost/' }));

describe('in happy-dom', simulatedDomTests);
