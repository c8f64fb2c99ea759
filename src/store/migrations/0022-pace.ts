import type { Migration } from './migrate.ts'

/** What decides a feed's next poll and its reason, and pauses that hosts asked for. */
export const pace: Migration = {
  version: 22,
  name: 'pace',
  statements: () => [
    'alter table feed add column pace text',
    'alter table feed add column next_why text',
    'create table host_pause (host text primary key, until text not null, unsaid_count integer not null)',
  ],
}
