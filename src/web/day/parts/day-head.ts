import type { TodayView } from '../../../operations/day/today-views.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { iconForm } from '../../layout/icon-form.ts'
import { menu } from '../../layout/menu.ts'
import { sectionName } from '../../layout/section.ts'
import { formatter, longDay, unbroken } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { filterMenu, todayPath } from './today-filters.ts'

/** The one line above the news: the day, its calendar, its counts, and the filters. */
export function dayHead(view: TodayView, reader: Reader, live: Html | undefined): Html {
  const { words } = reader
  return html`<div class="dayhead"><h1>${dayTitle(view.day, reader)}</h1>
${calendar(view, reader)}
${view.storyCount > 0 && html`<span class="sum wide">${words.stories(view.storyCount)} · ${words.articles(view.articleCount)}</span>`}
<div class="r">${live}${followSection(view, reader)}${filterMenu(view, reader)}</div></div>
`
}

/** On the page of a section: follows it. */
function followSection({ section, isSectionFollowed }: TodayView, reader: Reader): Html {
  if (section === undefined || !mayMark(reader)) return html``
  const { mine, colon } = reader.words
  const label = sectionName(section, reader.words)
  const does = isSectionFollowed ? mine.unfollow : mine.follow
  return iconForm(reader, {
    action: isSectionFollowed ? '/unfollow' : '/follow',
    fields: { kind: 'topic', target: section, label },
    icon: 'heart',
    name: `${does}${colon}${label}`,
    title: does,
    isOn: isSectionFollowed === true,
  })
}

const wide = { weekday: 'long', month: 'long', day: 'numeric' } as const
const narrow = { weekday: 'short', month: 'short', day: 'numeric' } as const
const wideWithYear = { ...wide, year: 'numeric' } as const
const narrowWithYear = { ...narrow, year: 'numeric' } as const

function dayTitle(day: string, reader: Reader): Html {
  const ms = Date.parse(`${day}T12:00:00Z`)
  const isThisYear = day.slice(0, 4) === reader.now.slice(0, 4)
  const [long, short] = isThisYear ? [wide, narrow] : [wideWithYear, narrowWithYear]
  const text = (options: typeof long | typeof short) => capitalized(unbroken(formatter(reader, options, 'UTC'), ms))
  return html`<span class="wide">${text(long)}</span><span class="narrow">${text(short)}</span>`
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** `Monday`: the name of a day in a sentence. */
export function weekday(day: string, reader: Reader): string {
  return formatter(reader, weekdayOptions, 'UTC').format(Date.parse(`${day}T12:00:00Z`))
}

const weekdayOptions = { weekday: 'long' } as const
const weekdayLetter = { weekday: 'narrow' } as const
const numberOptions = { day: 'numeric' } as const
const monthOptions = { month: 'long', year: 'numeric' } as const

/** A month whose days with stories are links, the day before, and what is new since the last visit. */
function calendar(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const { month, days, day, previousDay, facets } = view
  const at = (each: string) => Date.parse(`${each}T12:00:00Z`)
  const first = `${month}-01`
  const start = (new Date(at(first)).getUTCDay() - firstWeekday(reader) + 7) % 7
  const cells = [
    ...Array.from({ length: start }, () => html`<td></td>`),
    ...days.map(({ day: each, storyCount }) => {
      const number = formatter(reader, numberOptions, 'UTC').format(at(each))
      const label = `${longDay(each, reader)}${words.colon}${words.stories(storyCount)}`
      if (storyCount === 0 && each !== day) return html`<td><span>${number}</span></td>`
      return html`<td><a href="/days/${each}" title="${label}" aria-label="${label}"${each === day && html` aria-current="date"`}>${number}</a></td>`
    }),
  ]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7))
  const monthLink = (count: number) => {
    const other = otherMonth(month, count)
    const name = formatter(reader, monthOptions, 'UTC').format(at(`${other}-01`))
    return html`<a href="${todayPath(view, path, { month: other })}" rel="nofollow" aria-label="${name}">${icon(count < 0 ? 'prev' : 'next')}</a>`
  }
  const visit = facets.periods.find(({ value }) => value === 'visit')
  const content = html`<div class="mon">${monthLink(-1)}${formatter(reader, monthOptions, 'UTC').format(at(first))}${
    month < reader.now.slice(0, 7) ? monthLink(1) : html`<span></span>`
  }</div><table><thead><tr>${[0, 1, 2, 3, 4, 5, 6].map((index) => html`<th scope="col">${letterOf(index, reader)}</th>`)}</tr></thead><tbody>${weeks.map((week) => html`<tr>${week}</tr>`)}</tbody></table>${
    (previousDay ?? visit) && html`<hr>`
  }${
    previousDay &&
    html`<a href="/days/${previousDay}" rel="prev">${icon('prev')}${isDayBefore(previousDay, reader) ? words.day.yesterday : longDay(previousDay, reader)}</a>`
  }${view.nextDay && html`<a href="/days/${view.nextDay}" rel="next">${icon('next')}${longDay(view.nextDay, reader)}</a>`}${
    visit &&
    html`<a href="${todayPath(view, path, { period: 'visit' })}">${icon('clock')}${words.day.periods.visit}<span class="n">${words.number(visit.count)}</span></a>`
  }`
  return menu(content, {
    label: icon('cal'),
    name: words.day.chooseDay,
    look: 'ic',
    also: 'cal',
    isOpen: /[?&]month=/.test(path),
  })
}

/** The letter of a weekday, counted from the first of the week; 4 January 1970 was a Sunday. */
function letterOf(index: number, reader: Reader): string {
  const day = new Date(Date.UTC(1970, 0, 4 + firstWeekday(reader) + index, 12))
  return formatter(reader, weekdayLetter, 'UTC').format(day)
}

const weekStarts = { monday: 1, sunday: 0, saturday: 6 } as const

/** Sunday is 0. */
function firstWeekday({ locale, preferences: { weekStart } }: Reader): number {
  if (weekStart !== 'auto') return weekStarts[weekStart]
  return locale.startsWith('ar') ? weekStarts.saturday : locale === 'en-US' ? weekStarts.sunday : weekStarts.monday
}

function otherMonth(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

function isDayBefore(day: string, { now }: Reader): boolean {
  return new Date(Date.parse(now) - 86_400_000).toISOString().startsWith(day)
}
