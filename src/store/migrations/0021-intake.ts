import type { Migration } from './migrate.ts'

/** How a feed's entries are obtained (`Intake`), and the rule for it as JSON, where a page is the source. */
export const intake: Migration = {
  version: 21,
  name: 'intake',
  statements: () => [
    `alter table feed add column intake text not null default 'feed'`,
    'alter table feed add column intake_rule text',
  ],
}
