import type { TodayView } from '../../operations/today-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { longDay } from './time.ts'

const tallest = 26

/** Fourteen days as bars, each a link that says its date and its number of stories, and a field for any other day. */
export function dayStrip({ days, day }: TodayView, reader: Reader): Html {
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
