import { join } from 'node:path';
import { createGrouper } from '../src/group/grouper.js';
import { readJsonLines } from './group_data.js';
import { asPercent, bCubed } from './group_measures.js';
import { singlePass } from './group_single_pass.js';
import type { EvalTask } from './task.js';

interface Document {
  readonly id: string;
  readonly subtopic: string;
  readonly text: string;
}

const THRESHOLDS = Array.from({ length: 8 }, (_, step) => 0.08 + step * 0.03);

/** Sub-topics of ECB+: English, without hours; no weight or threshold was fitted on it. */
export const task: EvalTask = {
  name: 'group.ecb',
  run(dataFolder) {
    const documents = readJsonLines<Document>(join(dataFolder, 'data', 'clusters', 'ecbplus-docs.jsonl.gz'));
    const gold = new Map(documents.map(({ id, subtopic }) => [id, subtopic]));
    const grouper = createGrouper();
    const found = new Map(
      documents.map(({ id, text }) => [
        id,
        grouper.add({ id, outlet: `site of ${id}`, text, chain: [] }).story ?? id,
      ]),
    );
    const ours = bCubed(gold, found);
    const peers = THRESHOLDS.map((threshold) => bCubed(gold, singlePass(documents, threshold)));
    const peer = peers.reduce((best, next) => (next.f1 > best.f1 ? next : best));
    return Promise.resolve([
      { name: 'group.ecb.b3_f1', value: ours.f1, note: asPercent(ours) },
      { name: 'group.ecb.b3_f1_of_tf_idf', value: peer.f1, note: `${asPercent(peer)}, fitted here` },
    ]);
  },
};
