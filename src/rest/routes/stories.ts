import type { RouteTable } from '../route.ts'

export const storyRoutes = {
  list_story_items: 'GET /stories/items',
  get_story_texts: 'POST /stories/items/texts',
  mark_story_items: { at: 'PUT /stories/items/read', answers: 'nothing' },
  get_story: { at: 'GET /stories/{id}', without: ['reads'] },
  what_changed: 'GET /stories/{id}/changes',
  get_summary: 'GET /stories/{id}/summary',
  compare_articles: 'GET /stories/{id}/comparison',
  export_story: { at: 'GET /stories/{id}/exports/{format}', answers: 'file' },
  export_data: { at: 'GET /data/{what}', answers: 'file' },
  pack_story: { at: 'GET /stories/{id}/pack', answers: 'file' },
  get_story_audit: 'GET /stories/{id}/audit',
  export_story_audit: { at: 'GET /stories/{id}/audit/exports/{format}', answers: 'file' },
  arrange_story: 'GET /stories/{id}/arrangement',
  leave_story: 'POST /stories/{story}/departures',
  split_story: 'POST /stories/{story}/splits',
  merge_stories: 'POST /stories/{story}/mergers',
  answer_proposal: 'PUT /stories/{story}/proposals/{proposal}',
  get_choice: 'GET /choices/{id}',
  undo_choice: 'DELETE /choices/{id}',
} as const satisfies RouteTable
