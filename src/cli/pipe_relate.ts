import { relatedness } from '../group/relatedness.js';
import { type PipeStage, textField } from './pipe_answer.js';

/** The relate stage of the pipe: how related two short texts are. */
export function loadRelate(): PipeStage {
  return (record) => ({ score: relatedness(textField(record, 'a'), textField(record, 'b')) });
}
