/** What readers wrote under reports and stories, as far as it is published. */
import { z } from 'zod';
import { type CommentPlace, loadPublishedComments, type PublishedComment } from '../../store/comments.js';
import type { Database } from '../../store/database.js';
import { findStoryAddress } from '../../store/site_story.js';
import { versionOf } from './article_operations.js';
import { defineOperation, MovedTo, type Operation } from './operation.js';
import { numberOf } from './parameters.js';
import { missing } from './problem.js';
import { COUNT, listOf, NUMBER } from './schemas.js';
import { MOMENT, momentOf } from './times.js';

const COMMENT = z
  .object({
    id: NUMBER,
    answers: NUMBER.nullable().describe('The comment that it answers, whether or not that can still be seen'),
    author: z.string().nullable(),
    text: z.string(),
    written: MOMENT,
    up: COUNT,
    down: COUNT,
  })
  .meta({ id: 'Comment' });

const COMMENTS = z.object({ items: listOf(COMMENT).describe('The oldest first; 500 at most') });

export const COMMENT_OPERATIONS: readonly Operation[] = [
  defineOperation({
    id: 'listStoryComments',
    path: '/stories/{id}/comments',
    tag: 'comments',
    summary: 'Published comments under a story, the oldest first',
    parameters: { id: numberOf('story') },
    answer: COMMENTS,
    run: async ({ store }, { id }) => {
      const address = await findStoryAddress(store, id);
      if (address.kind === 'moved') throw new MovedTo(`/stories/${address.storyId}/comments`);
      if (address.kind === 'nowhere') throw missing('such story');
      return commentsOf(store, { kind: 'story', id });
    },
  }),
  defineOperation({
    id: 'listArticleComments',
    path: '/articles/{id}/comments',
    tag: 'comments',
    summary: 'Published comments under a report, the oldest first',
    parameters: { id: numberOf('article') },
    answer: COMMENTS,
    run: async (site, { id }) => {
      await versionOf(site, { articleId: id });
      return commentsOf(site.store, { kind: 'article', id });
    },
  }),
];

async function commentsOf(store: Database, place: CommentPlace) {
  return { items: (await loadPublishedComments(store, place)).map(commentOf) };
}

function commentOf({ id, parentId, authorName, text, createdAt, up, down }: PublishedComment) {
  return { id, answers: parentId, author: authorName, text, written: momentOf(createdAt), up, down };
}
