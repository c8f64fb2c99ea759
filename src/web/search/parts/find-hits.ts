import { sureEnough } from '../../../core/quote.ts'
import type { FindView } from '../../../operations/search/find-views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { newMark } from '../../layout/badges.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { heardLink } from '../../layout/heard-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articlePath, citationPath, entryPath, queryOf, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { sectionName } from '../../layout/section.ts'
import { thumb } from '../../layout/thumb.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

type Spans = readonly { readonly start: number; readonly end: number }[]

const outletsShown = 6

/** A text with the search terms marked. */
function marked(text: string, marks: Spans): Html {
  return markedText(
    text,
    { start: 0, end: text.length },
    marks.map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark>${content}</mark>` })),
  )
}

function readMark(isRead: boolean | undefined, { words }: Reader): Html {
  return isRead ? html`<span class="rd1">${icon('check')}${words.find.read}</span>` : html``
}

/** A story with matching articles: how many, and the best excerpt. */
export function storyHit({ card, matchCount, hit }: FindView['stories'][number], reader: Reader): Html {
  const { words } = reader
  const { id, section, isRead, sources } = card
  const names = sources.map(({ name }) => name).join(', ')
  return html`<li data-item${isRead && html` class="read"`}>${thumb(card.picture, 'row', reader, { href: storyPath(id) })}<p class="chips">${section !== undefined && html`<a class="kick" href="/${queryOf({ section })}">${sectionName(section, words)}</a>`}${shortWhen(card.lastAt, reader)}${readMark(isRead, reader)}</p>
<h2${languageAttributes(card.language)}>${newMark(card, reader)}<a href="${storyPath(id)}" data-open>${card.title}</a></h2>
${hit && html`<p class="x" dir="auto">${marked(hit.snippet, hit.marks)}</p>`}
<div class="meta"><span><b>${words.independentOf(card.reportCount, card.articleCount)}</b> · ${words.find.matching(matchCount)}</span><span class="favs" title="${names}">${sources.slice(0, outletsShown).map((source) => outletMark(source, reader))}<span class="sr">${names}</span></span></div></li>`
}

/** An article, or an entry without one: title and excerpt. */
export function articleHit(hit: FindView['articles'][number], reader: Reader): Html {
  const { words } = reader
  const path = hit.articleId ? articlePath(hit.articleId) : entryPath(hit.entryId)
  return html`<li data-item${hit.isRead && html` class="read"`}>${thumb(hit.picture, 'row', reader, { href: path })}<p class="chips">${outletMark({ id: hit.sourceId, name: hit.sourceName }, reader)}<b class="small">${foreign(hit.sourceName)}</b>${shortWhen(hit.publishedAt, reader)}${readMark(hit.isRead, reader)}${hit.storyId && html`<a class="kick" href="${storyPath(hit.storyId)}">${words.inStory}</a>`}</p>
<h2 dir="auto"><a href="${path}" data-open>${hit.title.trim() === '' ? '—' : marked(hit.title, hit.titleMarks)}</a></h2>
<p class="x" dir="auto">${marked(hit.snippet, hit.marks)}</p></li>`
}

/** A quotation, letter by letter, its speaker, and the link to its place. */
export function quoteHit(quote: FindView['quotes'][number], reader: Reader): Html {
  const { words } = reader
  const path = citationPath({ documentId: quote.documentId, span: quote })
  const speaker =
    quote.speakerName === ''
      ? html`${words.unattributed}`
      : html`${quote.confidence < sureEnough && html`${words.probably} `}<b>${foreign(quote.speakerName)}</b>`
  const said = marked(withoutLastComma(quote.text), quote.marks)
  const whose = { direct: undefined, mixed: words.partlyInOutletsWords, indirect: words.inOutletsWords }[quote.kind]
  return html`<li data-item><p class="words"${languageAttributes(quote.language)}>${quote.kind === 'direct' ? html`<q>${said}</q>` : said}</p>
<p class="by">${speaker}${whose && html`<span>${whose}</span>`}<a class="cite" href="${path}" data-open>${foreign(quote.sourceName)}${quote.alsoIn.length > 0 && html` <span title="${quote.alsoIn.join(', ')}">+${quote.alsoIn.length}</span>`}</a>${heardLink(quote.heard, reader)}${shortWhen(quote.publishedAt, reader)}</p></li>`
}

/** A person or thing by name: its number of stories and quotations. */
export function personHit(found: FindView['people'][number], reader: Reader): Html {
  const { words } = reader
  const { name, id } = found.entity
  const said = queryOf({ q: `said:"${name.replace(/["“”]/g, '')}"` })
  return html`<li data-item><h2><a href="/people/${encodeURIComponent(id)}" data-open>${foreign(name)}</a></h2>
<p class="meta"><span>${words.stories(found.storyCount)}</span>${found.quoteCount > 0 && html`<a href="/search${said}">${words.quotes(found.quoteCount)}</a>`}${shortWhen(found.lastAt, reader)}</p></li>`
}
