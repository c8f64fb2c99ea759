import type { Migration } from './migrate.ts'

/** The number that entries with one text share, the first one's; null: no other entry is known to have its text. */
export const foldedCopies: Migration = {
  version: 45,
  name: 'folded copies',
  isExpand: true,
  statements: ({ integer }) => [
    `alter table entry add column fold ${integer}`,
    'create index entry_by_fold on entry (fold, sequence) where fold is not null',
  ],
}
