import { FACT_RULES } from './contact_fact_rules.js';
import { INTENT_RULES } from './contact_intent_rules.js';
import type { ModalityRule } from './contact_surroundings.js';
import { VERDICT_RULES } from './contact_verdict_rules.js';

/** Rules on what is said about a contact, the most telling first. */
export const MODALITY_RULES: readonly ModalityRule[] = [...VERDICT_RULES, ...INTENT_RULES, ...FACT_RULES];
