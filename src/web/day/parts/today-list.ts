import type { ScoreParts } from '../../../core/ranking.ts'
import type { StoryCard, TodayView } from '../../../operations/day/today-views.ts'
import { badges, bar, newMark } from '../../layout/badges.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes, listed } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import { section, sectionName } from '../../layout/section.ts'
import { brief, relative, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { chosenFilters, todayPath } from './today-filters.ts'

const oneLineOutlets = 5

/** One story in two lines: its reports, headline, and outlets. For the many stories below the first ones. */
function denseRow(card: StoryCard, reader: Reader, level: 'h2' | 'h3' = 'h2'): Html {
  const { words } = reader
  const path = storyPath(card.id)
  const independent = words.independentOf(card.reportCount, card.articleCount)
  const outlets = [
    ...card.outlets.slice(0, oneLineOutlets).map((outlet) => foreign(outlet)),
    card.outlets.length > oneLineOutlets && words.more(card.outlets.length - oneLineOutlets),
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

const outletsShown = 6

/** One story of a list: independent reports of all articles, headline, one cited line, outlets. */
export function storyRow(card: StoryCard, reader: Reader, isLead = false): Html {
  const { words } = reader
  const path = storyPath(card.id)
  const more = joined(
    [
      ...card.outlets
        .slice(0, outletsShown)
        .map((outlet, index) => (index === 0 ? html`<b>${foreign(outlet)}</b>` : foreign(outlet))),
      card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
      card.copyCount > 0 && html`<a href="${path}#origins">${words.copies(card.copyCount)}</a>`,
      card.differenceCount > 0 && html`<a href="${path}#differ">${words.differences(card.differenceCount)}</a>`,
      card.quoteCount > 0 && html`<a href="${path}#said">${words.quotes(card.quoteCount)}</a>`,
    ],
    ' · ',
  )
  const independent = words.independentOf(card.reportCount, card.articleCount)
  return html`<article class="row${isLead && ' lead'}" data-item>
<p class="n" title="${independent}"><span aria-hidden="true">${words.number(card.reportCount)}
<small>${words.ofTotal(card.articleCount)}</small>
${bar(card.reportCount / Math.max(1, card.articleCount))}</span><span class="sr">${independent}</span></p>
<div class="body">
<h2${languageAttributes(card.language)}>${newMark(card, reader)}<a href="${path}" data-open>${card.title}</a></h2>
${card.line && citedLine(card.line, card.language, reader)}
<p class="more">${more}</p>${card.place && placeOf(card, card.place, reader)}
</div>
<p class="side">${badges(card.badges, reader)}${shortWhen(card.lastAt, reader)}</p>
</article>
`
}

/** Why the story has its rank: everything that depends on. */
function placeOf({ title }: StoryCard, place: NonNullable<StoryCard['place']>, reader: Reader): Html {
  const words = reader.words.since
  const newest = relative(place.newestAt, reader) ?? brief(place.newestAt, reader)
  const recent = place.recent > 0 ? words.newInHours(place.recent, place.hours) : undefined
  const text = words.place(reader.words.reports(place.reports), newest, recent)
  return html`<details class="place"><summary>${words.whyHere}<span class="sr">: ${title}</span></summary>
<p>${text}${place.isFollowed && ` · ${words.followed}`}. ${words.order}${place.parts && html` ${sharesOf(place.parts, reader)}`}${reader.identity?.role !== 'guest' && html` <a href="/settings/ranking">${reader.words.ownBrief.ranking.link}</a>`}</p></details>`
}

function citedLine({ citation, document }: NonNullable<StoryCard['line']>, language: string, reader: Reader): Html {
  return html`<p class="line"${languageAttributes(document.language ?? language)}>${citation.exact}
${citationLink(citation, { [document.documentId]: document }, reader)}</p>`
}

/** The parts of a story's rank, in words: `Of its weight: Independent reports 64%, …`. The shares add up to 100%. */
export function sharesOf(parts: ScoreParts, { words }: Reader): string {
  const { shares, factors, pulls } = words.ownBrief.ranking
  const named = (Object.entries(parts) as [keyof ScoreParts, number][]).filter(([, part]) => Math.abs(part) > 1e-9)
  const all = named.reduce((sum, [, part]) => sum + Math.abs(part), 0)
  if (all === 0) return ''
  const told = named
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, part]) => `${part < 0 ? pulls(factors[name]) : factors[name]} ${words.percent(Math.abs(part) / all)}`)
  return `${shares} ${told.join(words.direction === 'rtl' ? '، ' : ', ')}.`
}
