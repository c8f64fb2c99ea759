import type { RouteTable } from '../route.ts'

export const dayRoutes = {
  get_today: 'GET /today',
  list_news: 'GET /news',
  get_brief: 'GET /brief',
  get_brief_settings: 'GET /brief/settings',
  set_brief: 'PUT /brief/settings',
  make_brief_address: 'POST /brief/address',
  remove_brief_address: { at: 'DELETE /brief/address', answers: 'done' },
  get_ranking: [{ at: 'GET /ranking', without: ['tried', 'triedLifts'] }, { at: 'POST /ranking/trials' }],
  set_ranking: { at: 'PUT /ranking', answers: 'done' },
  reset_ranking: { at: 'DELETE /ranking', answers: 'done' },
  answer_lift: { at: 'POST /ranking/lifts', answers: 'done' },
  record_visit: 'POST /visits',
  get_history: 'GET /history',
  clear_history: 'DELETE /history',
} as const satisfies RouteTable
