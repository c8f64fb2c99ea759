import type { Span } from '../../../core/span.ts'
import type { CheckedStatement } from '../../../operations/search/text-check-views.ts'
import { type Mark, markedText } from '../../articles/parts/marked-text.ts'
import { type Html, html } from '../../layout/html.ts'
import { plainLine } from '../../layout/plain-line.ts'
import type { Reader } from '../../reader.ts'

/** The words of the checked text; those that the article does not have are marked. */
export function givenWords({ kind, words, changes }: CheckedStatement): Html {
  const marked = markedText(
    words,
    wholeOf(words),
    changes.flatMap(({ given }) => (given ? [markOf(given)] : [])),
  )
  return kind === 'quotation' ? html`<q>${marked}</q>` : marked
}

/** The article's words with those around them; in them, what the checked text does not have is marked. */
export function passageWords({ place, changes }: CheckedStatement): Html {
  if (!place) return html``
  const { citation, around } = place
  const by = citation.span.start - around.span.start
  const own: Mark = {
    start: by,
    end: by + citation.exact.length,
    rank: 0,
    wrap: (content) => html`<mark class="other">${content}</mark>`,
  }
  const differing = changes.flatMap(({ found }) =>
    found ? [markOf({ start: found.start + by, end: found.end + by })] : [],
  )
  return markedText(around.exact, wholeOf(around.exact), [own, ...differing])
}

/** Each difference in words: what both texts have, and whether it is a number or a negation. */
export function differences({ words, changes, place, result }: CheckedStatement, reader: Reader): Html {
  const { checking } = reader.words
  const said = changes.filter(({ given, found }) => given !== undefined || found !== undefined)
  if (said.length === 0 || !place || result === 'cut') return html``
  return html`<ul class="small" aria-label="${checking.differs}">${said.map(({ kind, given, found }) => {
    const own = given && quoted(words, given, reader)
    const theirs = found && quoted(place.citation.exact, found, reader)
    const line =
      own && theirs ? checking.changed(own, theirs) : own ? checking.added(own) : checking.leftOut(theirs ?? '')
    return html`<li>${kind !== 'words' && html`<b>${checking.kinds[kind]}</b>${reader.words.colon}`}${line}</li>`
  })}</ul>`
}

function quoted(text: string, { start, end }: Span, { words }: Reader): string {
  return `\u2068${words.quoted(plainLine(text.slice(start, end)))}\u2069`
}

function markOf({ start, end }: Span): Mark {
  return { start, end, rank: 1, wrap: (content) => html`<mark>${content}</mark>` }
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length }
}
