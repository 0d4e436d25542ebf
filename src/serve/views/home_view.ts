import { SECTIONS } from '../../model/section.js';
import type { Database } from '../../store/database.js';
import { loadReportedDyads } from '../../store/dyads.js';
import { loadLeads } from '../../store/front_items.js';
import { loadAhead, loadStoryContacts, loadTellingEdits } from '../../store/site_home.js';
import { loadNewestLines } from '../../store/site_lines.js';
import { loadStatements } from '../../store/site_statements.js';
import {
  countNewStories,
  loadNewestReportAt,
  loadStoryLists,
  type StoryLine,
} from '../../store/site_stories.js';
import type { HomeView } from '../pages/home.js';
import type { Recall } from '../recall.js';
import { tehranDay } from '../words.js';
import { chooseVoices } from './home_voices.js';
import { loadRanked } from './ranked_view.js';

const IMPORTANT = 14;
const NEWEST = 12;
const RANKED_LINES = 6;
const SECTION_LINES = 4;
const LEADS = 12;
const DYADS = 4;
const AHEAD = 4;
const EDITS = 4;
/** Statements of the lead among which voices are chosen. */
const LEAD_STATEMENTS = 60;

/** The home page; what others read and lead with may be a minute old. */
export async function loadHomeView(
  database: Database,
  { now, recall }: { readonly now: string; readonly recall: Recall },
): Promise<HomeView> {
  const [newestAt = now, { newestId }] = await Promise.all([
    loadNewestReportAt(database),
    countNewStories(database, 0),
  ]);
  const [[important = [], newest = [], ...sections], ranked, leads, anyArticle] = await Promise.all([
    loadStoryLists(database, [
      { order: 'important', limit: IMPORTANT },
      { order: 'newest', limit: NEWEST },
      ...SECTIONS.map(
        ({ slug }) => ({ order: 'important', section: slug, limit: SECTION_LINES + 1 }) as const,
      ),
    ]),
    loadRanked(database, { now, newestAt, limit: RANKED_LINES, recall }),
    recall('leads', () => loadLeads(database, LEADS)),
    loadNewestLines(database, { limit: 1 }),
  ]);
  const lead = important[0];
  const [dyads, ahead, edits, states, voices] = await Promise.all([
    recall('home dyads', () => loadReportedDyads(database, DYADS)),
    recall('home ahead', () => loadAhead(database, { day: tehranDay(newestAt), limit: AHEAD })),
    recall('home edits', () => loadTellingEdits(database, EDITS)),
    loadStates(database, { stories: important, recall }),
    recall(`home voices ${lead?.storyId} ${lead?.reportCount}`, () => loadVoices(database, lead)),
  ]);
  return {
    isEmpty: anyArticle.length === 0,
    newestAt,
    newestStoryId: newestId,
    important,
    newest,
    ...ranked,
    leads,
    dyads,
    ahead,
    edits,
    states,
    voices,
    sections: SECTIONS.map((section, at) => ({
      section,
      stories: (sections[at] ?? [])
        .filter(({ storyId }) => storyId !== lead?.storyId)
        .slice(0, SECTION_LINES),
    })),
  };
}

function loadStates(
  database: Database,
  { stories, recall }: { readonly stories: readonly StoryLine[]; readonly recall: Recall },
): Promise<HomeView['states']> {
  const ids = stories.map(({ storyId }) => storyId);
  return recall(`home states ${ids.join()}`, () => loadStoryContacts(database, ids));
}

async function loadVoices(database: Database, lead: StoryLine | undefined): Promise<HomeView['voices']> {
  if (lead === undefined) return [];
  const articleIds = lead.origins.flatMap(({ reports }) => reports);
  return chooseVoices(
    await loadStatements(database, { articleIds, order: 'newest', limit: LEAD_STATEMENTS }),
  );
}
