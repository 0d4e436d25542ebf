/** A way in which a name or an office is found: a sentence that it reads so, and one that it must not read so. */
interface Example {
  readonly id: string;
  /** Sentence and the words that the rule finds in it. */
  readonly yes: readonly [sentence: string, found: string];
  readonly no: string;
}

/**
 * All rules of mentions. A rule that stands not here does not compile, as `MentionRule` is made of this table; the
 * examples run in `mention_rules.test.ts` against an invented world of two countries.
 */
export const MENTION_RULES = [
  {
    id: 'name/gazetteer',
    yes: ['یوری اورلان به سروآب آمد.', 'یوری اورلان'],
    no: 'یوری سماوات به شهر آمد.',
  },
  {
    id: 'name/model',
    yes: ['مریم کاظمی به شهر آمد.', 'مریم کاظمی'],
    no: 'باران دیروز به شهر آمد.',
  },
  {
    id: 'name/given-compound',
    yes: ['از شهر محی الدین حائری شیرازی با تأکید بر باران آمد.', 'محی الدین حائری شیرازی'],
    no: 'ان شاء الله باران می‌آید.',
  },
  {
    id: 'name/surname-in-article',
    yes: ['مریم کاظمی به شهر آمد. دیروز خانه کاظمی خراب شد.', 'کاظمی'],
    no: 'دیروز خانه دوست خراب شد.',
  },
  {
    id: 'name/speaker',
    yes: ['خوش‌باور بیان کرد: هوا سرد است.', 'خوش‌باور'],
    no: 'وزیر ادامه داد که باران آمد.',
  },
  {
    id: 'name/organisation-head',
    yes: ['اداره کل راه و شهرسازی استان باران را سنجید.', 'اداره کل راه و شهرسازی'],
    no: 'تیم حریف باران را دید.',
  },
  {
    id: 'name/institution-of-country',
    yes: ['وزارت خارجه موریا باران را دید.', 'وزارت خارجه موریا'],
    no: 'وزارت خارجه باران را دید.',
  },
  {
    id: 'name/government-of',
    yes: ['دولت اورلان باران را دید.', 'دولت اورلان'],
    no: 'دولت باران را دید.',
  },
  {
    id: 'name/place-head',
    yes: ['باران به بلوار آزاد رسید.', 'بلوار آزاد'],
    no: 'باران به بلوارها رسید.',
  },
  {
    id: 'role/office-of',
    yes: ['وزیر خارجه موریا باران را دید.', 'وزیر خارجه موریا'],
    no: 'یک وزیر خارجه باران را دید.',
  },
  {
    id: 'org/people-of-country',
    yes: ['موریایی‌ها باران را دیدند.', 'موریایی‌ها'],
    no: 'باران موریایی آمد.',
  },
  {
    id: 'unnamed/source',
    yes: ['یک مقام ارشد موریایی باران را دید.', 'یک مقام ارشد موریایی'],
    no: 'باران ارشد موریایی آمد.',
  },
] as const satisfies readonly Example[];

/** Id of the rule that found a mention. */
export type MentionRule = (typeof MENTION_RULES)[number]['id'];
