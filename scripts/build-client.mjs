// Writes examples/sanad_client.ts from the OpenAPI document of the compiled program.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { makeClientSource } = await import('../dist/src/serve/api/client_source.js');
const { makeDocument } = await import('../dist/src/serve/api/document.js');
const { OPERATIONS } = await import('../dist/src/serve/api/operations.js');
const { STREAM } = await import('../dist/src/serve/api/stream_operation.js');

const file = fileURLToPath(new URL('../examples/sanad_client.ts', import.meta.url));
writeFileSync(file, makeClientSource(makeDocument(OPERATIONS, STREAM)));
