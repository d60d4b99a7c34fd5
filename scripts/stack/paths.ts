import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
export const inRoot = (...parts: string[]) => resolve(root, ...parts);
