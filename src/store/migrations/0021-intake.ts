import type { Migration } from './migrate.ts'

/** How the entries of a feed come in (`Intake`), and what its reader needs for that, as JSON: the rule of a page. */
export const intake: Migration = {
  version: 21,
  name: 'intake',
  statements: () => [
    `alter table feed add column intake text not null default 'feed'`,
    'alter table feed add column intake_rule text',
  ],
}
