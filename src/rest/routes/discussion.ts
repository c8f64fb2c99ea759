import type { RouteTable } from '../route.ts'

const article = { kind: 'article' } as const
const story = { kind: 'story' } as const

export const discussionRoutes = {
  has_discussion: 'GET /discussion',
  get_discussion: [
    { at: 'GET /stories/{id}/discussion', fixed: story },
    { at: 'GET /articles/{id}/discussion', fixed: article },
  ],
  export_discussion: [
    { at: 'GET /stories/{id}/discussion/exports/{format}', fixed: story, answers: 'file' },
    { at: 'GET /articles/{id}/discussion/exports/{format}', fixed: article, answers: 'file' },
  ],
  lock_discussion: [
    { at: 'PUT /stories/{id}/discussion/lock', fixed: story },
    { at: 'PUT /articles/{id}/discussion/lock', fixed: article },
  ],
  list_comments: 'GET /comments',
  get_comment_form: 'GET /comments/form',
  get_comment: 'GET /comments/{id}',
  write_comment: 'POST /comments',
  edit_comment: 'PUT /comments/{id}',
  delete_comment: 'DELETE /comments/{id}',
  report_comment: 'POST /comments/{id}/reports',
  appeal_decision: 'POST /comments/{id}/appeals',
  moderate_comment: 'POST /comments/{id}/decisions',
  block_writer: 'PUT /comments/{commentId}/block',
  list_mentions: 'GET /mentions',
  get_moderation_queue: 'GET /moderation/queue',
  get_moderation_log: 'GET /moderation/log',
} as const satisfies RouteTable
