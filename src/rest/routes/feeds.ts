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
  discover_feeds: 'GET /feeds/discoveries',
  sum_up_feeds: 'GET /feeds/summary',
  list_folders: 'GET /folders',
  add_folder: { at: 'POST /folders', answers: 'nothing' },
  rename_folder: 'PATCH /folders/{name}',
  list_packs: 'GET /packs',
  add_packs: 'POST /packs/subscriptions',
  export_opml: { at: 'GET /opml', answers: 'opml' },
  import_opml: { at: 'POST /opml/imports', raw: { field: 'text', mediaTypes: opml } },
  preview_opml: { at: 'POST /opml/previews', raw: { field: 'text', mediaTypes: opml } },
  list_entries: 'GET /entries',
  list_arrivals: 'GET /entries/arrivals',
  pick_entries: 'POST /entries/selections',
  get_entries: 'POST /entries/texts',
  list_story_entries: 'POST /entries/in-stories',
  star_entries: { at: 'PUT /entries/stars', answers: 'nothing' },
  list_media_places: 'POST /entries/media-places/lookups',
  set_media_place: { at: 'PUT /entries/{entryId}/media-places/{number}', answers: 'done' },
  get_entry: 'GET /entries/{id}',
  mark_read: { at: 'PUT /entries/read', answers: 'nothing' },
  star: { at: 'PUT /entries/{entryId}/star', answers: 'nothing' },
  mark_all_read: 'POST /entries/readings',
  undo_mark_all_read: 'DELETE /entries/readings/{undoId}',
  list_sources: 'GET /sources',
  get_source: 'GET /sources/{id}',
} as const satisfies RouteTable
