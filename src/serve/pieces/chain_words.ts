/** What the drawing of a chain and its list both say. */
import { say } from '../language.js';
import { number } from '../words.js';

/** «و ۳ گزارش دیگر» */
export function moreWords(count: number): string {
  return say(
    `و ${number(count)} گزارش دیگر`,
    `and ${number(count)} more ${count === 1 ? 'report' : 'reports'}`,
  );
}

/** «منبع ۲» */
export function originWords(originNumber: number): string {
  return `${say('منبع', 'origin')} ${number(originNumber)}`;
}
