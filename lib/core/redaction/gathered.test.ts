import { expect, test } from 'vitest';
import { DEFAULT_RECIPE } from '../recipe.ts';
import { createRedactor } from './index.ts';
import { redactText } from './redact-text.ts';

const redactor = createRedactor(DEFAULT_RECIPE.redaction);

test('ids and addresses in the section of a vendor are no secrets', () => {
  const text = 'okta:\n  orgUrl: https://dev-1.okta.com\n  authorizationServerId: ausQRWWdl5Ajrg7of4PJ\n';
  expect(redactText(redactor, text).text).toBe(text);
});
