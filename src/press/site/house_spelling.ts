/** How a house spells what it prints: a whole document goes through this as the last thing before its bytes. */
import type { PressHouse } from '../world.js';

const ZWNJ = '\u200c';

/**
 * Applies the spelling and the digits of a house to a rendered document. Addresses in it must be
 * percent-encoded, so that only words change.
 */
export function houseText(document: string, house: Pick<PressHouse, 'spelling' | 'digits'>): string {
  const spelled = spelledText(document, house.spelling);
  return house.digits === 'latin' ? latinDigits(spelled) : spelled;
}

function spelledText(text: string, spelling: PressHouse['spelling']): string {
  switch (spelling) {
    case 'standard':
      return text;
    case 'solid':
      return text.replaceAll(ZWNJ, '');
    case 'spaced':
      return text.replaceAll(ZWNJ, ' ');
    case 'arabic_letters':
      return text.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
  }
}

function latinDigits(text: string): string {
  return text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
