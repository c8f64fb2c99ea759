import type { RouteTable } from '../route.ts'

/** Finding, asking, and who is in the news. What a person typed stands in the query, never in a path. */
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
  get_entity: 'GET /entities/{id}',
} as const satisfies RouteTable
