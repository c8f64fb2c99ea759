import type { Migration } from './migrate.ts'

/** What is remembered of a feed to decide when to ask it again, why it is asked then, and which hosts asked for a pause. */
export const pace: Migration = {
  version: 22,
  name: 'pace',
  statements: () => [
    'alter table feed add column pace text',
    'alter table feed add column next_why text',
    'create table host_pause (host text primary key, until text not null, unsaid_count integer not null)',
  ],
}
