/**
 * How letters are folded for keys: one mapping per line, from the letter as printed to the letter of the key.
 * Every target is final, so folding twice equals folding once. آ stays apart from ا: «آنان» is not «انان».
 */
export const LETTER_FOLDS: readonly (readonly [from: number, to: number, name: string])[] = [
  [0x0643, 0x06a9, 'ك → ک Arabic kaf'],
  [0x06aa, 0x06a9, 'ڪ → ک swash kaf'],
  [0x06ab, 0x06a9, 'ګ → ک kaf with ring'],
  [0x06ac, 0x06a9, 'ڬ → ک kaf with dot above'],
  [0x064a, 0x06cc, 'ي → ی Arabic yeh'],
  [0x0649, 0x06cc, 'ى → ی alef maksura'],
  [0x0626, 0x06cc, 'ئ → ی yeh with hamza: «رئیس» = «رییس»'],
  [0x06cd, 0x06cc, 'ۍ → ی yeh with tail'],
  [0x06ce, 0x06cc, 'ێ → ی yeh with small v'],
  [0x06d0, 0x06cc, 'ې → ی Pashto yeh'],
  [0x06d2, 0x06cc, 'ے → ی yeh barree'],
  [0x06d3, 0x06cc, 'ۓ → ی yeh barree with hamza'],
  [0x0620, 0x06cc, 'ؠ → ی Kashmiri yeh'],
  [0x0629, 0x0647, 'ة → ه teh marbuta'],
  [0x06c0, 0x0647, 'ۀ → ه heh with hamza: «خانۀ» = «خانه»'],
  [0x06be, 0x0647, 'ھ → ه heh doachashmee'],
  [0x06c1, 0x0647, 'ہ → ه heh goal'],
  [0x06c2, 0x0647, 'ۂ → ه heh goal with hamza'],
  [0x06c3, 0x0647, 'ۃ → ه teh marbuta goal'],
  [0x06d5, 0x0647, 'ە → ه Kurdish ae'],
  [0x0623, 0x0627, 'أ → ا alef with hamza above'],
  [0x0625, 0x0627, 'إ → ا alef with hamza below'],
  [0x0671, 0x0627, 'ٱ → ا alef wasla'],
  [0x0672, 0x0627, 'ٲ → ا alef with wavy hamza above'],
  [0x0673, 0x0627, 'ٳ → ا alef with wavy hamza below'],
  [0x0624, 0x0648, 'ؤ → و waw with hamza'],
  [0x06c6, 0x0648, 'ۆ → و Kurdish o'],
  [0x06c7, 0x0648, 'ۇ → و u'],
  [0x06cb, 0x0648, 'ۋ → و ve'],
  [0x06b6, 0x0644, 'ڶ → ل lam with dot'],
  [0x06b5, 0x0644, 'ڵ → ل lam with small v'],
  [0x0695, 0x0631, 'ڕ → ر reh with small v'],
];

/** Folds that people see as well: the same letter typed on another keyboard, never another spelling. */
export const DISPLAY_FOLDS: readonly (readonly [from: number, to: number, name: string])[] = [
  [0x0643, 0x06a9, 'ك → ک Arabic kaf'],
  [0x06aa, 0x06a9, 'ڪ → ک swash kaf'],
  [0x064a, 0x06cc, 'ي → ی Arabic yeh'],
  [0x0649, 0x06cc, 'ى → ی alef maksura'],
  [0x06d2, 0x06cc, 'ے → ی yeh barree'],
  [0x06be, 0x0647, 'ھ → ه heh doachashmee'],
  [0x06c1, 0x0647, 'ہ → ه heh goal'],
];
