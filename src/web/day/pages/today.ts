import type { TodayView } from '../../../operations/day/today-views.ts'
import type { AddView } from '../../../operations/views.ts'
import { opmlForm, packChoice, urlForm } from '../../feeds/parts/add-forms.ts'
import { drawn } from '../../layout/drawings.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, citationPath, storyPath } from '../../layout/links.ts'
import { steps } from '../../layout/pages/start.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { liveDay, progressBlock } from '../../layout/progress.ts'
import { section } from '../../layout/section.ts'
import { brief, dayIn, formatter, longDay, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { askForm } from '../../search/parts/ask-form.ts'
import { dayHead, weekday } from '../parts/day-head.ts'
import { activeChoices, feedOf, todayPath, withoutChoices } from '../parts/today-filters.ts'
import { shortStory, todayList, todaySections } from '../parts/today-list.ts'

/** The stories of one day by rank, and an end. */
export function todayPage(view: TodayView, reader: Reader): string {
  const isLive = view.nextDay === undefined
  const body = html`${dayHead(view, reader, isLive ? liveDay(view, reader) : undefined)}<div class="cols tcols"><div class="today">
${view.storyCount > 0 && view.mostFail && html`<p class="notice warn">${whatFails(view, reader)} <a href="/feeds/all?only=failing">${reader.words.day.seeWhy}</a></p>`}${view.storyCount === 0 ? nothing(view, reader) : view.isBySection ? todaySections(view, reader) : todayList(view, reader)}
</div>
${oneSourceOnly(view, reader)}${view.storyCount > 0 && view.page === view.pageCount && end(view, reader)}
${todayAside(view, reader)}</div>
`
  return layout(reader, { title: longDay(view.day, reader), place: 'today', feed: feedOf(view), body })
}

/** That this is all, how much of it is read, and where to continue. */
function end(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const { storyCount, previousDay, unreadCount, pageCount, stories, oneSourceOnly: beside, bySection } = view
  const listed = [...stories, ...beside, ...bySection.flatMap((each) => each.stories)]
  const readCount = listed.filter(({ isRead }) => isRead).length
  const unread = listed.filter(({ isRead }) => !isRead)
  const said = pageCount === 1 && readCount > 0 ? words.number(readCount) : undefined
  const isFiltered = activeChoices(view, reader).length > 0
  return html`<div class="fin"><b>${words.day.thatsAll(weekday(view.day, reader))}</b><p>${words.day.total(words.stories(storyCount), said)}</p>
<div class="acts">${
    isFiltered
      ? html`<a class="btn" href="${withoutChoices(path)}">${words.showEverything}</a>`
      : previousDay &&
        html`<a class="btn" href="/days/${previousDay}">${icon('prev')}${weekday(previousDay, reader)}</a>`
  }${unreadCount !== undefined && unreadCount > 0 && html`<a class="btn" href="/feeds">${words.day.unreadInFeeds(unreadCount)}</a>`}${
    mayMark(reader) &&
    unread.length > 0 &&
    buttonForm(reader, {
      action: '/stories/read-all',
      fields: { stories: unread.map(({ id }) => id).join(',') },
      label: words.markAllRead,
    })
  }</div></div>`
}

/** Beside the news: the brief, a question, what is planned, and what was edited. */
function todayAside(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const ask = { from: view.day, until: view.day }
  return html`<aside aria-label="${words.frame.places.today}">${view.progress && titled(words.progress, progressBlock(view.progress, reader))}
${
  view.storyCount > 0 &&
  html`<a class="promo" href="${view.nextDay === undefined ? '/brief' : `/brief/${view.day}`}"><span><b>${words.brief.title}</b><span class="small">${words.day.briefNote}</span></span>${icon('next')}</a>
${titled(words.asking.ofDay, askForm(words.asking.ofDay, ask, reader, undefined))}`
}
${comingUp(view, reader)}${edited(view, reader)}</aside>`
}

/** Stories that one outlet reports, which the list does not show. */
function oneSourceOnly({ oneSourceOnly: cards }: TodayView, reader: Reader): Html {
  if (cards.length === 0) return html``
  return html`<section class="after one"><h2 class="hd">${reader.words.oneSourceOnly}</h2>${cards.map((card) => shortStory(card, reader))}</section>`
}

function titled(title: string, content: Html, look = ''): Html {
  return html`<section${look && html` class="${look}"`}><h2 class="hd">${title}</h2>${content}</section>
`
}

/** Sentences about what is planned; each opens its place in its article. */
function comingUp({ comingUp: events }: TodayView, reader: Reader): Html {
  if (events.length === 0) return html``
  const list = events.map(
    ({ date, citation, story }) =>
      html`<div><a href="${citationPath(citation)}" data-cite${languageAttributes(story.language)}><bdi>${citation.exact}</bdi></a><small>${plannedDay(date, reader)} · <a href="${storyPath(story.id)}">${foreign(story.title, story.language)}</a></small></div>`,
  )
  return titled(reader.words.day.comingUp, html`${list}`, 'after plans')
}

const dayOptions = { weekday: 'long' } as const
const dateOptions = { weekday: 'short', month: 'short', day: 'numeric' } as const

/** `Wednesday` within six days, then the date. */
function plannedDay(date: string, reader: Reader): Html {
  const ms = Date.parse(`${date.slice(0, 10)}T12:00:00Z`)
  const today = Date.parse(`${dayIn(reader.now, reader)}T12:00:00Z`)
  const options = ms - today < 6.5 * 86_400_000 ? dayOptions : dateOptions
  return html`<time datetime="${date}" title="${longDay(date.slice(0, 10), reader)}">${formatter(reader, options, 'UTC').format(ms)}</time>`
}

function edited({ edited: articles }: TodayView, reader: Reader): Html {
  if (articles.length === 0) return html``
  const list = articles.map(
    ({ articleId, sourceName, title, at }) =>
      html`<a href="${articlePath(articleId)}"><span dir="auto">${title}</span><small>${joined([foreign(sourceName), shortWhen(at, reader)], ' · ')}</small></a>`,
  )
  return titled(reader.words.quietlyEdited, html`${list}`, 'after')
}

/** How many feeds can't be loaded, and where they are most, of how many and since when. */
function whatFails({ failingCount = 0, mostFail }: TodayView, reader: Reader): string {
  const { day } = reader.words
  if (!mostFail) return day.failing(failingCount)
  return day.mostFail(failingCount, mostFail.of, mostFail.since && brief(mostFail.since, reader))
}

/** Why there are no stories, and what to do about it. */
function nothing(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const { unreadCount = 0, failingCount = 0, feedCount, hidden } = view
  const chosen = activeChoices(view, reader)
  if (chosen.length > 0 && (view.dayCount > 0 || view.period === 'week'))
    return html`<div class="empty"><h2>${words.noneUnderFilter}</h2>
<p class="acts">${chosen.map(({ label, choice }) => html`<a class="btn" href="${todayPath(view, path, choice)}">${label} <span aria-hidden="true">×</span></a>`)}<a class="btn main" href="${withoutChoices(path)}">${words.showEverything}</a></p></div>`
  if (view.progress) return html`<div class="empty"><h2>${words.gathering}</h2><p>${words.gatheringNote}</p></div>`
  const isFailing = failingCount > 0 && 2 * failingCount >= feedCount
  return html`<div class="empty"><h2>${view.nextDay === undefined ? words.noStories : words.noStoriesThen}</h2>
${hiddenLine(hidden, reader)}${isFailing && html`<p>${whatFails(view, reader)}</p>`}
<p class="acts">${isFailing && html`<a class="btn main" href="/feeds/all?only=failing">${words.day.seeWhy}</a>`}${unreadCount > 0 && html`<a class="btn${!isFailing && html` main`}" href="/feeds">${words.day.unreadInFeeds(unreadCount)}</a>`}${[view.previousDay, view.nextDay].map((day) => day && html`<a class="btn" href="/days/${day}">${longDay(day, reader)}</a>`)}${unreadCount === 0 && !isFailing && html`<a class="btn" href="/add">${words.frame.places.add}</a>`}</p></div>`
}

/** True while there is nothing to show and no feed. */
export function isFirstRun(view: Pick<TodayView, 'feedCount' | 'dayCount' | 'previousDay'>): boolean {
  return view.feedCount === 0 && view.dayCount === 0 && view.previousDay === undefined
}

/** The first page of a new reader: what this is, and all it takes to start. `port`: where this server listens. */
export function welcomePage(view: AddView, reader: Reader, port = 7180): string {
  const { words } = reader
  const { firstRun } = words
  const demoPort = port + 1
  const body = html`<div class="first">
${steps(0, reader)}
<h1>${words.welcome}</h1>
<p class="lead">${words.welcomeLead}</p>
<div class="why">${drawn('independence', firstRun.drawing)}
<ul>${firstRun.promises.map((line) => html`<li>${line}</li>`)}</ul></div>
${section('packs', firstRun.choose, packChoice(view.packs, reader, { button: firstRun.begin, isChosen: true }))}
${section('own', firstRun.or, html`<div class="own-ways"><div><h3>${words.addByUrl}</h3>${urlForm(undefined, reader)}</div><div><h3>${words.importing.title}</h3>${opmlForm(reader)}</div></div>`)}
<p class="note demo">${firstRun.demo} <code dir="ltr">TWOSOURCE_PORT=${demoPort} npm run demo</code></p>
</div>
`
  return layout(reader, { title: 'Twosource', place: 'today', body })
}
