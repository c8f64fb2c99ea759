import { defined } from '../../../core/defined.ts'
import type { TodayPeriod, TodayView } from '../../../operations/day/today-views.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { foreign, type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { queryOf } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { sectionName } from '../../layout/section.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import type { Reader } from '../../reader.ts'

const mostSources = 20

type Item = { readonly label: Piece; readonly count?: number; readonly choice: TodayChoice; readonly isOn: boolean }

/** All choices of what is listed and in which order, as links that combine; its label says what is chosen. */
export function filterMenu(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const { facets, section, hidden } = view
  const [first, ...others] = activeChoices(view, reader)
  const label = html`${icon('filter')}<span>${first?.label ?? words.day.allNews}${others.length > 0 && html` +${words.number(others.length)}`}</span>${icon('chev')}`
  const group = (name: string, items: readonly Item[]) =>
    items.length > 1 && html`<p class="ph">${name}</p>${choiceSet(name, items, view, reader)}`
  const further = (mark: 'lang' | 'server', name: string, items: readonly Item[]) =>
    items.length > 1 &&
    html`<details class="further"><summary>${icon(mark)}${name}<span class="n">${items.find(({ isOn }) => isOn)?.label}</span></summary>${choiceSet(name, items, view, reader)}</details>`
  const content = html`${group(words.section, sections(view, reader))}${
    section !== undefined && muteButton({ kind: 'topic', target: section, label: sectionName(section, words) }, reader)
  }${facets.sections.length > 0 && group(words.day.order, orders(view, reader))}${group(words.day.period, periods(view, reader))}${group(words.day.show, shows(view, reader))}${
    hidden && html`<p class="small hidden-line">${hidden.counts.map(({ label }) => label).join(', ')}</p>`
  }<hr>${further('lang', words.language, languages(view, reader))}${further('server', words.sources, sources(view, reader))}${
    reader.identity?.role !== 'guest' &&
    html`<a href="/settings/ranking">${icon('gear')}${words.ownBrief.ranking.link}</a>`
  }${feedLink(feedOf(view), reader, icon('feeds'))}`
  return menu(content, { label, isAtEnd: true, also: 'sift' })
}

/** The feed of what a day's page lists. */
export function feedOf({ section }: TodayView) {
  return section === undefined
    ? ({ kind: 'today', target: '' } as const)
    : ({ kind: 'section', target: section } as const)
}

function periodName(period: TodayPeriod, view: TodayView, { words }: Reader): string {
  return period === 'hours' ? words.day.lastHours(view.recentHours) : words.day.periods[period]
}

function periods(view: TodayView, reader: Reader): readonly Item[] {
  const week = { value: 'week', label: 'week', count: undefined } as const
  return [...view.facets.periods, week].map(({ value, count }) => ({
    label: periodName(value, view, reader),
    ...defined({ count: value === 'day' ? undefined : count }),
    choice: { period: value === 'day' ? undefined : value },
    isOn: view.period === value,
  }))
}

function orders(view: TodayView, { words }: Reader): readonly Item[] {
  const { isBySection, isByTime } = view
  return [
    { label: words.day.byRank, choice: { view: undefined }, isOn: !isBySection && !isByTime },
    { label: words.day.bySection, choice: { view: 'sections' }, isOn: isBySection },
    { label: words.day.byTime, choice: { view: 'newest' }, isOn: isByTime === true },
  ]
}

function shows(view: TodayView, reader: Reader): readonly Item[] {
  const { words } = reader
  const { hidden, isUnreadOnly, isConfirmedOnly } = view
  return [
    { label: words.shows.all, choice: { show: undefined }, isOn: !isUnreadOnly && !isConfirmedOnly },
    ...(reader.identity?.role === 'guest'
      ? []
      : [{ label: words.shows.unread, choice: { show: 'unread' }, isOn: isUnreadOnly === true } as const]),
    { label: words.day.confirmed, choice: { show: 'confirmed' }, isOn: isConfirmedOnly === true },
    ...(hidden
      ? [
          {
            label: words.day.muted,
            count: hidden.total,
            choice: { muted: hidden.isShown ? undefined : 'show' },
            isOn: hidden.isShown,
          } as const,
        ]
      : []),
  ]
}

function sections(view: TodayView, { words }: Reader): readonly Item[] {
  const { facets, section } = view
  return itemsOf('section', section, facets.sections, facets.all.sections, words.shows.all, (value) =>
    sectionName(value, words),
  )
}

function languages(view: TodayView, { words }: Reader): readonly Item[] {
  const { facets, language } = view
  return itemsOf('language', language, facets.languages, facets.all.languages, words.shows.all, (value) =>
    languageName(value, words.locale),
  )
}

function sources(view: TodayView, { words }: Reader): readonly Item[] {
  const { facets, source } = view
  const shown = facets.sources.filter(({ value }, index) => index < mostSources || value === source?.id)
  return itemsOf('source', source?.id, shown, facets.all.sources, words.shows.all, (value) =>
    value === source?.id ? source.name : (shown.find((facet) => facet.value === value)?.label ?? value),
  )
}

/** `All`, then each value; the chosen one is there even when it has no stories. Empty where there is no choice. */
function itemsOf(
  name: 'section' | 'language' | 'source',
  chosen: string | undefined,
  facets: readonly { readonly value: string; readonly count: number }[],
  allCount: number,
  all: string,
  nameOf: (value: string) => string,
): readonly Item[] {
  if (facets.length === 0 && chosen === undefined) return []
  const isListed = chosen === undefined || facets.some(({ value }) => value === chosen)
  const values = isListed ? facets : [{ value: chosen, count: 0 }, ...facets]
  if (values.length === 1 && chosen === undefined) return []
  return [
    { label: all, count: allCount, choice: { [name]: undefined }, isOn: chosen === undefined },
    ...values.map(({ value, count }) => ({
      label: foreign(nameOf(value)),
      count,
      choice: { [name]: value },
      isOn: value === chosen,
    })),
  ]
}

function choiceSet(name: string, items: readonly Item[], view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  return html`<p class="set" role="group" aria-label="${name}">${items.map(
    ({ label, count, choice, isOn }) =>
      html`<a href="${todayPath(view, path, choice)}"${isOn && html` aria-current="true"`}>${label}${count !== undefined && html` ${words.number(count)}`}</a>`,
  )}</p>`
}

/** What is chosen, each with the choice that takes it back. */
export function activeChoices(
  view: TodayView,
  reader: Reader,
): readonly { readonly label: Piece; readonly choice: TodayChoice }[] {
  const { words } = reader
  const { period, section, language, source, isBySection, isByTime, isUnreadOnly, isConfirmedOnly } = view
  return [
    ...(section === undefined ? [] : [{ label: foreign(sectionName(section, words)), choice: { section: undefined } }]),
    ...(source === undefined ? [] : [{ label: foreign(source.name), choice: { source: undefined } }]),
    ...(language === undefined
      ? []
      : [{ label: foreign(languageName(language, words.locale)), choice: { language: undefined } }]),
    ...(period === 'day' ? [] : [{ label: periodName(period, view, reader), choice: { period: undefined } }]),
    ...(isUnreadOnly ? [{ label: words.shows.unread, choice: { show: undefined } }] : []),
    ...(isConfirmedOnly ? [{ label: words.day.confirmed, choice: { show: undefined } }] : []),
    ...(isBySection ? [{ label: words.day.bySection, choice: { view: undefined } }] : []),
    ...(isByTime ? [{ label: words.day.byTime, choice: { view: undefined } }] : []),
  ]
}

/** The choices in the URL of Today; absent means everything. */
export type TodayChoice = {
  readonly period?: string | undefined
  readonly section?: string | undefined
  readonly language?: string | undefined
  readonly source?: string | undefined
  readonly view?: 'sections' | 'newest' | undefined
  readonly show?: 'unread' | 'confirmed' | undefined
  /** Shows muted stories this time. */
  readonly muted?: 'show' | undefined
  readonly page?: number | undefined
  /** The month in the calendar, `YYYY-MM`. */
  readonly month?: string | undefined
}

/** The choices of a view as in its URL, without page and month, which other choices reset. */
function choiceOf(view: TodayView): TodayChoice {
  return {
    period: view.period === 'day' ? undefined : view.period,
    section: view.section,
    language: view.language,
    source: view.source?.id,
    view: view.isBySection ? 'sections' : view.isByTime ? 'newest' : undefined,
    show: view.isUnreadOnly ? 'unread' : view.isConfirmedOnly ? 'confirmed' : undefined,
    muted: view.hidden?.isShown ? 'show' : undefined,
  }
}

/** The same page with nothing chosen. */
export function withoutChoices(path: string): string {
  return path.split('?')[0] ?? '/'
}

/** URL of the day shown, at the requested path (`/` or `/days/…`), with some choices changed. */
export function todayPath(view: TodayView, path: string, changes: TodayChoice = {}): string {
  return `${withoutChoices(path)}${queryOf({ ...choiceOf(view), ...changes })}`
}
