import { keyOf } from '../persian/keys.js';
import { type Draft, type DraftVoice, partiesOf } from './contact_draft.js';
import type { Known } from './contact_party.js';
import { heardAmong, type IndexedStatement, partyOfSpeaker, speakersOf } from './contact_voices.js';

/** «کرملین این گزارش‌ها را تکذیب کرد»: a statement that answers one which spoke of a contact. */
export function addAnswers(
  drafts: readonly Draft[],
  said: IndexedStatement,
  { known, text }: { readonly known: Known; readonly text: string },
): void {
  const { statement, index } = said;
  if (!/^(?:deny|not_ruled_out|affirm)$/.test(statement.stance)) return;
  if (!/^(?:deny|rule_out|not_rule_out|confirm|reject_proposal)$/.test(statement.act)) return;
  const target = statement.target ?? reportBefore(drafts, said, text);
  if (target === undefined || target === index) return;
  for (const draft of drafts) {
    if (!draft.voices.some((voice) => voice.statement === target)) continue;
    if (draft.voices.some((voice) => voice.statement === index)) continue;
    const answer: DraftVoice = {
      statement: index,
      stance: statement.stance,
      participant: false,
      presupposed: false,
      speakers: speakersOf(statement).map((each) => partyOfSpeaker(each, known)),
      evidence: { span: statement.evidence.span, rule: 'contact/answer' },
    };
    draft.voices.push(heardAmong(answer, partiesOf(draft)));
  }
}

/** Statements back in which the report stands that «این گزارش‌ها» means. */
const ANSWERED_WITHIN = 3;

/** «این گزارش‌ها», «این خبر»: the last statement before that told of a contact. */
function reportBefore(drafts: readonly Draft[], said: IndexedStatement, text: string): number | undefined {
  const { content } = said.statement;
  const words = keyOf(text.slice(content.start, content.end));
  if (!/^(?:این|آن|همین)? ?(?:گزارش|خبر|ادعا|شایعه|شایعات|اخبار|موضوع|مطلب)\S*(?: \S+){0,2}$/u.test(words))
    return undefined;
  const told = drafts.flatMap((draft) => draft.voices.flatMap(({ statement }) => statement ?? []));
  const before = told.filter((index) => index < said.index && index >= said.index - ANSWERED_WITHIN);
  return before.length === 0 ? undefined : Math.max(...before);
}
