import { defined } from '../../../core/defined.ts'
import type { Facet, TodayView } from '../../../operations/day/today-views.ts'
import { foreign, type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import { sectionName } from '../../layout/section.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import type { Reader } from '../../reader.ts'

/** Sections and sources that are visible at once; the others are a click away. */
const inSight = 9
const mostSources = 20

type Item = { readonly label: Piece; readonly count?: number; readonly choice: TodayChoice; readonly isOn: boolean }

/** The filters: period, order and section visible, language and source behind a click. All are links that combine. */
export function todayFilters(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const { facets } = view
  const sections = facets.sections.length > 1 || view.section !== undefined || view.isBySection
  const further = [
    facets.languages.length > 1 || view.language !== undefined ? languages(view, reader) : undefined,
    facets.sources.length > 1 || view.source !== undefined ? sources(view, reader) : undefined,
  ].filter((list) => list !== undefined)
  if (facets.periods.length < 2 && !sections && further.length === 0) return html``
  return html`<nav class="filters" aria-label="${words.day.choices}">
<div>${choiceList(words.day.period, periods(view, reader), view, reader)}${sections && choiceList(words.day.order, orders(view, reader), view, reader)}</div>
${sections && sectionChoices(view, reader)}
${
  further.length > 0 &&
  html`<details${(view.language ?? view.source) && html` open`}><summary>${words.day.moreChoices}</summary>
${further}</details>`
}
</nav>`
}

function periods(view: TodayView, { words }: Reader): readonly Item[] {
  const week = { value: 'week', label: 'week', count: undefined } as const
  return [...view.facets.periods, week].map(({ value, count }) => ({
    label: value === 'hours' ? words.day.lastHours(view.recentHours) : words.day.periods[value],
    ...defined({ count }),
    choice: { period: value === 'day' ? undefined : value },
    isOn: view.period === value,
  }))
}

function orders(view: TodayView, { words }: Reader): readonly Item[] {
  return [
    { label: words.day.byWeight, choice: { view: undefined }, isOn: !view.isBySection },
    { label: words.day.bySection, choice: { view: 'sections' }, isOn: view.isBySection },
  ]
}

function sectionChoices(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const { facets, section } = view
  const items = facets.sections.map(
    (facet): Item => ({
      ...shownAs({ ...facet, label: sectionName(facet.label, words) }),
      choice: { section: facet.value },
      isOn: section === facet.value,
    }),
  )
  const all = { label: words.day.all, count: facets.all.sections, choice: { section: undefined }, isOn: !section }
  // The chosen one is always visible, even when it has no stories.
  const first = items.filter(({ isOn }, index) => isOn || index < inSight)
  const chosen =
    section !== undefined && !items.some(({ isOn }) => isOn)
      ? [chosenNone(sectionName(section, words), { section })]
      : []
  const rest = items.filter((item) => !first.includes(item))
  return html`${choiceList(words.section, [all, ...chosen, ...first], view, reader)}${
    section !== undefined && muteButton({ kind: 'topic', target: section, label: sectionName(section, words) }, reader)
  }
${
  rest.length > 0 &&
  html`<details><summary>${words.more(rest.length)}<span class="sr">: ${words.section}</span></summary>
${choiceList(words.section, rest, view, reader)}</details>`
}`
}

function languages(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const { facets, language } = view
  const items = facets.languages.map(
    (facet): Item => ({
      label: languageName(facet.value, words.locale),
      count: facet.count,
      choice: { language: facet.value },
      isOn: language === facet.value,
    }),
  )
  const chosen =
    language !== undefined && !items.some(({ isOn }) => isOn)
      ? [chosenNone(languageName(language, words.locale), { language })]
      : []
  const all = {
    label: words.everyLanguage,
    count: facets.all.languages,
    choice: { language: undefined },
    isOn: !language,
  }
  return choiceList(words.language, [all, ...chosen, ...items], view, reader)
}

function sources(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const { facets, source } = view
  const items = facets.sources
    .filter(({ value }, index) => index < mostSources || value === source?.id)
    .map(
      (facet): Item => ({
        ...shownAs(facet),
        choice: { source: facet.value },
        isOn: source?.id === facet.value,
      }),
    )
  const chosen = source && !items.some(({ isOn }) => isOn) ? [chosenNone(source.name, { source: source.id })] : []
  const all = { label: words.day.everySource, count: facets.all.sources, choice: { source: undefined }, isOn: !source }
  return choiceList(words.sources, [all, ...chosen, ...items], view, reader)
}

function shownAs({ label, count }: Facet): Pick<Item, 'label' | 'count'> & { readonly count: number } {
  return { label: foreign(label), count }
}

function chosenNone(label: string, choice: TodayChoice): Item {
  return { label: foreign(label), count: 0, choice, isOn: true }
}

function choiceList(name: string, items: readonly Item[], view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  return html`<ul aria-label="${name}">${items.map(
    ({ label, count, choice, isOn }) =>
      html`<li><a href="${todayPath(view, path, choice)}"${isOn && html` aria-current="true"`}>${label}${count !== undefined && html` <span class="n">${words.number(count)}</span>`}</a></li>`,
  )}</ul>`
}

/** What is chosen, each with the URL without it. */
export function chosenFilters(view: TodayView, { words }: Reader) {
  const { period, section, language, source, facets } = view
  const all: readonly { readonly label: string; readonly choice: TodayChoice; readonly count: number | undefined }[] = [
    ...(period === 'day'
      ? []
      : [
          {
            label: period === 'hours' ? words.day.lastHours(view.recentHours) : words.day.periods[period],
            choice: { period: undefined },
            count: undefined,
          },
        ]),
    ...(section === undefined
      ? []
      : [{ label: sectionName(section, words), choice: { section: undefined }, count: facets.all.sections }]),
    ...(language === undefined
      ? []
      : [
          {
            label: languageName(language, words.locale),
            choice: { language: undefined },
            count: facets.all.languages,
          },
        ]),
    ...(source === undefined ? [] : [{ label: source.name, choice: { source: undefined }, count: facets.all.sources }]),
  ]
  return all
}

/** What is chosen as a row of links that remove it. */
export function chosenChips(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const chosen = chosenFilters(view, reader)
  if (chosen.length === 0) return html``
  return html`<ul class="chips" aria-label="${words.day.chosen}">${chosen.map(
    ({ label, choice }) =>
      html`<li><a href="${todayPath(view, path, choice)}"><span class="sr">${words.day.removeThis('')}</span>${foreign(label)} <span aria-hidden="true">×</span></a></li>`,
  )}${
    chosen.length > 1 &&
    html`<li><a class="plain" href="${todayPath(view, path, { period: undefined, section: undefined, language: undefined, source: undefined })}">${words.showEverything}</a></li>`
  }</ul>`
}

/** The choices in the URL of Today; absent means everything. */
export type TodayChoice = {
  readonly period?: string | undefined
  readonly section?: string | undefined
  readonly language?: string | undefined
  readonly source?: string | undefined
  readonly view?: 'sections' | undefined
  /** Shows muted stories this time. */
  readonly muted?: 'show' | undefined
  readonly page?: number | undefined
}

/** The choices of a view as in its URL, without the page, since every other choice begins at the first. */
function choiceOf(view: TodayView): TodayChoice {
  return {
    period: view.period === 'day' ? undefined : view.period,
    section: view.section,
    language: view.language,
    source: view.source?.id,
    view: view.isBySection ? 'sections' : undefined,
    muted: view.hidden?.isShown ? 'show' : undefined,
  }
}

/** URL of the day shown, at the requested path (`/` or `/days/…`), with some choices changed. */
export function todayPath(view: TodayView, path: string, changes: TodayChoice = {}): string {
  const base = path.split('?')[0] ?? '/'
  return `${base}${queryOf({ ...choiceOf(view), ...changes })}`
}
