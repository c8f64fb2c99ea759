import type { FollowedView } from '../../../operations/library/mine-views.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { articlePath, entryPath, queryOf, storyPath } from '../../layout/links.ts'
import { absolute, relative, shortWhen } from '../../layout/time.ts'
import { alertSwitch } from '../../notify/parts/alert-choice.ts'
import type { Reader } from '../../reader.ts'
import { followButton } from './follow-button.ts'
import { kindOfMark, placeOfMark } from './followed-place.ts'

/** One followed thing with what is new of it: how much, the first quotations, articles and stories. */
export function followedItem(view: FollowedView, reader: Reader): Html {
  const { follow, quotes, articles, stories } = view
  return html`<article class="followed" data-item>
<div class="dayline"><h2><a href="${placeOfMark(follow)}" data-open>${foreign(follow.label)}</a></h2>${unfollow(view, reader)}</div>
<p class="small"><span class="kind">${kindOfMark(follow, reader)}</span> · <b>${newsOf(view, reader)}</b> ${sinceOf(view, reader)}</p>
${quotes.length > 0 && html`<ul class="said-new">${quotes.map((quote) => quoteLine(quote, reader))}</ul>`}
${articles.length > 0 && html`<ul class="rel">${articles.map((article) => articleLine(article, reader))}</ul>`}
${stories.length > 0 && html`<ul class="rel">${stories.map((story) => storyLine(story, view, reader))}</ul>`}
${rest(view, reader)}
</article>
`
}

/** `5 new quotations in 2 stories`: the figures that are not nought, in the order of what they are worth. */
function newsOf({ follow: { kind }, counts }: Pick<FollowedView, 'follow' | 'counts'>, reader: Reader): string {
  const { mine, stories } = reader.words
  switch (kind) {
    case 'entity':
      return counts.quotes > 0
        ? `${mine.newQuotes(counts.quotes)} ${mine.inStories(counts.stories)}`
        : stories(counts.stories)
    case 'source':
      return mine.ownReports(counts.articles)
    case 'search':
      return mine.newArticles(counts.articles)
    case 'story':
    case 'topic':
      return stories(counts.stories)
  }
}

function sinceOf({ since, isFirstLook }: FollowedView, reader: Reader): string {
  const { mine } = reader.words
  if (isFirstLook) return mine.lastDays(7)
  return mine.sinceLook(relative(since, reader) ?? absolute(since, reader))
}

export function unfollow({ follow, isAlerting }: FollowedView, reader: Reader): Html {
  return html`<span>${alertSwitch(follow, isAlerting, reader)} ${followButton({ ...follow, isFollowed: true }, reader)}</span>`
}

function quoteLine({ citation, document, isDirect }: FollowedView['quotes'][number], reader: Reader): Html {
  const words = isDirect ? html`<q>${citation.exact}</q>` : html`${citation.exact}`
  return html`<li class="words"><span${languageAttributes(document.language)}>${words}</span> ${citationLink(citation, { [document.documentId]: document }, reader)} <span class="small">${shortWhen(document.publishedAt, reader)}</span></li>
`
}

function articleLine(article: FollowedView['articles'][number], reader: Reader): Html {
  const path = article.path === 'article' ? articlePath(article.id) : entryPath(article.id)
  const attributes = article.language ? languageAttributes(article.language) : html` dir="auto"`
  return html`<li><a href="${path}"${attributes}>${article.title}</a> <small>${foreign(article.sourceName)} · ${shortWhen(article.at, reader)}</small></li>
`
}

function storyLine(story: FollowedView['stories'][number], { follow, since }: FollowedView, reader: Reader): Html {
  const { mine } = reader.words
  const isStory = follow.kind === 'story'
  const count = isStory ? mine.newChanges(story.count) : story.count > 0 && mine.newArticles(story.count)
  const path = `${storyPath(story.id)}${queryOf({ since: `${since.slice(0, 16)}Z` })}#changes`
  return html`<li><a href="${path}"${languageAttributes(story.language)}>${story.title}</a> <small>${joined([count, shortWhen(story.at, reader)], ' · ')}</small></li>
`
}

/** How many stories or articles there are beyond those listed, with the page that has them all. */
function rest({ follow, counts, stories, articles }: FollowedView, reader: Reader): Html {
  const left = Math.max(stories.length > 0 ? counts.stories - stories.length : 0, counts.articles - articles.length)
  return left > 0 && placeOfMark(follow) !== undefined
    ? html`<p class="small"><a href="${placeOfMark(follow)}">${reader.words.more(left)}</a></p>`
    : html``
}
