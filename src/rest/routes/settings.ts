import type { RouteTable } from '../route.ts'

export const settingRoutes = {
  get_my_account: { at: 'GET /account', without: ['sessionId'] },
  export_own: { at: 'GET /account/everything', answers: 'file' },
  get_settings: 'GET /account/data',
  get_preferences: 'GET /preferences',
  set_preferences: 'PATCH /preferences',
  get_translation_settings: 'GET /translation/settings',
  choose_translation: { at: 'PUT /translation/wishes', answers: 'done' },
} as const satisfies RouteTable
