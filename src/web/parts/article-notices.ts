import type { ArticleView } from '../../operations/views.ts'
import { countsLine } from '../pages/revisions.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { languageAttributes } from './language.ts'
import { articlePath, revisionsPath } from './links.ts'
import { when } from './time.ts'

/** More notes than this are for the text itself to tell. */
const mostNotes = 4

/** What the outlet says of its article, in its own words, each opening its place in the text. */
export function outletNotices({ annotations, article, document, isCurrent }: ArticleView, reader: Reader): Html {
  const notes = (annotations.amendments?.items ?? []).slice(0, mostNotes)
  if (notes.length === 0) return html``
  const { revised: words, since } = reader.words
  return html`<aside class="notice notices" aria-label="${words.notices}">${notes.map(({ kind, span, day }) => {
    const path = articlePath(article.id, { ...(isCurrent ? {} : { revision: document.id }), ...span })
    return html`<p><b>${since.amendmentKinds[kind]}</b>${day && html` · ${dayOf(day, reader)}`} <a href="${path}"${languageAttributes(document.language)}>${document.text.slice(span.start, span.end)}</a></p>
`
  })}</aside>`
}

/** What was changed after publication, and what came of looking at the page again. */
export function changedLine({ article, document, changes, revisions, lastLook }: ArticleView, reader: Reader): Html {
  const words = reader.words.revised
  const at = revisions.find(({ documentId }) => documentId === document.id)?.at
  const { counts, cause, previousId } = changes ?? {}
  const isOther = counts !== undefined && previousId !== undefined
  const changed =
    isOther &&
    html`<p class="note changedline">${cause === undefined ? html`<b>${words.changedAfter}</b>${at && html`, ${when(at, reader)}`}${reader.words.colon}${countsLine({ counts }, reader)} ·` : words.causes[cause]} <a href="${revisionsPath(article.id, { from: previousId, to: document.id })}">${words.see}</a></p>`
  const looked =
    lastLook &&
    !(lastLook.outcome === 'changed' && isOther) &&
    html`<p class="note">${words.looks[lastLook.outcome]} ${when(lastLook.at, reader)}</p>`
  return html`${changed}${looked}`
}

function dayOf(day: string, { words }: Reader): Html {
  const shown = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
  return html`<time datetime="${day}">${shown}</time>`
}
