import type { SearchView } from '../../operations/views.ts'
import { followButton } from '../parts/follow-button.ts'
import { hiddenLine } from '../parts/hidden-line.ts'
import { type Html, html } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { articlePath, citationPath, entryPath, queryOf, storyPath } from '../parts/links.ts'
import { markedText } from '../parts/marked-text.ts'
import { section } from '../parts/section.ts'
import { shortWhen } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** Articles and quotations that match; without a query, how to ask. */
export function searchPage(view: SearchView, reader: Reader, speaker = ''): string {
  const { words } = reader
  const hasAsked = view.query.trim() !== '' || speaker !== ''
  const isEmpty = view.hits.length === 0 && view.quotes.length === 0
  const body = html`<div class="single wide"><h1>${words.search}</h1>${form(view.query, speaker, reader)}${hiddenLine(view.hidden, reader)}${followSearch(view, reader)}${
    hasAsked && isEmpty && !view.hidden
      ? html`<div class="empty" role="status">
<h2>${words.nothingFound}</h2>
<p>${words.nothingFoundNote(view.query)}</p>
</div>`
      : html`${
          view.quotes.length > 0 &&
          section(
            'quotations',
            words.quotations,
            html`<ul class="hits">${view.quotes.map((quote) => quoteHit(quote, reader))}
</ul>`,
          )
        }
${
  view.hits.length > 0 &&
  section(
    'articles',
    words.articlesHeading,
    html`<ul class="hits">${view.hits.map((hit) => articleHit(hit, reader))}
</ul>`,
  )
}`
  }${view.next && html`<p class="older"><a class="btn ghost" rel="next" href="/search${queryOf({ q: view.query, speaker: speaker || undefined, cursor: view.next })}">${words.moreResults}</a></p>`}
</div>
`
  return layout(reader, {
    title: view.query ? `${view.query} · ${words.search}` : words.search,
    place: 'search',
    body,
    query: view.query,
  })
}

/** A search asked can be followed: what it finds from now on is told on the page of what is followed. */
function followSearch({ query, isFollowed }: SearchView, reader: Reader): Html {
  const target = query.trim()
  if (target === '' || isFollowed === undefined) return html``
  return html`<p class="actions">${followButton({ kind: 'search', target, label: target, isFollowed, names: reader.words.mine.ofSearch }, reader)}</p>`
}

function form(query: string, speaker: string, reader: Reader): Html {
  const { words } = reader
  return html`<form action="/search" class="ask">
<label>${words.searchLabel}
<input type="search" name="q" value="${query}"></label>
<label>${words.speaker}
<input name="speaker" value="${speaker}" placeholder="${words.speakerHint}"></label>
<button class="btn">${words.search}</button>
</form>
<p class="note">${words.searchTips}</p>`
}

function quoteHit(quote: SearchView['quotes'][number], reader: Reader): Html {
  const path = citationPath({ documentId: quote.documentId, span: quote })
  return html`<li data-item>
<p class="words"><q dir="auto">${quote.text}</q></p>
<p class="small"><b>${foreign(quote.speakerName)}</b> · <a class="cite" href="${path}" data-open>${foreign(quote.sourceName)}</a> · ${shortWhen(quote.publishedAt, reader)}</p></li>`
}

function articleHit(hit: SearchView['hits'][number], reader: Reader): Html {
  const { words } = reader
  const snippet = markedText(
    hit.snippet,
    { start: 0, end: hit.snippet.length },
    hit.marks.map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark>${content}</mark>` })),
  )
  return html`<li data-item>
<h3><a href="${hit.articleId ? articlePath(hit.articleId) : entryPath(hit.entryId)}" data-open dir="auto">${hit.title}</a></h3>
<p class="excerpt" dir="auto">${snippet}</p>
<p class="small"><b>${foreign(hit.sourceName)}</b> · ${shortWhen(hit.publishedAt, reader)}
${hit.storyId && html` · <a href="${storyPath(hit.storyId)}">${words.inStory}</a>`}</p></li>`
}
