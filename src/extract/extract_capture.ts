import type { ExtractedPage } from '../model/extracted_page.js';
import { fatal } from '../model/issue.js';
import { outletNamesOf } from '../persian/outlet_names.js';
import type { Registry } from '../sources/registry.js';
import { newDraft } from './draft.js';
import { type ExtractInput, type ExtractResult, noText } from './extract_input.js';
import { decideTextKind } from './page_kind.js';
import { findOutlet } from './page_outlet.js';
import { readCapture } from './read_capture.js';
import { commonFields, inputClues, topicField, withGivenTitle } from './result_fields.js';
import { readTextLines } from './text_lines.js';
import { readTopicPage } from './topic_page.js';
import { traceOf } from './trace.js';

/** Reads a text capture: lines alone, no structure. */
export function extractCapture(input: ExtractInput, text: string, registry: Registry): ExtractResult {
  const lines = readTextLines(text);
  const draft = newDraft(withGivenTitle(lines, input.title), 'text');
  if (input.hostLines) draft.hostLines = input.hostLines;
  if (lines.blocks.length === 0) {
    return noText([fatal('extract.empty', 'Cannot extract a page: it has no letters')]);
  }
  const names = outletNamesOf(registry.outlets);
  const topic = readTopicPage(draft, draft.page.blocks);
  const bylines = topic ? [] : readCapture(draft, names);
  const found = findOutlet(draft, {
    registry,
    names,
    bylines,
    ...inputClues(input),
    ...(topic ? { topic } : {}),
  });
  const kind = topic ? 'topic' : decideTextKind(draft);
  const value: ExtractedPage = {
    ...commonFields(draft, input, { names, ...found }),
    ...found,
    kind,
    ...topicField(topic),
  };
  return { value, issues: value.issues, trace: traceOf(draft, value), openLines: draft.openLines };
}
