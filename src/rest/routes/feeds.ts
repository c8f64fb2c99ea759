import type { RouteTable } from '../route.ts'

const opml = ['text/x-opml', 'application/xml', 'text/xml', 'text/plain']

/** Feeds, the entries they deliver, and the outlets behind them. */
export const feedRoutes = {
  list_feeds: 'GET /feeds',
  add_feed: 'POST /feeds',
  edit_feed: { at: 'PATCH /feeds/{id}', answers: 'done' },
  set_folder: { at: 'PUT /feeds/{id}/folder', answers: 'nothing' },
  remove_feed: { at: 'DELETE /feeds/{id}', answers: 'nothing' },
  refresh_feeds: 'POST /feeds/refreshes',
  subscribe_feeds: 'POST /feeds/subscriptions',
  list_packs: 'GET /packs',
  add_packs: 'POST /packs/subscriptions',
  export_opml: { at: 'GET /opml', answers: 'opml' },
  import_opml: { at: 'POST /opml/imports', raw: { field: 'text', mediaTypes: opml } },
  preview_opml: { at: 'POST /opml/previews', raw: { field: 'text', mediaTypes: opml } },
  list_entries: 'GET /entries',
  get_entry: 'GET /entries/{id}',
  mark_read: { at: 'PUT /entries/read', answers: 'nothing' },
  star: { at: 'PUT /entries/{entryId}/star', answers: 'nothing' },
  mark_all_read: 'POST /entries/readings',
  undo_mark_all_read: 'DELETE /entries/readings/{undoId}',
  list_sources: 'GET /sources',
  get_source: 'GET /sources/{id}',
} as const satisfies RouteTable
