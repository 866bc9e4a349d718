import { join } from 'node:path';

export const bench = join(import.meta.dirname, '..');
export const root = join(bench, '../..');
export const dist = join(bench, 'dist');
export const shots = join(bench, 'shots');
