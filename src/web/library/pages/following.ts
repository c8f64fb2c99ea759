import type { Follow } from '../../../core/marks.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { FollowedView, FollowingView } from '../../../operations/library/library-views.ts'
import { citationLink, withoutLastComma } from '../../layout/citation-link.ts'
import { backField, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { iconForm } from '../../layout/icon-form.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, entryPath, followedPath, queryOf, storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { section, sectionName } from '../../layout/section.ts'
import { thumb } from '../../layout/thumb.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { followButton, kindOfMark, placeOfMark } from '../parts/follow-button.ts'

/** What is followed, that with news first, each with its newest stories; then whom else to follow. */
export function followingPage(view: FollowingView, reader: Reader): string {
  const { frame, alerts, mine, settings } = reader.words
  const title = frame.places.following
  const more = html`<a href="/settings/alerts">${icon('gear')}${alerts.toSettings}</a><a href="/settings/rules#mutes">${icon('mute')}${mine.manageMutes}</a>`
  const body = html`<header class="pagehead titled"><h1>${title}</h1><a class="btn soft" href="/alerts">${icon('bell')}${settings.pages.alerts}</a>${menu(more, { name: frame.more, isAtEnd: true })}</header>
<div class="cols"><div>${hiddenLine(view.hidden, reader)}
${view.followed.length === 0 ? html`<div class="empty"><h2>${mine.emptyFollowing}</h2><p>${mine.emptyFollowingNote}</p></div>` : view.followed.map((each) => followedItem(each, reader))}
</div><aside aria-label="${mine.follow}">
${suggestions(view, 'entity', mine.suggestions, reader)}${suggestions(view, 'topic', reader.words.topics, reader)}
${section('follow-search', mine.followSearch, followSearch(reader))}
</aside></div>
`
  return layout(reader, { title, place: 'following', body })
}

/** One followed subject: how much of it is new, its alerts, and its newest stories, articles and quotations. */
function followedItem(view: FollowedView, reader: Reader): Html {
  const { follow, quotes, articles, stories, counts, newest, newestAt, isFirstLook } = view
  const { mine } = reader.words
  const fresh = Math.max(counts.stories, counts.articles)
  const lines = [...articles.map(articleLine), ...stories.map(storyLine)]
  const [lead] = stories
  return html`<article class="followed" data-item>
<header class="titled"><h2><a href="${placeOfMark(follow)}" data-open>${nameOf(follow, reader)}</a></h2><span class="small">${kindOfMark(follow, reader)}</span>${newestAt !== undefined && !isFirstLook && html`<span class="chip new">${mine.newSince(fresh)}</span>`}${alertToggle(view, reader)}${menu(followButton({ ...follow, isFollowed: true }, reader), { name: `${reader.words.frame.more}${reader.words.colon}${follow.label}`, isAtEnd: true })}</header>
${lead && thumb(lead.picture, 'row', reader, { href: storyPath(lead.id) })}${quotes.length > 0 && html`<ul class="said-new">${quotes.map((quote) => quoteLine(quote, reader))}</ul>`}
${lines.length > 0 ? html`<ul class="leads">${lines}</ul>` : newest && html`<ul class="leads old">${newestLine(newest)}</ul>`}
${rest(view, reader)}
</article>
`

  function articleLine(article: FollowedView['articles'][number]): Html {
    const { path, id, title, language, at, sourceName } = article
    return line(path === 'article' ? articlePath(id) : entryPath(id), title, language, at, sourceName)
  }

  function storyLine({ id, title, language, at }: FollowedView['stories'][number]): Html {
    const since = follow.kind === 'story' ? `${queryOf({ since: `${view.since.slice(0, 16)}Z` })}#changes` : ''
    return line(`${storyPath(id)}${since}`, title, language, at)
  }

  function newestLine({ path, id, title, language, at }: NonNullable<FollowedView['newest']>): Html {
    const paths = { story: storyPath, article: articlePath, entry: entryPath }
    return line(paths[path](id), title, language, at)
  }

  function line(path: string, title: string, language: string | undefined, at: string, sourceName?: string): Html {
    return html`<li><a href="${path}"${language ? languageAttributes(language) : html` dir="auto"`}>${title}</a> <small>${sourceName && html`${foreign(sourceName)} · `}${shortWhen(at, reader)}</small></li>
`
  }
}

/** The bell of a followed subject: pressed while it alerts. */
function alertToggle({ follow: { kind, target, label }, isAlerting }: FollowedView, reader: Reader): Html {
  const { alerts, colon } = reader.words
  const does = isAlerting ? alerts.off : alerts.on
  return iconForm(reader, {
    action: '/alerts/choose',
    fields: { kind, target, choice: isAlerting ? 'off' : 'on' },
    icon: 'bell',
    name: `${does}${colon}${label}`,
    title: does,
    isOn: isAlerting,
  })
}

function quoteLine({ citation, document, isDirect }: FollowedView['quotes'][number], reader: Reader): Html {
  const words = isDirect ? html`<q>${withoutLastComma(citation.exact)}</q>` : html`${citation.exact}`
  return html`<li class="words"><span${languageAttributes(document.language)}>${words}</span> ${citationLink(citation, { [document.documentId]: document }, reader)} <span class="small">${shortWhen(document.publishedAt, reader)}</span></li>
`
}

/** How many stories or articles there are beyond those listed, with a link to all of them. */
function rest({ follow, counts, stories, articles }: FollowedView, reader: Reader): Html {
  const left = Math.max(stories.length > 0 ? counts.stories - stories.length : 0, counts.articles - articles.length)
  return left > 0 && placeOfMark(follow) !== undefined
    ? html`<p><a class="go" href="${placeOfMark(follow)}">${reader.words.more(left)}</a></p>`
    : html``
}

/** Names or sections not followed yet, with how many stories are about them. */
function suggestions(view: FollowingView, kind: 'entity' | 'topic', title: string, reader: Reader): Html {
  const { stories } = reader.words
  const list = view.suggestions.filter((each) => each.kind === kind)
  if (list.length === 0) return html``
  return section(
    kind === 'entity' ? 'suggestions' : 'topics',
    title,
    html`<ul class="listed">${list.map(
      (each) =>
        html`<li><span><a href="${followedPath(each.kind, each.target)}">${nameOf(each, reader)}</a> <small class="small">${stories(each.storyCount)}</small></span>${followButton({ ...each, isFollowed: false }, reader)}</li>
`,
    )}</ul>`,
  )
}

/** A section has a name in the reader's language; everything else is called as when it was followed. */
function nameOf({ kind, label, target }: Pick<Follow, 'kind' | 'label' | 'target'>, reader: Reader): Piece {
  return kind === 'topic' ? sectionName(target, reader.words) : foreign(label)
}

function followSearch(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/follow" class="ask">${hidden('kind', 'search')}${backField(reader)}<input class="in" name="target" required maxlength="${maxLength.followed}" aria-label="${mine.followSearch}" placeholder="${mine.followSearch}" dir="auto"><button class="btn">${mine.follow}</button></form>`
}
