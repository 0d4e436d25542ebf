import { STAGE as EXTRACT } from '../extract/extract_page.js';
import type { StageStamp } from '../store/page_results.js';

/** Chains of sources: raised when the same text would get another chain. */
export const CHAIN_STAGE: StageStamp = { name: 'chain', version: '1' };
/** Copies, origins, stories and threads: raised when the same reports would be placed otherwise. */
export const GROUP_STAGE: StageStamp = { name: 'group', version: '2' };

/** Entities, statements, contacts and the ledger: raised when the same reports would be read otherwise. */
export const ANALYSE_STAGE: StageStamp = { name: 'analyse', version: '1' };

/** The stages of a page in their order. `sanad rebuild --from` does one of them and all behind it again. */
export const STAGES = [
  { name: EXTRACT.name, version: String(EXTRACT.version) },
  CHAIN_STAGE,
  GROUP_STAGE,
  ANALYSE_STAGE,
] as const satisfies readonly StageStamp[];
