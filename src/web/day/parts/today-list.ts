import type { StoryCard, TodayView } from '../../../operations/day/today-views.ts'
import { badges, newMark } from '../../layout/badges.ts'
import { type Html, html, listed } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { sectionName } from '../../layout/section-name.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { storyRow } from '../../stories/parts/story-row.ts'
import { chosenFilters } from './today-filters.ts'
import { todayPath } from './today-path.ts'

const outletsShown = 5

/** One story in two lines: its reports, headline, and outlets. For the many stories below the first ones. */
function denseRow(card: StoryCard, reader: Reader, level: 'h2' | 'h3' = 'h2'): Html {
  const { words } = reader
  const path = storyPath(card.id)
  const independent = words.independentOf(card.reportCount, card.articleCount)
  const outlets = [
    ...card.outlets.slice(0, outletsShown).map((outlet) => foreign(outlet)),
    card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
  ]
  const attributes = languageAttributes(card.language)
  const title = html`${newMark(card, reader)}<a href="${path}" data-open>${card.title}</a>`
  const marks = card.badges.filter((badge) => badge === 'changed' || badge === 'differs')
  return html`<article class="row dense" data-item>
<p class="n" title="${independent}"><span aria-hidden="true">${words.number(card.reportCount)} <small>${words.ofTotal(card.articleCount)}</small></span><span class="sr">${independent}</span></p>
<div>${level === 'h2' ? html`<h2${attributes}>${title}</h2>` : html`<h3${attributes}>${title}</h3>`}
<p class="more">${listed(outlets, reader)} ${badges(marks, reader)}</p></div>
<p class="side">${shortWhen(card.lastAt, reader)}</p>
</article>
`
}

/** So many stories after the lead are shown in full on the first page; all others in two lines. */
const inFull = 10

/** The stories of one page in order, with a divider at the reader's last visit, then a link to the next page or the end. */
export function todayList(view: TodayView, reader: Reader): Html {
  const { stories, skipped, newCount } = view
  return html`${stories.map((card, index) => {
    const place = skipped + index
    const row = place < inFull ? storyRow(card, reader, place === 0) : denseRow(card, reader)
    return html`${divider(place)}${row}`
  })}${view.page < view.pageCount || view.page > 1 ? pages(view, reader) : ''}${view.page === view.pageCount && end(view, reader)}`

  function divider(place: number): Html | string {
    if (newCount === 0 || view.visitedAt === undefined) return ''
    const { newSince, knownSince } = reader.words.day
    const text = place === 0 ? newSince : place === newCount ? knownSince : undefined
    if (text === undefined) return ''
    return html`<p class="divider${place > 0 && ' known'}"><span>${text}</span> ${shortWhen(view.visitedAt, reader)}${place === 0 && html` <span class="n">${reader.words.stories(newCount)}</span>`}</p>`
  }
}

/** The list by section: the first stories of each, and a link to all of them. */
export function todaySections(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  return html`${view.bySection.map(({ section: name, storyCount, stories }, index) =>
    section(
      `section-${index + 1}`,
      name === undefined ? words.day.noSection : foreign(sectionName(name, words)),
      html`${stories.map((card) => denseRow(card, reader, 'h3'))}${
        name !== undefined &&
        storyCount > stories.length &&
        html`<p class="small"><a href="${todayPath(view, path, { section: name, view: undefined })}">${words.day.allStories(storyCount)}<span class="sr">: ${sectionName(name, words)}</span></a></p>`
      }`,
      storyCount,
    ),
  )}${end(view, reader)}`
}

function end(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const isChosen = chosenFilters(view, reader).length > 0
  const count = words.stories(view.storyCount)
  return html`<p class="end">${isChosen ? words.day.seenChosenAll(count) : words.seenAll(count)}${
    isChosen &&
    html` <a href="${todayPath(view, reader.path, { period: undefined, section: undefined, language: undefined, source: undefined })}">${words.day.backToDay}</a>`
  }</p>`
}

function pages(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const { page, pageCount, skipped, stories, storyCount } = view
  const size = page < pageCount ? stories.length : skipped / Math.max(1, page - 1)
  const [back, on] = words.direction === 'rtl' ? ['→', '←'] : ['←', '→']
  const link = (other: number) =>
    words.day.rangeLink(words.number((other - 1) * size + 1), words.number(Math.min(other * size, storyCount)))
  const to = (other: number) => todayPath(view, path, { page: other === 1 ? undefined : other })
  return html`<nav class="pages" aria-label="${words.day.pages}">
<p>${words.day.range(words.number(skipped + 1), words.number(skipped + stories.length), words.number(storyCount))}</p>
${page > 1 && html`<a class="btn ghost" rel="prev" href="${to(page - 1)}">${back} ${link(page - 1)}</a>`}
${page < pageCount && html`<a class="btn" rel="next" href="${to(page + 1)}">${link(page + 1)} ${on}</a>`}
</nav>`
}
