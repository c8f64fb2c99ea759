import type { ScoreParts } from '../../../core/ranking.ts'
import type { StoryCard, TodayView } from '../../../operations/day/today-views.ts'
import { newMark, storyChips } from '../../layout/badges.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { isolated } from '../../layout/plain-line.ts'
import { reportBar } from '../../layout/report-bar.ts'
import { sectionName } from '../../layout/section.ts'
import { thumb } from '../../layout/thumb.ts'
import { relative, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { todayPath, withoutChoices } from './today-filters.ts'

/** So many stories of a day have a sentence and a picture; those below have two lines. */
const inFull = 20
const [outletsShown, fewOutlets] = [8, 5]

/** The stories of one page in order: the first large, two beside each other, then rows. What is new since the last visit has a dot. */
export function todayList(view: TodayView, reader: Reader): Html {
  const { stories, skipped, page, pageCount } = view
  const [lead, ...others] = page === 1 ? stories : []
  const pair = others.length > 1 ? others.slice(0, 2) : []
  const before = page === 1 ? Math.min(1, stories.length) + pair.length : 0
  const rows = stories.slice(before)
  return html`${lead && leadStory(lead, reader)}${pair.length > 0 && html`<div class="pair">${pair.map((card) => pairStory(card, reader))}</div>`}
${rows.length > 0 && html`<ul class="rows">${rows.map((card, index) => row(card, reader, skipped + before + index < inFull))}</ul>`}${pageCount > 1 && pages(view, reader)}`
}

function leadStory(card: StoryCard, reader: Reader): Html {
  return html`<article class="lead${card.isRead && html` read`}" data-item>${thumb(card.picture, 'lead', reader, { href: storyPath(card.id), isLazy: false })}
${chips(card, reader)}
${headline(card, reader)}
${sentence(card, reader, 'dek')}
${meta(card, reader, true)}</article>
`
}

function pairStory(card: StoryCard, reader: Reader): Html {
  return html`<article${card.isRead && html` class="read"`} data-item>${thumb(card.picture, 'wide', reader, { href: storyPath(card.id) })}${chips(card, reader)}${headline(card, reader)}${sentence(card, reader, 'x')}${meta(card, reader)}</article>
`
}

/** The picture comes first, though it stands at the end: a row that is still arriving has the columns it will have. */
function row(card: StoryCard, reader: Reader, isFull: boolean): Html {
  return html`<li${card.isRead && html` class="read"`} data-item>${isFull && thumb(card.picture, 'row', reader, { href: storyPath(card.id) })}${chips(card, reader)}${headline(card, reader)}${
    isFull && sentence(card, reader, 'x', true)
  }${meta(card, reader)}</li>
`
}

/** Section, time, whether it is read, and what distinguishes it. */
function chips(card: StoryCard, reader: Reader, hasSection = true): Html {
  const { words, path } = reader
  const name = hasSection && card.section !== undefined ? card.section : undefined
  return html`<p class="chips">${
    name !== undefined &&
    html`<a class="kick" href="${withoutChoices(path)}?section=${encodeURIComponent(name)}">${foreign(sectionName(name, words))}</a>`
  }${shortWhen(card.lastAt, reader)}${card.isRead && html`<span class="rd1">${icon('check')}${words.day.read}</span>`}${storyChips(card.badges, reader)}</p>`
}

function headline(card: StoryCard, reader: Reader, level: 'h2' | 'h3' = 'h2'): Html {
  const link = html`${newMark(card, reader)}<a href="${storyPath(card.id)}" data-open><bdi>${card.title}</bdi></a>`
  const attributes = languageAttributes(card.language)
  return level === 'h2' ? html`<h2${attributes}>${link}</h2>` : html`<h3${attributes}>${link}</h3>`
}

/** The sentence under a headline, word for word; in a row without the clauses it has no room for, which the link opens. */
function sentence({ line, language }: StoryCard, reader: Reader, look: 'dek' | 'x', isShort = false): Html {
  if (!line) return html``
  const { citation, document, cutAt } = line
  const text = isShort && cutAt !== undefined ? `${citation.exact.slice(0, cutAt)}…` : citation.exact
  return html`<p class="${look}"${languageAttributes(document.language ?? language)}><bdi>${text}</bdi> ${citationLink(citation, { [document.documentId]: document }, reader)}</p>`
}

/** `4 independent · 5 articles`, the bar that proves it, and the outlets. `isLong`: with more words, where there is room. */
export function counts(card: Counted, reader: Reader, isLong = false): Html {
  const { words } = reader
  const { reportCount, articleCount, groups, sameTextCount = 0 } = card
  if (articleCount === 1)
    return html`${reportBar(groups)}<span><b>${words.badges['one source only']}</b></span>${marks(card, reader)}`
  const independent = isLong ? words.reports(reportCount) : words.day.independent(reportCount)
  return html`${reportBar(groups)}<span><b>${independent}</b> · ${words.articles(articleCount)}${
    isLong && sameTextCount > 1 && html`<span class="wide"> ${words.day.sameText(sameTextCount)}</span>`
  }</span>${marks(card, reader, isLong ? outletsShown : fewOutlets)}`
}

/** What a line of counts is made of. */
type Counted = Pick<StoryCard, 'reportCount' | 'articleCount' | 'groups' | 'sources'> & {
  readonly sameTextCount?: number
}

function marks({ sources }: Counted, reader: Reader, most = fewOutlets): Html {
  const names = sources.map(({ name }) => isolated(name)).join(reader.words.direction === 'rtl' ? '، ' : ', ')
  return html`<span class="favs" title="${names}">${sources.slice(0, most).map((source) => outletMark(source, reader))}<span class="sr">${names}</span></span>`
}

function meta(card: StoryCard, reader: Reader, isLong = false): Html {
  return html`<div class="meta">${counts(card, reader, isLong)}${storyMenu(card, reader)}</div>`
}

/** The list by section: of each the first story, then headlines, and a link to all of them. */
export function todaySections(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  return html`<div class="secs">${view.bySection.map(({ section: name, storyCount, stories }, index) => {
    const [first, ...others] = stories
    const title = name === undefined ? words.day.noSection : sectionName(name, words)
    const id = `section-${index + 1}`
    return html`<section id="${id}" aria-labelledby="${id}-h"><h2 class="hd" id="${id}-h">${foreign(title)} <span class="n">${words.number(storyCount)}</span></h2>
${first && html`<article data-item${first.isRead && html` class="read"`}>${thumb(first.picture, 'card', reader, { href: storyPath(first.id) })}${chips(first, reader, false)}${headline(first, reader, 'h3')}${sentence(first, reader, 'x')}${meta(first, reader)}</article>`}
${others.length > 0 && html`<div class="after">${others.map((card) => shortStory(card, reader))}</div>`}
${
  name !== undefined &&
  storyCount > stories.length &&
  html`<p class="small"><a class="u" href="${todayPath(view, path, { section: name, view: undefined })}">${words.stories(storyCount)}<span class="sr">: ${title}</span></a></p>`
}</section>`
  })}</div>`
}

/** A story as a headline with one line of facts. */
export function shortStory(card: StoryCard, reader: Reader): Html {
  const { words } = reader
  const from =
    card.articleCount > 1 ? words.day.independent(card.reportCount) : card.outlets[0] && foreign(card.outlets[0])
  return html`<a href="${storyPath(card.id)}" data-item data-open><span${languageAttributes(card.language)}><bdi>${card.title}</bdi></span><small>${joined([from, shortWhen(card.lastAt, reader), card.isRead && words.day.read], ' · ')}</small></a>`
}

function pages(view: TodayView, reader: Reader): Html {
  const { words, path } = reader
  const { page, pageCount, skipped, stories, storyCount, asideCount } = view
  const listed = storyCount - asideCount
  const size = page < pageCount ? stories.length : skipped / Math.max(1, page - 1)
  const link = (other: number) =>
    words.day.rangeLink(words.number((other - 1) * size + 1), words.number(Math.min(other * size, listed)))
  const to = (other: number) => todayPath(view, path, { page: other === 1 ? undefined : other })
  return html`<nav class="pages acts" aria-label="${words.day.pages}">${page > 1 && html`<a class="btn" rel="prev" href="${to(page - 1)}">${icon('prev')}${link(page - 1)}</a>`}${page < pageCount && html`<a class="btn" rel="next" href="${to(page + 1)}">${link(page + 1)}${icon('next')}</a>`}</nav>`
}

/** What a reader can do with a story of a list without opening it: save, follow, mark as read, mute, and see why it has its rank. */
function storyMenu(card: StoryCard, reader: Reader): Html {
  const { words } = reader
  const { id: target, title, isRead } = card
  const { mine } = words
  const isFollowed = card.isFollowed === true
  const isSaved = card.isSaved === true
  const toggle = (
    kind: 'star' | 'follow',
    mark: 'save' | 'heart',
    isOn: boolean,
    [add, remove]: readonly [string, string],
    [doIt, undoIt]: readonly [string, string],
    [done, undone]: readonly [string, string],
  ) =>
    buttonForm(reader, {
      action: isOn ? remove : add,
      fields: kind === 'star' ? { kind: 'story', target } : { kind: 'story', target, label: title },
      label: html`${icon(mark)}<span data-label>${isOn ? undoIt : doIt}</span>`,
      attributes: html` data-kind="${kind}" data-undo="${isOn ? add : remove}" data-other="${isOn ? doIt : undoIt}" data-said="${isOn ? undone : done}" data-said-other="${isOn ? done : undone}"`,
    })
  const marks = html`${toggle('star', 'save', isSaved, ['/save', '/unsave'], [words.save, mine.unsave], [mine.saved, mine.unsaved])}${toggle('follow', 'heart', isFollowed, ['/follow', '/unfollow'], [mine.follow, mine.unfollow], [mine.followed, mine.unfollowed])}${buttonForm(
    reader,
    {
      action: '/stories/read',
      fields: { story: target, read: isRead ? '0' : '1' },
      label: html`${icon('check')}<span data-label>${isRead ? words.markUnread : words.markRead}</span>`,
      attributes: html` data-kind="read" data-undo="/stories/read?read=${isRead ? '1' : '0'}" data-other="${isRead ? words.markRead : words.markUnread}" data-said="${isRead ? words.markedUnread : words.markedRead}" data-said-other="${isRead ? words.markedRead : words.markedUnread}"`,
    },
  )}${buttonForm(reader, {
    action: '/mute',
    fields: { kind: 'story', target, label: title, period: 'always' },
    label: html`${icon('mute')}${mine.mute}`,
    attributes: html` data-kind="mute" data-undo="/unmute" data-said="${mine.muted}"`,
  })}`
  return menu(html`${mayMark(reader) && marks}${rank(card, reader)}`, {
    name: `${words.frame.more}${words.colon}${title}`,
    isAtEnd: true,
  })
}

function rank({ place }: StoryCard, reader: Reader): Html {
  const { words } = reader
  if (!place) return html``
  const newest = relative(place.newestAt, reader)
  const parts = place.parts ? ` ${sharesOf(place.parts, reader)}` : ''
  return html`<details class="further"><summary>${icon('filter')}${words.day.whyRank}</summary><p class="small">${words.reports(place.reports)}${newest && ` · ${newest}`}.${parts}</p></details>`
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
