import type { DocumentId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import type { StoryFacts } from './story-facts.ts'

/** What an export needs about a cited document: outlet, title, time and URL. */
export type CitedSource = {
  readonly documentId: DocumentId
  readonly sourceName: string
  readonly title: string
  readonly publishedAt: string
  readonly url: string
  /** The outlet withdrew the article. */
  readonly isWithdrawn?: true
}

/** Every document that a dossier's citations name, by id. */
export type CitedSources = Readonly<Record<string, CitedSource>>

/** An export format of a story. To add one, add a file with one of these. */
export type Exporter = {
  readonly name: string
  /** RFC 6838 media type, with charset for text. */
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** Renders a verified dossier. Throws when a citation's document isn't in `documents`. */
  render(dossier: Dossier, documents: CitedSources, facts?: StoryFacts): string
}

/** A citation's document. Throws when it's missing, since no statement may be exported without its source. */
export function sourceOf(documents: CitedSources, documentId: DocumentId): CitedSource {
  const source = documents[documentId]
  if (!source) throw new Error(`Document ${documentId} is cited but not given: pass every document the dossier cites`)
  return source
}
