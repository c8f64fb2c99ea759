import type { Migration } from './migrate.ts'

/** Vectors of texts, and the model that made each. They can be made again at any time. */
export const embeddings: Migration = {
  version: 17,
  name: 'embeddings',
  statements: ({ id, integer, blob }) => [
    `create table embedding (
      sequence ${id}, document_id text not null unique, model text not null, dimension ${integer} not null,
      vector ${blob} not null, at text not null)`,
    'create index embedding_by_model on embedding (model, sequence)',
  ],
}
