import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shown } from './test_contact_world.js';

const TOLD: readonly (readonly [text: string, ...contacts: string[]])[] = [
  ['یک هیئت بلندپایه روس با فیدان دیدار کرد.', 'روسیه + هاکان فیدان meeting stated'],
  ['فیدان با یک هیئت ایرانی دیدار کرد.', 'هاکان فیدان + ایران meeting stated'],
  ['هیئت اعزامی ایران با فیدان دیدار کرد.', 'ایران + هاکان فیدان meeting stated'],
  ['هیئتی از ایران با مقام‌های طالبان دیدار کرد.', 'ایران + طالبان meeting stated'],
  ['یک روس با فیدان دیدار کرد.'],
];

for (const [text, ...contacts] of TOLD) {
  test(`findContacts() hears a delegation as its side in «${text}»`, () => {
    assert.deepEqual(shown(text), contacts);
  });
}
