import type { Migration } from './migrate.ts'

/**
 * A reader's rules in order, as JSON, and what each did to which entry, so that it can be undone. `awaits`: 1 while its alert is
 * still to be made, 2 for its message, 3 for both.
 */
export const rules: Migration = {
  version: 46,
  name: 'rules',
  isExpand: true,
  statements: ({ integer }) => [
    'create table rule_list (reader_id text primary key, version text not null, body text not null, at text not null)',
    `create table rule_effect (
      reader_id text not null, rule_id text not null, sequence ${integer} not null, at text not null,
      is_read ${integer} not null, is_starred ${integer} not null, tags text, hidden_until text,
      awaits ${integer} not null default 0, undone_at text,
      primary key (reader_id, rule_id, sequence))`,
    'create index rule_effect_by_time on rule_effect (reader_id, at)',
    'create index rule_effect_hidden on rule_effect (reader_id, hidden_until) where hidden_until is not null',
    'create index rule_effect_awaited on rule_effect (reader_id) where awaits > 0',
  ],
}
