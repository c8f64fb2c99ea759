import type { RouteTable } from '../route.ts'

/** Search, questions, and people in the news. Text that a person typed goes in the query, never in a path. */
export const searchRoutes = {
  find: 'GET /search',
  search: 'GET /search/texts',
  list_searches: 'GET /searches',
  save_search: 'POST /searches',
  rename_search: 'PATCH /searches/{id}',
  remove_search: 'DELETE /searches/{id}',
  search_feed: 'GET /searches/{id}/articles',
  ask: 'GET /answers',
  write_answer: 'POST /answers/written',
  find_written_answer: 'GET /answers/written/{key}',
  cancel_answer: { at: 'DELETE /answers/written/{key}', answers: 'nothing' },
  list_entities: 'GET /entities',
  list_speakers: 'GET /speakers',
  get_entity: 'GET /entities/{id}',
} as const satisfies RouteTable
