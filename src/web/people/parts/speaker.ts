import type { Entity } from '../../../core/annotation.ts'
import type { Utterance } from '../../../core/story.ts'
import { howReported, quotedText } from '../../articles/parts/wording.ts'
import { citationLink, type Documents, fullerNote } from '../../layout/citation-link.ts'
import { heardLink } from '../../layout/heard-link.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** The initials of a name in a circle, `PA` of `Petra Ansgard`: decoration, since the name is beside it. */
export function monogram({ name }: Pick<Entity, 'name'>): Html {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return html`<span class="av" aria-hidden="true">${letters.join('').toLocaleUpperCase()}</span>`
}

/** A statement in its earliest wording, with its citation and whatever was said of how it was made. */
export function statement(
  { wordings: [first], outlets, fuller }: Utterance,
  { name }: Pick<Entity, 'name'>,
  documents: Documents,
  reader: Reader,
): Html {
  const document = documents[first.citation.documentId]
  const at = first.postedAt ?? document?.publishedAt
  const notes = joined([...howReported(first, name, documents, reader), at && shortWhen(at, reader)], ' · ')
  return html`<div class="qt">${quotedText(first, document?.language)}
${fuller && fullerNote(fuller, documents, reader)}<p class="by">${citationLink(first.citation, documents, reader, Math.max(0, outlets.length - 1))}${heardLink(first.heard, reader)} <span>${notes}</span></p></div>
`
}
