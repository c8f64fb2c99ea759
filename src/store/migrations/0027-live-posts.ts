import type { Migration } from './migrate.ts'

/** The posts of a live page, as JSON, beside the text they are spans of. Older revisions have none. */
export const livePosts: Migration = {
  version: 27,
  name: 'live-posts',
  statements: () => ['alter table document add column posts text'],
}
