import type { FeedSubject } from '../../../core/feed/feed-subject.ts'
import type { StoryCard, TodayView } from '../../../operations/day/today-views.ts'
import type { AddView } from '../../../operations/views.ts'
import { opmlForm, packChoice, urlForm } from '../../feeds/parts/add-forms.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { drawn } from '../../layout/drawings.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, followedPath, storyPath } from '../../layout/links.ts'
import { steps } from '../../layout/pages/start.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { liveDay, progressBlock } from '../../layout/progress.ts'
import { section } from '../../layout/section.ts'
import { longDay, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { askSection } from '../../search/parts/ask-form.ts'
import { chosenChips, chosenFilters, todayFilters, todayPath } from '../parts/today-filters.ts'
import { todayList, todaySections } from '../parts/today-list.ts'

const tallest = 26

/** Fourteen days as bars, each a link with its date and number of stories, and a field for any other day. */
function dayStrip({ days, day }: TodayView, reader: Reader): Html {
  const { words } = reader
  const most = Math.max(1, ...days.map(({ storyCount }) => storyCount))
  const dayOfMonth = new Intl.DateTimeFormat(words.locale, { day: 'numeric', timeZone: 'UTC' })
  return html`<ol class="strip">${days.map(({ day: each, storyCount }) => {
    const height = storyCount === 0 ? 1 : Math.max(2, Math.round((storyCount / most) * tallest))
    const label = words.day.dayCount(longDay(each, reader), words.stories(storyCount))
    return html`<li><a href="/days/${each}" aria-label="${label}" title="${label}"${each === day && html` aria-current="date"`}><svg width="14" height="${tallest}" viewBox="0 0 14 ${tallest}" aria-hidden="true"><rect class="${storyCount === 0 ? 'track' : 'own'}" y="${tallest - height}" width="14" height="${height}" rx="1"/></svg>${dayOfMonth.format(Date.parse(`${each}T12:00:00Z`))}</a></li>`
  })}</ol>
<form action="/days" class="line"><label>${words.day.goTo}
<input type="date" name="day" value="${day}" required></label> <button class="btn ghost">${words.day.go}</button></form>`
}

/** The stories of one day by rank, and an end. */
export function todayPage(view: TodayView, reader: Reader): string {
  const { words } = reader
  const aside = html`${view.progress && section('progress', words.progress, progressBlock(view.progress, reader))}
${section('days', words.day.days, dayStrip(view, reader))}
${view.storyCount > 0 && askSection(words.asking.ofDay, { from: view.day, until: view.day }, reader)}
${followed(view, reader)}
${oneSourceOnly(view.oneSourceOnly, reader)}
${edited(view, reader)}`
  const body = html`<div class="cols"><div>
${heading(view, reader)}${todayFilters(view, reader)}${chosenChips(view, reader)}${hiddenLine(view.hidden, reader)}${view.storyCount > 0 && numberNote(reader)}
${view.storyCount === 0 ? nothing(view, reader) : view.isBySection ? todaySections(view, reader) : todayList(view, reader)}
</div><aside aria-label="${words.today}">${aside}</aside></div>
`
  return layout(reader, { title: longDay(view.day, reader), place: 'today', feed: feedOf(view), body })
}

function feedOf({ section }: TodayView): FeedSubject {
  return section === undefined ? { kind: 'today', target: '' } : { kind: 'section', target: section }
}

function heading(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const [back, on] = words.direction === 'rtl' ? ['→', '←'] : ['←', '→']
  const counts = [words.stories(view.storyCount), words.articles(view.articleCount)] as const
  const days = html`<nav class="days" aria-label="${words.previousDay}, ${words.nextDay}">
${view.previousDay && html`<a href="/days/${view.previousDay}" rel="prev">${back} ${words.previousDay}</a>`}
${view.nextDay && html`<a href="/days/${view.nextDay}" rel="next">${words.nextDay} ${on}</a>`}

</nav>`
  return html`<header class="day">
<div class="dayline">
<h1>${longDay(view.day, reader)}</h1>${days}
</div>
<ul class="facts">
${view.storyCount > 0 && html`<li>${words.storiesFrom(...counts, words.sourcesCount(view.sourceCount))}</li>`}
${view.nextDay === undefined && html`<li>${liveDay(view, reader)}</li>`}
<li>${feedLink(feedOf(view), reader)}</li>
</ul>
</header>`
}

/** Explains the number in front of every row to first-time readers. */
function numberNote({ words }: Reader): Html {
  return html`<p class="note number-note">${words.day.numberNote} <a href="/about#independence">${words.howCounted}</a></p>`
}

/** What the reader follows that is in the news of this day. */
function followed({ followed: list }: TodayView, reader: Reader): Html {
  const { words } = reader
  if (list.length === 0) return html``
  return section(
    'followed',
    words.day.youFollow,
    html`<ul class="rel">${list.map(
      ({ kind, target, label, storyCount, newCount }) =>
        html`<li><a href="${followedPath(kind, target)}">${foreign(label)}</a>
<small>${words.stories(storyCount)}${newCount > 0 && html` · ${words.day.changedStories(newCount)}`}</small></li>`,
    )}</ul>`,
  )
}

function oneSourceOnly(cards: readonly StoryCard[], reader: Reader): Html {
  const { words } = reader
  if (cards.length === 0) return html``
  return section(
    'single',
    words.oneSourceOnly,
    html`<p class="note">${words.oneSourceNote}</p><ul class="rel">${cards.map(
      (card) =>
        html`<li><a href="${storyPath(card.id)}"${languageAttributes(card.language)}>${card.title}</a>
<small>${joined([card.outlets[0] && foreign(card.outlets[0]), shortWhen(card.lastAt, reader)], ' · ')}</small></li>`,
    )}</ul>`,
  )
}

function edited(view: TodayView, reader: Reader): Html {
  if (view.edited.length === 0) return html``
  return section(
    'edited',
    reader.words.quietlyEdited,
    html`<ul class="rel">${view.edited.map(
      ({ articleId, sourceName, title, at }) =>
        html`<li><a href="${articlePath(articleId)}" dir="auto">${title}</a>
<small>${foreign(sourceName)} · ${shortWhen(at, reader)}</small></li>`,
    )}</ul>`,
  )
}

/** Why there are no stories, and links to where there are some. */
function nothing(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const chosen = chosenFilters(view, reader)
  if (view.period === 'visit' && chosen.length === 1)
    return html`<div class="empty">
<h2>${words.day.nothingNew}</h2>
<p>${words.day.nothingNewNote}</p>
<p><a href="${todayPath(view, path, { period: undefined })}" class="btn ghost">${words.day.backToDay} · ${words.stories(view.dayCount)}</a></p>
</div>`
  if (chosen.length > 0)
    return html`<div class="empty">
<h2>${words.noneUnderFilter}</h2>
<ul>${chosen.map(
      ({ label, choice, count }) =>
        html`<li><a href="${todayPath(view, path, choice)}">${count === undefined ? words.day.removeThis(label) : words.day.without(label, words.stories(count))}</a></li>`,
    )}</ul>
<p><a href="${path.split('?')[0] ?? '/'}" class="btn ghost">${words.showEverything} · ${words.stories(view.dayCount)}</a></p>
</div>`
  if (view.progress) return html`<div class="empty"><h2>${words.gathering}</h2><p>${words.gatheringNote}</p></div>`
  return html`<div class="empty">
<h2>${words.noStories}</h2>
<p>${words.noStoriesNote}</p>
${
  (view.previousDay ?? view.nextDay) &&
  html`<p>${words.day.nearest}</p>
<ul>${[view.previousDay, view.nextDay].map((day) => day && html`<li><a href="/days/${day}">${longDay(day, reader)}</a></li>`)}</ul>`
}
<p><a href="/add" class="btn">${words.addTitle}</a></p>
</div>`
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
${section('own', firstRun.or, html`<div class="own-ways"><div><h3>${words.addByUrl}</h3>${urlForm('', reader)}</div><div><h3>${words.importTitle}</h3>${opmlForm(reader)}</div></div>`)}
<p class="note demo">${firstRun.demo} <code dir="ltr">TWOSOURCE_PORT=${demoPort} npm run demo</code></p>
</div>
`
  return layout(reader, { title: 'Twosource', place: 'today', body })
}
