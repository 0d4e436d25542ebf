import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { pauseAfter } from './pauses.js';
import { signatureHeaders } from './signature.js';

test('signatureHeaders() signs id, time and body with the key behind whsec_', () => {
  const key = Buffer.from('0123456789abcdef0123456789abcdef');
  const body = '{"type":"news","words":"سد"}';
  const headers = signatureHeaders(`whsec_${key.toString('base64')}`, {
    id: 'msg_1',
    timestampS: 1_765_796_400,
    body,
  });
  const expected = createHmac('sha256', key).update(`msg_1.1765796400.${body}`, 'utf8').digest('base64');
  assert.deepEqual(headers, {
    'webhook-id': 'msg_1',
    'webhook-timestamp': '1765796400',
    'webhook-signature': `v1,${expected}`,
  });
});

test('pauseAfter() doubles up to a limit, keeps at least half of itself, and ends', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, chance) => {
        const whole = Math.min(30_000 * 2 ** (attempt - 1), 6 * 3_600_000);
        const ms = pauseAfter(attempt, { baseMs: 30_000, chance });
        if (attempt === 12) return ms === undefined;
        return ms !== undefined && ms >= whole / 2 && ms <= whole;
      },
    ),
  );
});
