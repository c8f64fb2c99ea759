import { defined } from '../../../core/defined.ts'
import { type Mute, mutePeriods } from '../../../core/marks.ts'
import { longest } from '../../../core/text/longest.ts'
import type { FollowedView, FollowingView } from '../../../operations/library/mine-views.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { hiddenLine } from '../../layout/hidden-line.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { layout } from '../../layout/layout.ts'
import { followedPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { followButton } from '../parts/follow-button.ts'
import { followedItem, unfollow } from '../parts/followed-item.ts'
import { kindOfMark, placeOfMark } from '../parts/followed-place.ts'

/** What is muted, each until when and with its end, and the form that mutes a word. */
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
  // What the mute was, so that it can be put back as it was.
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
<div class="line"><label>${mine.muteWord} <input name="target" required minlength="2" maxlength="${longest.followed}" placeholder="${mine.muteWordHint}" dir="auto"></label>
<label>${mine.howLong} <select name="period">${mutePeriods
    .toReversed()
    .map(
      (period) => html`<option value="${period}">${mine.periods[period]}</option>`,
    )}</select></label> <button class="btn ghost">${mine.mute}</button></div>
<p class="note">${mine.muteWordNote}</p></form>
`
}

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
