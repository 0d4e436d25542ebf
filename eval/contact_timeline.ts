import type { GoldArticle } from './contact_gold.js';
import type { EvalScore } from './task.js';

export function timelineScores(_dataFolder: string, _seeds: readonly GoldArticle[]): EvalScore[] {
  return [];
}
