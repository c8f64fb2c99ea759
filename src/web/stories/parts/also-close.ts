import type { SemanticMatches } from '../../../operations/search/semantic-matches.ts'
import { type Html, html } from '../../layout/html.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import { articleHit } from '../../search/parts/find-hits.ts'

/** Semantic matches, apart from what the words find, and labeled as such; nothing without such a model. */
export function alsoClosePart(close: SemanticMatches | undefined, reader: Reader): Html {
  if (!close) return html``
  const { meaning } = reader.words
  return section(
    'close',
    meaning.alsoClose,
    html`<p class="note">${meaning.note} <bdi>${close.model}</bdi>.</p><ul class="hits">${close.articles.map((hit) => articleHit(hit, reader))}</ul>`,
  )
}
