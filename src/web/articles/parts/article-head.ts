import { mayBeFeedText } from '../../../core/article.ts'
import { feedOwnsSite } from '../../../core/feed/site-ownership.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { embargoNotice } from '../../feeds/parts/embargo.ts'
import { foreign, type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articlePath, hostOf, isWebUrl, outLink, revisionsPath, sourcePath, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { isolated } from '../../layout/plain-line.ts'
import { reportBar } from '../../layout/report-bar.ts'
import { publishedAndUpdated } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { whyIncomplete } from '../../stories/parts/why-incomplete.ts'

/** The head of every reading view: who published it, the headline, what is known of it in one line. */
export function readingHead(
  head: {
    readonly from: Piece
    /** The page at the outlet; no link when it isn't of the web. */
    readonly url: string | undefined
    readonly title: string
    readonly language?: string
    readonly standfirst?: string | undefined
    readonly facts: readonly (Piece | false)[]
  },
  reader: Reader,
): Html {
  const { from, url, title, language, standfirst, facts } = head
  return html`${fromLine(from, url, reader)}
<h1 class="hl"${languageAttributes(language)}>${title}</h1>${
    standfirst &&
    html`
<p class="standfirst"${languageAttributes(language)}>${standfirst}</p>`
  }
${factsLine(facts)}`
}

/** Who published it, and the link to the page there. */
export function fromLine(from: Piece, url: string | undefined, reader: Reader): Html {
  return html`<p class="from">${from}${isWebUrl(url) && originalLink(url, reader)}</p>`
}

export function factsLine(facts: readonly (Piece | false)[]): Html {
  return html`<p class="line">${facts.map((fact) => fact && html`<span>${fact}</span>`)}</p>
`
}

function originalLink(url: string, { words }: Reader): Html {
  const { readOn, original } = words.articlePage
  return outLink(
    url,
    html`<span class="wide">${readOn(isolated(hostOf(url)))}</span><span class="narrow">${original}</span> ${icon('ext')}`,
    html` class="go" data-original`,
  )
}

/** The head of an article: outlet, headline, byline, reading time, times, its story. */
export function articleHead(view: ArticleView, reader: Reader): Html {
  const { article, source, document, changes } = view
  const { words } = reader
  const isChanged = changes?.previousId !== undefined && changes.cause === undefined
  const facts = [
    article.authors.length > 0 && html`<b>${foreign(article.authors.join(', '))}</b>`,
    article.credit !== undefined && html`${words.credit}${words.colon}${foreign(article.credit)}`,
    article.kind !== 'article' && words.kinds[article.kind],
    (article.access === 'locked' || article.access === 'metered') && words.access[article.access],
    minutesOf(view, reader),
    publishedAndUpdated(article.publishedAt, article.updatedAt, reader),
    // A time of the outlet's own says it already.
    isChanged &&
      article.updatedAt === undefined &&
      html`<a class="u" href="${revisionsPath(article.id, { from: changes.previousId!, to: document.id })}">${words.quietlyEdited}</a>`,
  ]
  return html`${readingHead({ from: outletLink(source, reader), url: article.url, title: document.title, language: document.language, standfirst: article.standfirst, facts }, reader)}${storyLine(view, reader)}`
}

export function outletLink({ id, name }: ArticleView['source'], reader: Reader): Html {
  return html`${outletMark({ id, name }, reader)}<b><a href="${sourcePath(id)}">${foreign(name)}</a></b>`
}

function storyLine({ story }: ArticleView, { words }: Reader): Html {
  if (!story || story.articleCount < 2) return html``
  const { partOf } = words.articlePage
  return html`<p class="ins">${reportBar(story.reportSizes)}<span>${partOf} <a class="u" href="${storyPath(story.id)}">${words.reports(story.reportCount)}</a></span></p>
`
}

/** Reading time; an incomplete text has none. */
function minutesOf({ article, document, reading }: ArticleView, { words }: Reader): string | false {
  if (article.completeness.kind !== 'complete') return false
  const count = document.text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0
  return words.articlePage.minutes(reading?.minutes ?? Math.max(1, Math.round(count / 220)))
}

/** What a reader must know before the text: that it is not the newest, not whole, or not surely the article of its link. */
export function articleNotices(view: ArticleView, reader: Reader): Html {
  const { article, isCurrent, source } = view
  const { words } = reader
  const { completeness } = article
  return html`${view.embargoUntil && view.entry && embargoNotice({ id: view.entry.feedId, isMail: article.kind === 'newsletter' }, view.embargoUntil, reader)}${!isCurrent && html`<p class="notice">${words.notCurrent} <a href="${articlePath(article.id)}">${words.seeCurrent}</a></p>`}${
    completeness.kind !== 'complete' &&
    html`<p class="lack"><b class="chip dif">${words.completeness[completeness.kind]}</b> ${whyIncomplete(completeness.reason, reader)}</p>`
  }${
    isUnconfirmed(view) &&
    html`<p class="notice">${words.unconfirmedLink(isolated(hostOf(source.homeUrl)), isolated(hostOf(article.url)))}</p>`
  }`
}

/** The feed's text under a link to another site, when the article there could not be read. */
function isUnconfirmed({ article, source }: ArticleView): boolean {
  return mayBeFeedText(article.completeness) && isWebUrl(article.url) && !feedOwnsSite(source.homeUrl, article.url)
}
