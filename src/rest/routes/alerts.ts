import type { RouteTable } from '../route.ts'

export const alertRoutes = {
  list_alerts: { at: 'GET /alerts', without: ['looks'] },
  get_alert_settings: 'GET /alerts/settings',
  set_alert_settings: { at: 'PUT /alerts/settings', answers: 'done' },
  choose_alert: { at: 'PUT /alerts/choices', answers: 'done' },
  list_watches: 'GET /watches',
  save_watch: 'PUT /watches',
  get_watch: 'GET /watches/{id}',
  remove_watch: { at: 'DELETE /watches/{id}', answers: 'done' },
  take_watch: 'PUT /watches/{id}/taken',
  add_alert_channel: 'POST /alerts/channels',
  switch_alert_channel: { at: 'PATCH /alerts/channels/{id}', answers: 'done' },
  remove_alert_channel: { at: 'DELETE /alerts/channels/{id}', answers: 'done' },
  test_alert_channel: 'POST /alerts/channels/{id}/tests',
} as const satisfies RouteTable
