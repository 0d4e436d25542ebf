import { digitValue } from './code_units.js';

const NOT_ASCII_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const NOT_PERSIAN_DIGIT = /[0-9\u0660-\u0669]/g;

/** «۱۴۰۱» and «١٤٠١» → `1401`; everything else stays, so offsets stay too. */
export function toAsciiDigits(text: string): string {
  return text.replace(NOT_ASCII_DIGIT, (digit) => String(digitValue(digit.charCodeAt(0))));
}

/** `1401` and «١٤٠١» → «۱۴۰۱»; everything else stays, so offsets stay too. */
export function toPersianDigits(text: string): string {
  return text.replace(NOT_PERSIAN_DIGIT, (digit) =>
    String.fromCharCode(0x6f0 + digitValue(digit.charCodeAt(0))),
  );
}
