import type { RouteTable } from '../route.ts'

export const deskRoutes = {
  list_desk: 'GET /desk',
  has_desk: 'GET /desk/presence',
  list_desk_log: 'GET /desk/log',
  get_desk_story: 'GET /desk/stories/{story}',
  put_on_desk: 'PUT /desk/stories/{story}',
  change_desk_story: 'PATCH /desk/stories/{story}',
  take_off_desk: { at: 'DELETE /desk/stories/{story}', answers: 'done' },
  add_desk_note: 'POST /desk/stories/{story}/notes',
  remove_desk_note: { at: 'DELETE /desk/stories/{story}/notes/{id}', answers: 'done' },
} as const satisfies RouteTable
