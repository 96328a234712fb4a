import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.mjs';
import { nodeIsAtLeast } from './node-version.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Packages = Record<string, { version: string; optional?: boolean }>;
const lock = (packages: Packages) =>
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
const record = (packages: Packages) =>
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

test('nothing is installed before npm has written its record', () => {
  lock({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('an installation that matches the lock is left alone, other platforms’ packages missing', () => {
  lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-darwin': { version: '1.0.0', optional: true } });
  record({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
});

test('a lock that moved on asks for a new installation', () => {
  lock({ 'node_modules/a': { version: '1.0.1' }, 'node_modules/b': { version: '1.0.0' } });
  record({ 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(root)).toBe(false);
  record({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('a record that was cut off counts as none', () => {
  lock({});
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages":');
  expect(isInstalled(root)).toBe(false);
});

test.each([
  ['v20.9.0', true],
  ['v20.8.1', false],
  ['v18.20.0', false],
  ['v24.0.0', true],
  ['v9.99.0', false],
])('%s is new enough: %s', (version, enough) => {
  expect(nodeIsAtLeast(version, 20, 9)).toBe(enough);
});
