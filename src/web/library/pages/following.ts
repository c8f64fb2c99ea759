import { defined } from '../../../core/defined.ts'
import { type Mute, mutePeriods } from '../../../core/marks.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { FollowedView, FollowingView } from '../../../operations/library/library-views.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, entryPath, followedPath, queryOf, storyPath } from '../../layout/links.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { absolute, brief, relative, shortWhen } from '../../layout/time.ts'
import { alertSwitch } from '../../notify/parts/alert-choice.ts'
import type { Reader } from '../../reader.ts'
import { followButton, kindOfMark, placeOfMark } from '../parts/follow-button.ts'

/** One followed subject with its news: how much, the first quotations, articles and stories. */
function followedItem(view: FollowedView, reader: Reader): Html {
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

/** `5 new quotations in 2 stories`: the figures other than zero, most important first. */
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

function unfollow({ follow, isAlerting }: FollowedView, reader: Reader): Html {
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

/** How many stories or articles there are beyond those listed, with a link to all of them. */
function rest({ follow, counts, stories, articles }: FollowedView, reader: Reader): Html {
  const left = Math.max(stories.length > 0 ? counts.stories - stories.length : 0, counts.articles - articles.length)
  return left > 0 && placeOfMark(follow) !== undefined
    ? html`<p class="small"><a href="${placeOfMark(follow)}">${reader.words.more(left)}</a></p>`
    : html``
}

/** Mutes, each with its end and a button to remove it, and the form that mutes a word. */
function muteSection(mutes: readonly Mute[], reader: Reader): Html {
  const { mine } = reader.words
  const body = html`<p class="note">${mine.mutesNote}</p>
${mutes.length === 0 ? html`<p>${mine.noMutes}</p>` : html`<ul class="mutes">${mutes.map((mute) => muteLine(mute, reader))}</ul>`}
${muteWordForm(reader)}`
  return section('mutes', mine.mutes, body)
}

function muteLine(mute: Mute, reader: Reader): Html {
  const { mine } = reader.words
  const { kind, target, label, until, id } = mute
  const place = placeOfMark(mute)
  const name = place ? html`<a href="${place}">${foreign(label)}</a>` : html`<q>${foreign(label)}</q>`
  return html`<li data-item><span>${name} <small>${kindOfMark(mute, reader)} · ${until === undefined ? mine.forGood : mine.until(brief(until, reader))}</small></span>
${buttonForm(reader, {
  action: '/unmute',
  // The mute itself, so that it can be restored.
  fields: { mute: id, kind, target, label, ...defined({ until }) },
  label: mine.unmute,
  variant: 'quiet',
  attributes: html` data-kind="mute" data-undo="/mute" data-said="${mine.unmuted}"`,
  button: html` aria-label="${mine.unmute}${reader.words.colon}${label}"`,
})}</li>
`
}

function muteWordForm(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/mute" class="stack">${hidden('kind', 'word')}${backField({ ...reader, path: '/following#mutes' })}
<div class="line"><label>${mine.muteWord} <input name="target" required minlength="2" maxlength="${maxLength.followed}" placeholder="${mine.muteWordHint}" dir="auto"></label>
<label>${mine.howLong} <select name="period">${mutePeriods
    .toReversed()
    .map(
      (period) => html`<option value="${period}">${mine.periods[period]}</option>`,
    )}</select></label> <button class="btn ghost">${mine.mute}</button></div>
<p class="note">${mine.muteWordNote}</p></form>
`
}

/** News of everything followed, newest first, and an end; mutes; suggestions whom to follow. */
export function followingPage(view: FollowingView, reader: Reader): string {
  const { words } = reader
  const withNews = view.followed.filter(({ newestAt }) => newestAt !== undefined)
  const body = html`<div class="cols"><div>
<header class="day"><h1>${words.frame.places.following}</h1>
<p class="small"><a href="/alerts">${words.alerts.title}</a> · <a href="/settings/alerts">${words.alerts.toSettings}</a></p>
${hiddenLine(view.hidden, reader)}</header>
${view.followed.length === 0 ? empty(reader) : html`${withNews.map((followed) => followedItem(followed, reader))}${withNews.length > 0 && html`<p class="end">${words.mine.endOfNews}</p>`}`}
${nothingNew(view, reader)}
</div><aside aria-label="${words.mine.follow}">
${suggestions(view, reader)}
${topics(view, reader)}
${section('follow-search', words.mine.followSearch, followSearch(reader))}
${muteSection(view.mutes, reader)}
</aside></div>
`
  return layout(reader, { title: words.frame.places.following, place: 'following', body })
}

function empty(reader: Reader): Html {
  const { mine } = reader.words
  return html`<div class="empty"><h2>${mine.emptyFollowing}</h2>${mine.emptyFollowingNotes.map((text) => html`<p>${text}</p>`)}</div>`
}

/** Followed subjects without news: name and a button to unfollow. */
function nothingNew({ followed }: FollowingView, reader: Reader): Html {
  const quiet = followed.filter(({ newestAt }) => newestAt === undefined)
  if (quiet.length === 0) return html``
  const line = (view: FollowedView) =>
    html`<li data-item><span><a href="${placeOfMark(view.follow)}">${foreign(view.follow.label)}</a> <small>${kindOfMark(view.follow, reader)}</small></span>${unfollow(view, reader)}</li>
`
  const { mine } = reader.words
  return section(
    'quiet',
    mine.nothingNew,
    html`<p class="note">${mine.nothingNewNote}</p><ul class="mutes">${quiet.map(line)}</ul>`,
    quiet.length,
  )
}

function suggestions(view: FollowingView, reader: Reader): Html {
  const { mine } = reader.words
  const entities = view.suggestions.filter(({ kind }) => kind === 'entity')
  if (entities.length === 0) return html``
  const body = html`<p class="note">${mine.suggestionsNote}</p>${suggestionList(entities, reader)}`
  return section('suggestions', mine.suggestions, body)
}

function topics(view: FollowingView, reader: Reader): Html {
  const sections = view.suggestions.filter(({ kind }) => kind === 'topic')
  return sections.length === 0 ? html`` : section('topics', reader.words.mine.topics, suggestionList(sections, reader))
}

function suggestionList(list: FollowingView['suggestions'], reader: Reader): Html {
  const { mine } = reader.words
  return html`<ul class="mutes">${list.map(
    (suggestion) =>
      html`<li><span><a href="${followedPath(suggestion.kind, suggestion.target)}">${foreign(suggestion.label)}</a> <small>${mine.inStories(suggestion.storyCount)}</small></span>${followButton({ ...suggestion, isFollowed: false }, reader)}</li>
`,
  )}</ul>`
}

function followSearch(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/follow" class="line">${hidden('kind', 'search')}${backField(reader)}
<input name="target" required maxlength="${maxLength.followed}" aria-label="${mine.followSearch}" placeholder="${mine.searchHint}" dir="auto"> <button class="btn ghost">${mine.follow}</button></form>`
}
