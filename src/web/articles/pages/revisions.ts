import { type Citation, cite } from '../../../core/citation.ts'
import { nth } from '../../../core/nth.ts'
import type { WordEdits } from '../../../core/reading/revision-diff.ts'
import type { ServedPage } from '../../../core/reading/served-page.ts'
import type { Span } from '../../../core/span.ts'
import type { RevisionRow, RevisionsView } from '../../../operations/articles/compare-revisions.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes, type Piece } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, keptPagePath, revisionsPath } from '../../layout/links.ts'
import { brief, when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { markedText } from '../parts/marked-text.ts'

type RevisionsShown = 'inline' | 'sides'

/** Longer runs of unchanged sentences are folded. */
const mostSame = 4
const jumpsShown = 40

/** Two texts of an article, merged or side by side: removed, new, changed and moved sentences, with figures and quotations named. */
export function revisionsPage(view: RevisionsView, shown: RevisionsShown, reader: Reader): string {
  const words = reader.words.revised
  const { after } = view
  const rows = numbered(view.rows)
  const body = html`<article class="compare revised"><header class="pagehead"><h1>${words.title}</h1>
<p><a class="u" href="${articlePath(after.articleId)}"${languageAttributes(after.language)}>${after.title}</a> <small>${foreign(after.sourceName)}</small></p></header>
${chooser(view, shown, reader)}
<p class="facts">${countsLine(view, reader)}</p>
${keptPagesLine(after.articleId, view.keptPages, reader)}
${view.cause !== 'outlet' && html`<p class="notice warn">${words.causes[view.cause]}</p>`}
${jumps(rows, reader)}${headlinePart(view, reader)}
${shown === 'sides' ? sidesPart(rows, view, reader) : inlinePart(rows, view, reader)}
</article>
`
  return layout(reader, {
    title: `${words.title}, ${words.views[shown].toLowerCase()}${reader.words.colon}${after.title} · ${after.sourceName}`,
    body,
  })
}

/** How much changed, in words; moves and formatting last. */
export function countsLine({ counts }: Pick<RevisionsView, 'counts'>, { words }: Reader): Html {
  const { revised: revisions } = words
  const kinds = ['changed', 'added', 'removed', 'figures', 'quotes', 'moved', 'typographic'] as const
  const parts = kinds.flatMap((kind) => (counts[kind] > 0 ? [revisions.counts[kind](counts[kind])] : []))
  const all = counts.isHeadlineChanged ? [revisions.headline, ...parts] : parts
  return html`${all.length === 0 ? revisions.nothing : joined(all, ' · ')}`
}

/** On which days the article's page was kept as it was served, and the file with all of them. */
export function keptPagesLine(id: string, pages: readonly ServedPage[] | undefined, reader: Reader): Html {
  if (!pages || pages.length === 0) return html``
  const { revised, colon, admin } = reader.words
  const days = joined(
    pages.map(({ at }) => html`<time datetime="${at}">${brief(at, reader)}</time>`),
    ', ',
  )
  return html`<p class="note">${pages.length === 1 ? revised.keptPage : revised.keptPages}${colon}${days} · <a class="u" href="${keptPagePath(id)}" download>${admin.download}</a> <small>WARC</small></p>`
}

type Numbered = RevisionRow & { readonly number?: number }

/** Numbers the rows whose content changed, for links to them. */
function numbered(rows: RevisionsView['rows']): readonly Numbered[] {
  let count = 0
  return rows.map((row) => (row.kind === 'same' || row.kind === 'typographic' ? row : { ...row, number: ++count }))
}

function chooser(view: RevisionsView, shown: RevisionsShown, reader: Reader): Html {
  const words = reader.words.revised
  const { before, after, revisions, currentId } = view
  const select = (name: 'from' | 'to', label: string, chosen: string) =>
    html`<label>${label} <select name="${name}">${revisions.map(
      ({ documentId, at }) =>
        html`<option value="${documentId}"${documentId === chosen && html` selected`}>${brief(at, reader)}${documentId === currentId && ` · ${reader.words.current}`}</option>`,
    )}</select></label>`
  const two = { from: before.documentId, to: after.documentId }
  const as = (one: RevisionsShown) =>
    html`<a href="${revisionsPath(after.articleId, { ...two, view: one })}"${one === shown && html` aria-current="true"`}>${words.views[one]}</a>`
  return html`<form method="get" action="${revisionsPath(after.articleId)}" class="choices-of-two">
${select('from', words.older, before.documentId)}
${select('to', words.newer, after.documentId)}
<input type="hidden" name="view" value="${shown}"><button class="btn">${words.show}</button></form>
<nav aria-label="${words.title}" class="seg">${as('inline')}${as('sides')}</nav>`
}

function jumps(rows: readonly Numbered[], reader: Reader): Html {
  const words = reader.words.revised
  const changed = rows.filter(({ number }) => number !== undefined).slice(0, jumpsShown)
  if (changed.length < 2) return html``
  return html`<nav class="jumps" aria-label="${reader.words.changes}"><ol>${changed.map(
    ({ number, kind }) => html`<li><a href="#c${number}">${number} ${kind !== 'same' && words.kinds[kind]}</a></li>`,
  )}</ol></nav>
`
}

function headlinePart({ headline, before, after }: RevisionsView, reader: Reader): Html {
  if (!headline) return html``
  const whole = (document: RevisionsView['before'], text: string) =>
    cite({ id: document.documentId, text }, { start: 0, end: text.length })
  return html`<p class="line changed headline"${languageAttributes(after.language)}><bdi class="kind" lang="${reader.language}">${reader.words.revised.headline}</bdi> ${inlineEdit(whole(before, headline.before), whole(after, headline.after), headline.words, reader)}</p>`
}

/** Rows in order, with long runs of unchanged ones folded except at their ends. */
function folded(
  rows: readonly Numbered[],
  show: (row: Numbered) => Html,
  fold: (hidden: readonly Numbered[]) => Html,
): Html {
  const parts: Html[] = []
  for (let at = 0; at < rows.length; ) {
    let end = at
    while (rows[end]?.kind === 'same') end++
    if (end - at > mostSame) {
      parts.push(show(nth(rows, at)), fold(rows.slice(at + 1, end - 1)), show(nth(rows, end - 1)))
      at = end
    } else parts.push(show(nth(rows, at++)))
  }
  return html`${parts}`
}

function inlinePart(rows: readonly Numbered[], view: RevisionsView, reader: Reader): Html {
  const show = (row: Numbered) => inlineRow(row, view, reader)
  return html`<div class="lines">${folded(
    rows,
    show,
    (hidden) =>
      html`<details class="rest"><summary>${reader.words.revised.unchanged(hidden.length)}</summary>${hidden.map(show)}</details>`,
  )}</div>`
}

function inlineRow(row: Numbered, view: RevisionsView, reader: Reader): Html {
  const { kind, before, after, words } = row
  const documents = { [view.before.documentId]: view.before, [view.after.documentId]: view.after }
  const cited = after ?? before
  const text =
    kind === 'removed' && before
      ? removedWords(before.exact, reader)
      : kind === 'added' && after
        ? newWords(after.exact, reader)
        : kind === 'changed' && before && after && words
          ? inlineEdit(before, after, words, reader)
          : html`${cited?.exact}`
  return html`<p class="line ${kind}"${row.number !== undefined && html` id="c${row.number}"`}${languageAttributes(view.after.language)}>${label(row, reader)}${text}${
    kind !== 'same' && cited && html` ${citationLink(cited, documents, reader)}`
  }${weightyPart(row, reader)}</p>
`
}

function label({ kind }: Numbered, { words, language }: Reader): Html {
  return html`${kind !== 'same' && html`<bdi class="kind" lang="${language}">${words.revised.kinds[kind]}</bdi> `}`
}

/** Changes that matter more than words: a number before and after, another quotation. */
function weightyPart({ weighty = [], before, after }: Numbered, { words, language }: Reader): Html {
  const said = (side: Numbered['before'], span: Span) =>
    side?.exact.slice(span.start - side.span.start, span.end - side.span.start) ?? ''
  const parts = weighty.map((change) => {
    const name = words.revised.weighty[change.kind]
    if (change.kind !== 'figure') return html`${name}`
    return html`${name}: ${foreign(said(before, change.before))} → ${foreign(said(after, change.after))}`
  })
  return html`${parts.length > 0 && html` <span class="weighty">${parts.map((part) => html`<bdi class="tag" lang="${language}">${part}</bdi> `)}</span>`}`
}

function sidesPart(rows: readonly Numbered[], view: RevisionsView, reader: Reader): Html {
  const head = ({ documentId, articleId, title, language }: RevisionsView['before'], name: string) => {
    const at = view.revisions.find((revision) => revision.documentId === documentId)?.at
    return html`<div class="head"><h2>${name}</h2>
<p><a href="${articlePath(articleId, { revision: documentId })}"${languageAttributes(language)}>${title}</a></p>
<p class="small">${at && when(at, reader)}</p></div>`
  }
  const show = (row: Numbered) => sidesRow(row, view, reader)
  return html`<div class="sides">${head(view.before, reader.words.revised.older)}
${head(view.after, reader.words.revised.newer)}
${folded(
  rows,
  show,
  (hidden) =>
    html`<details class="rest whole"><summary>${reader.words.revised.unchanged(hidden.length)}</summary><p${languageAttributes(view.after.language)}>${hidden.map(({ after }) => `${after?.exact ?? ''} `)}</p></details>`,
)}</div>`
}

function sidesRow(row: Numbered, view: RevisionsView, reader: Reader): Html {
  const { kind, words } = row
  const cell = (side: 'before' | 'after') => {
    const citation = row[side]
    if (!citation) return html`<div class="lacks"><span class="sr">${reader.words.revised.lacks}</span></div>`
    const document = view[side]
    const isGone = side === 'before'
    const wrap = (content: Piece) => (isGone ? removedWords(content, reader) : newWords(content, reader))
    const { exact, span } = citation
    const isWhole = kind === 'added' || kind === 'removed'
    const spans = isWhole ? [span] : (words?.[isGone ? 'gone' : 'put'] ?? [])
    const text = markedText(
      exact,
      { start: 0, end: exact.length },
      spans.map(({ start, end }) => ({
        start: start - span.start,
        end: end - span.start,
        rank: 0,
        wrap,
      })),
    )
    const isNamed = side === 'after' || !row.after
    return html`<div class="${kind}"${isNamed && row.number !== undefined && html` id="c${row.number}"`}${languageAttributes(document.language)}>${label(row, reader)}${text} ${citationLink(citation, { [document.documentId]: document }, reader)}${isNamed && weightyPart(row, reader)}</div>`
  }
  return html`${cell('before')}
${cell('after')}
`
}

/** Removed words, announced as such to screen readers. */
function removedWords(text: Piece, { language, words }: Reader): Html {
  return html`<del><span class="sr" lang="${language}">${words.revised.kinds.removed}${words.colon}</span>${text}</del>`
}

/** New words, announced in the same way. */
function newWords(text: Piece, { language, words }: Reader): Html {
  return html`<ins><span class="sr" lang="${language}">${words.revised.kinds.added}${words.colon}</span>${text}</ins>`
}

type Side = Pick<Citation, 'exact' | 'span'>

/**
 * Two wordings of a sentence merged: every letter of the newer with new words marked, and removed words at their old place. Unchanged parts
 * have the same letters in both, so a place in one is found by counting the letters before it.
 */
export function inlineEdit(before: Side, after: Side, words: WordEdits, reader: Reader): Html {
  const gone = words.gone.map(({ start, end }) => [start - before.span.start, end - before.span.start] as const)
  const put = words.put.map(({ start, end }) => [start - after.span.start, end - after.span.start] as const)
  let keptBefore = 0
  let at = 0
  const waiting = gone.map(([start, end]) => {
    keptBefore += lettersIn(before.exact.slice(at, start))
    at = end
    return { kept: keptBefore, text: before.exact.slice(start, end) }
  })
  const pieces: (Html | string)[] = []
  let kept = 0
  let next = 0
  const tellGone = () => {
    for (let one = waiting[next]; one && one.kept <= kept; one = waiting[++next]) {
      const last = pieces.at(-1)
      if (typeof last === 'string' && /\S$/.test(last)) pieces.push(' ')
      pieces.push(removedWords(one.text, reader), ' ')
    }
  }
  const tellKept = (text: string) => {
    let from = 0
    for (let index = 0; index < text.length; index++) {
      if (/\s/.test(text[index]!)) continue
      const one = waiting[next]
      if (one && one.kept <= kept) {
        pieces.push(text.slice(from, index))
        from = index
        tellGone()
      }
      kept += 1
    }
    pieces.push(text.slice(from))
  }
  let from = 0
  for (const [start, end] of put) {
    tellKept(after.exact.slice(from, start))
    tellGone()
    pieces.push(newWords(after.exact.slice(start, end), reader))
    from = end
  }
  tellKept(after.exact.slice(from))
  kept = Number.POSITIVE_INFINITY
  tellGone()
  return html`${pieces}`
}

function lettersIn(text: string): number {
  return text.replace(/\s/g, '').length
}
