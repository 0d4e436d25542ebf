import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGE_ROOT } from '../../package_root.js';
import { makeClientSource } from './client_source.js';
import { makeDocument } from './document.js';
import { OPERATIONS } from './operations.js';
import { STREAM } from './stream_operation.js';

test('examples/sanad_client.ts is what the OpenAPI document makes of it; "npm run build:client" writes it anew', () => {
  const written = readFileSync(join(PACKAGE_ROOT, 'examples', 'sanad_client.ts'), 'utf8');
  assert.equal(written, makeClientSource(makeDocument(OPERATIONS, STREAM)));
});
