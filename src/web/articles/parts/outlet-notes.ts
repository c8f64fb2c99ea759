import { defined } from '../../../core/defined.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { type Html, html, languageAttributes } from '../../layout/html.ts'
import { articlePath, revisionsPath } from '../../layout/links.ts'
import { dayName } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import type { PlacedBlock } from './block-groups.ts'
import type { Mark } from './marked-text.ts'

/** With more notes than this, the others stay where they are in the text. */
const mostNotes = 4
/** A label of the note's own, up to its colon. */
const ownLabel = /^[^.!?\n]{3,40}[:：](?=\s)/u

type Note = NonNullable<ArticleView['annotations']['amendments']>['items'][number]

/** An outlet's note on its article, and the blocks that are nothing else: these are shown above the text instead of in it. */
type PlacedNote = { readonly note: Note; readonly blocks: readonly PlacedBlock[] }

export function outletNotes({ annotations, document }: ArticleView): readonly PlacedNote[] {
  const blocks = document.blocks.map((block, index) => ({ ...block, place: index + 1 }))
  return (annotations.amendments?.items ?? []).slice(0, mostNotes).map((note) => {
    const touched = blocks.filter(({ start, end }) => start < note.span.end && end > note.span.start)
    const isWhole = touched.every(({ start, end }) => start >= note.span.start - 2 && end <= note.span.end + 2)
    return { note, blocks: isWhole ? touched : [] }
  })
}

/** One note in a box: the outlet's words, or a link to them where they share a paragraph with others. */
export function outletNote(
  { note, blocks }: PlacedNote,
  view: ArticleView,
  reader: Reader,
  block: (one: PlacedBlock) => Html,
): Html {
  const { article, document, changes, isCurrent } = view
  const { kind, span, day } = note
  const text = document.text.slice(span.start, span.end)
  const path = articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), ...span })
  const isNew = changes?.added.some(({ start, end }) => start < span.end && end > span.start)
  const facts = [
    day && dayName(day, reader),
    isNew &&
      changes?.previousId &&
      html`<a class="u" href="${revisionsPath(article.id, { from: changes.previousId, to: document.id })}">${reader.words.revised.title}</a>`,
  ].filter(Boolean)
  return html`<div class="corr" role="note">${!ownLabel.test(text) && html`<b class="kind" lang="${reader.language}" dir="${reader.words.direction}">${reader.words.since.amendmentKinds[kind]}</b> `}${
    blocks.length > 0 ? blocks.map(block) : html`<a href="${path}"${languageAttributes(document.language)}>${text}</a>`
  }${facts.length > 0 && html`<p class="small" lang="${reader.language}" dir="${reader.words.direction}">${facts.map((fact, at) => html`${at > 0 && ' · '}${fact}`)}</p>`}</div>
`
}

/** The label that some notes begin with, as `Correction:`, in bold. */
export function noteLabels(notes: readonly PlacedNote[], { document }: ArticleView): readonly Mark[] {
  return notes.flatMap(({ note: { span } }) => {
    const label = ownLabel.exec(document.text.slice(span.start, span.end))
    if (!label) return []
    return [
      { start: span.start, end: span.start + label[0].length, rank: 1, wrap: (content) => html`<b>${content}</b>` },
    ]
  })
}
