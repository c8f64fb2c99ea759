import { longest } from '../../core/longest.ts'
import type { FollowedView, FollowingView } from '../../operations/mine-views.ts'
import { followButton } from '../parts/follow-button.ts'
import { followedItem, unfollow } from '../parts/followed-item.ts'
import { kindOfMark, placeOfMark } from '../parts/followed-place.ts'
import { backField, hidden } from '../parts/forms.ts'
import { hiddenLine } from '../parts/hidden-line.ts'
import { type Html, html } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { followedPath } from '../parts/links.ts'
import { muteSection } from '../parts/mute-list.ts'
import { section } from '../parts/section.ts'
import type { Reader } from '../reader.ts'

/** What is new of all that is followed, the newest first, and an end; what is muted; whom one could follow. */
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

/** What is followed and has no news: its name and the way out. */
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
<input name="target" required maxlength="${longest.followed}" aria-label="${mine.followSearch}" placeholder="${mine.searchHint}" dir="auto"> <button class="btn ghost">${mine.follow}</button></form>`
}
