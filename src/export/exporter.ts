import type { DocumentId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import type { StoryFacts } from './story-facts.ts'

/** What an export needs to know of a cited document: outlet, title, time and address. */
export type CitedSource = {
  readonly documentId: DocumentId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly url: string
  /** Its outlet has withdrawn the article. */
  readonly isWithdrawn?: true
}

/** Every document the citations of a dossier name, by id. */
export type CitedSources = Readonly<Record<string, CitedSource>>

/** One format a story can leave in. Adding a format is adding a file with one of these. */
export type Exporter = {
  readonly name: string
  /** RFC 6838 media type, with charset where it is text. */
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** Renders a verified dossier; throws when a citation names a document that is not in `documents`. */
  render(dossier: Dossier, documents: CitedSources, facts?: StoryFacts): string
}

/** The document of a citation. Throws when it is missing, since a statement without its source must not leave. */
export function sourceOf(documents: CitedSources, documentId: DocumentId): CitedSource {
  const source = documents[documentId]
  if (!source) throw new Error(`Document ${documentId} is cited but not given: pass every document the dossier cites`)
  return source
}
