import type { AlsoClose } from '../../operations/also-close.ts'
import type { Reader } from '../reader.ts'
import { articleHit } from './find-hits.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'

/** What a model holds for close in meaning, apart from what the words find, and marked as such; nothing without such a model. */
export function alsoClosePart(close: AlsoClose | undefined, reader: Reader): Html {
  if (!close) return html``
  const { meaning } = reader.words
  return section(
    'close',
    meaning.alsoClose,
    html`<p class="note">${meaning.note} <bdi>${close.model}</bdi>.</p><ul class="hits">${close.articles.map((hit) => articleHit(hit, reader))}</ul>`,
  )
}
