import type { RouteTable } from '../route.ts'

/** Destinations for articles and events, and the results of sending. */
export const sendingRoutes = {
  get_destinations: 'GET /destinations',
  set_destination: { at: 'PATCH /destinations/{id}', answers: 'done' },
  switch_destination: { at: 'PUT /destinations/{id}/switch', answers: 'done' },
  remove_destination: { at: 'DELETE /destinations/{id}', answers: 'done' },
  test_destination: 'POST /destinations/{id}/tests',
  list_sendings: 'GET /destinations/{destination}/sendings',
  replay_sending: 'POST /sendings/replays',
  get_send_form: 'POST /sendings/previews',
  send_article: { at: 'POST /destinations/{destination}/sendings', answers: 'done' },
} as const satisfies RouteTable
