import type { NameWeights } from './names_model.js';
import { NAME_SLOTS, NAME_TRANSITIONS } from './names_weights.data.js';

let weights: NameWeights | undefined;

/** The weights that come with the program, read on first use. */
export function nameWeights(): NameWeights {
  weights ??= { slots: new Int8Array(Buffer.from(NAME_SLOTS, 'base64')), transitions: NAME_TRANSITIONS };
  return weights;
}
