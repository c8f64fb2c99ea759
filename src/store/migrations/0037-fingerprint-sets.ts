import type { Migration } from './migrate.ts'

/**
 * The fingerprints of a recent document in one row, as unsigned 32 bit, until those of many go into the index together; what layers were
 * once looked for by their version is looked for by their document now.
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
