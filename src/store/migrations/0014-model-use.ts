import type { Migration } from './migrate.ts'

/** The use of this server's language model, its cost, and the checks' results, by day and use. */
export const modelUse: Migration = {
  version: 14,
  name: 'model-use',
  statements: ({ integer }) => [
    `create table model_use (
      day text not null, use text not null, calls ${integer} not null, failures ${integer} not null,
      tokens_in ${integer} not null, tokens_out ${integer} not null, kept ${integer} not null, dropped ${integer} not null,
      primary key (day, use))`,
    `create table model_drop (
      day text not null, use text not null, failed text not null, count ${integer} not null,
      primary key (day, use, failed))`,
  ],
}
