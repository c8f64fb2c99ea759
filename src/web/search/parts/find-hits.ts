import { sureEnough } from '../../../core/quote.ts'
import type { FindView } from '../../../operations/search/find-views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { newMark } from '../../layout/badges.ts'
import { foreign, type Html, html, languageAttributes, listed } from '../../layout/html.ts'
import { articlePath, citationPath, entryPath, storyPath } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

type Spans = readonly { readonly start: number; readonly end: number }[]

const outletsShown = 5

/** A text with the search terms marked. */
function marked(text: string, marks: Spans): Html {
  return markedText(
    text,
    { start: 0, end: text.length },
    marks.map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark>${content}</mark>` })),
  )
}

/** A story with matching articles: how many, and the best excerpt. */
export function storyHit({ card, matchCount, hit }: FindView['stories'][number], reader: Reader): Html {
  const { words } = reader
  const outlets = [
    ...card.outlets.slice(0, outletsShown).map((outlet) => foreign(outlet)),
    card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
  ]
  return html`<li data-item>
<h3${languageAttributes(card.language)}>${newMark(card, reader)}<a href="${storyPath(card.id)}" data-open>${card.title}</a></h3>
${hit && html`<p class="excerpt" dir="auto">${marked(hit.snippet, hit.marks)}</p>`}
<p class="small"><b>${words.independentOf(card.reportCount, card.articleCount)}</b> · ${listed(outlets, reader)} · ${words.find.matching(matchCount)} · ${shortWhen(card.lastAt, reader)}</p></li>`
}

/** An article, or an entry without one: title and excerpt. */
export function articleHit(hit: FindView['articles'][number], reader: Reader): Html {
  const { words } = reader
  return html`<li data-item>
<h3 dir="auto"><a href="${hit.articleId ? articlePath(hit.articleId) : entryPath(hit.entryId)}" data-open>${hit.title.trim() === '' ? '—' : marked(hit.title, hit.titleMarks)}</a></h3>
<p class="excerpt" dir="auto">${marked(hit.snippet, hit.marks)}</p>
<p class="small"><b>${foreign(hit.sourceName)}</b> · ${shortWhen(hit.publishedAt, reader)}
${hit.storyId && html` · <a href="${storyPath(hit.storyId)}">${words.inStory}</a>`}</p></li>`
}

/** A quotation, letter by letter, its speaker, and the link to its place. */
export function quoteHit(quote: FindView['quotes'][number], reader: Reader): Html {
  const { words } = reader
  const path = citationPath({ documentId: quote.documentId, span: quote })
  const speaker =
    quote.speakerName === ''
      ? html`${words.find.unattributed}`
      : html`${quote.confidence < sureEnough && html`${words.probably} `}<b>${foreign(quote.speakerName)}</b>`
  const said = marked(quote.text, quote.marks)
  const whose = { direct: undefined, mixed: words.partlyInOutletsWords, indirect: words.inOutletsWords }[quote.kind]
  return html`<li data-item>
<p class="words"${languageAttributes(quote.language)}>${quote.kind === 'direct' ? html`<q>${said}</q>` : said}</p>
<p class="small">${speaker}${whose && html` · ${whose}`} · <a class="cite" href="${path}" data-open>${foreign(quote.sourceName)}${quote.alsoIn.length > 0 && html` <span class="plus" title="${quote.alsoIn.join(', ')}">+${quote.alsoIn.length}</span>`}</a> · ${shortWhen(quote.publishedAt, reader)}</p></li>`
}

/** A person or thing by name: its number of stories and quotations. */
export function personHit(found: FindView['people'][number], reader: Reader): Html {
  const { words } = reader
  return html`<li data-item>
<h3><a href="/people/${encodeURIComponent(found.entity.id)}" data-open>${foreign(found.entity.name)}</a></h3>
<p class="small">${words.stories(found.storyCount)}${found.quoteCount > 0 && html` · <a href="/search?q=${encodeURIComponent(`said:"${found.entity.name.replace(/["“”]/g, '')}"`)}">${words.quotes(found.quoteCount)}</a>`} · ${shortWhen(found.lastAt, reader)}</p></li>`
}
