import type { Generated } from 'kysely'

/** How far a kind of work has got, and how much it has removed in total. */
export type KeepingTable = {
  name: string
  position: number
  entries: number
  articles: number
  stories: number
  first_at: string
  at: string
}

/** An entry that was removed for its age, as a number made from its key. */
export type GoneEntryTable = { feed_id: number; key_number: number }

/** What was found in a document; `items` is empty where they are packed. */
export type AnnotationTable = {
  document_id: string
  layer: string
  version: number
  items: string
  packed: Generated<Uint8Array | null>
}

/** The dossier of a story; `body` is empty where it is packed. */
export type StoryDossierTable = {
  story_id: string
  revision: number
  body: string
  packed: Generated<Uint8Array | null>
}
