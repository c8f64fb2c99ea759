import type { Migration } from './migrate.ts'

/**
 * A recent document's fingerprints in one row, as unsigned 32 bit, until those of many are moved to the index together. Layers are
 * now looked up by document rather than by version.
 */
export const fingerprintSets: Migration = {
  version: 37,
  name: 'fingerprint sets',
  isExpand: true,
  statements: ({ integer, blob }) => [
    `create table fingerprint_set (document_sequence ${integer} primary key, hashes ${blob} not null)`,
    'drop index annotation_by_version',
  ],
}
