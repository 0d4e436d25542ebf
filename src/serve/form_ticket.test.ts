import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTicket, readTicket, type TicketState } from './form_ticket.js';

const NOW = Date.parse('2025-12-15T11:00:00.000Z');
const DAY = 86_400_000;

test('readTicket() refuses what is sent at once, what lay open for days and what we never made', () => {
  const ticket = makeTicket('secret', NOW);
  const cases: readonly (readonly [string, number, TicketState])[] = [
    [ticket, NOW, 'early'],
    [ticket, NOW + 2999, 'early'],
    [ticket, NOW + 9000, 'good'],
    [ticket, NOW + DAY, 'good'],
    [ticket, NOW + 3 * DAY, 'old'],
    [makeTicket('other', NOW), NOW + 9000, 'old'],
    [`${(NOW - DAY).toString(36)}.${ticket.split('.')[1]}`, NOW, 'old'],
    ['', NOW, 'old'],
    ['x.y', NOW, 'old'],
  ];
  for (const [given, at, wanted] of cases) assert.equal(readTicket('secret', given, at), wanted, given);
});
