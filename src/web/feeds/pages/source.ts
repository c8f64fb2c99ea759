import type { PollMark, SourcePageView, SourceRowView } from '../../../operations/feeds/source-views.ts'
import { articleRow } from '../../articles/parts/article-row.ts'
import { marksIsland } from '../../articles/parts/entry-marks.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, hostOf, outLink, outletsPath, queryOf } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { section } from '../../layout/section.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import { watchLink } from '../../notify/parts/watch-link.ts'
import type { Reader } from '../../reader.ts'
import { isFailing, type SourceChoice } from '../../stories/parts/arrange-sources.ts'
import { lengthOf, sideOf, tenths } from '../../stories/parts/plot-parts.ts'
import { tablesLink } from '../../stories/parts/tables-link.ts'
import { feedHealth } from '../parts/feed-health.ts'
import { feedLink } from '../parts/feed-links.ts'
import { feedTrouble } from '../parts/feed-trouble.ts'
import {
  copySection,
  editSection,
  ownTextSection,
  quotedSection,
  speedSection,
  subjectSection,
} from '../parts/source-report.ts'
import { minutesApart, shareBar, sourceTable } from '../parts/source-table.ts'

const mostPolls = 48
const tall = 26

/**
 * The last polls of a feed, newest last: a column as high as its number of new entries, a short line for none, a cross for a failure.
 * Empty before the first poll.
 */
export function pollLine(polls: readonly PollMark[], reader: Reader): Html {
  if (polls.length === 0) return html``
  const counts = polls.filter((mark) => typeof mark === 'number')
  const withNew = counts.filter((count) => count > 0).length
  const failed = polls.filter((mark) => mark === 'failed').length
  const text = reader.words.outlets.pollsText(polls.length, withNew, failed)
  // The square root keeps one new entry visible beside a first poll with a hundred.
  const most = Math.sqrt(Math.max(1, ...counts))
  const side = sideOf(reader)
  const step = 1 / mostPolls
  const marks = polls.map((mark, index) => {
    const start = (mostPolls - polls.length + index) * step
    const x = side(start + step * 0.15, step * 0.7)
    if (mark === 'failed') return html`<rect class="failed" x="${x}" width="${lengthOf(step * 0.7)}" height="${tall}"/>`
    const height = typeof mark === 'number' && mark > 0 ? 3 + (Math.sqrt(mark) / most) * (tall - 3) : 1.5
    return html`<rect class="${height > 1.5 ? 'own' : 'idle'}" x="${x}" width="${lengthOf(step * 0.7)}" y="${tenths(tall - height)}" height="${tenths(height)}"/>`
  })
  return html`<figure class="plot polls"><svg width="100%" height="${tall}" aria-hidden="true">${marks}</svg><figcaption>${text}</figcaption></figure>
`
}

/** An outlet: its newest articles, its share of original text, how often it was first, whom it copies, and its feeds. */
export function sourcePage(view: SourcePageView, reader: Reader): string {
  const { words } = reader
  const { id, name, isFollowed } = view
  const thing = { kind: 'source', target: id, label: name } as const
  const body = html`<div class="crumb"><a class="kick" href="/sources">${words.sources}</a></div>
<header class="who big">${outletMark(view, reader)}<div><h1>${foreign(name)}</h1><p>${outLink(view.homeUrl, foreign(hostOf(view.homeUrl)))}</p></div></header>
${isFailing(view) && html`<p><a class="bad" href="#health">${words.outlets.failing(1)}</a></p>`}<div class="acts">${followButton({ ...thing, isFollowed }, reader)}${menu(html`${muteButton({ ...thing, isMuted: view.isMuted === true }, reader)}${watchLink(thing, reader)}${feedLink(thing, reader)}${mayMark(reader) && html`<a href="${outletsPath({ a: id })}">${words.outlets.compare.link}</a>`}${tablesLink({ source: id, name }, reader)}`, { name: words.frame.more })}</div>
${measures(view, reader)}
<div class="cols profile"><div>
${view.entries.length > 0 && section('latest', words.latest, marksIsland(html`<ul class="its">${view.entries.map((entry) => articleRow(entry, reader))}</ul>`, reader))}
${editSection(view, reader)}
</div><aside aria-label="${words.frame.places.feeds}">${healthSection(view, reader)}
${copySection(view, reader)}
${quotedSection(view, reader)}
${subjectSection(view, reader)}
<details><summary>${words.outlets.charts}</summary>${speedSection(view, reader)}${ownTextSection(view, reader)}</details></aside></div>
`
  return layout(reader, { title: name, place: 'sources', feed: { kind: 'source', target: id }, body })
}

/** Its feeds: whether they can be loaded, and if not what to do. */
function healthSection({ feeds, report }: SourcePageView, reader: Reader): Html {
  return section(
    'health',
    reader.words.frame.places.feeds,
    html`${feeds.map(
      (feed) => html`<div class="health">
<h3><a href="${articleListPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></h3>${feed.lastError || feed.isStopped ? feedTrouble(feed, reader) : feedHealth(feed, reader)}${pollLine(report.polls[feed.id] ?? [], reader)}
</div>`,
    )}`,
  )
}

/** The figures in one line, each only when it is known. */
function measures({ report, ownShare, editedCount, articleCount, family }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  const { storyCount, firstCount, behindMinutes } = report.speed
  const behind = behindMinutes[Math.floor((behindMinutes.length - 1) / 2)]
  return html`<dl class="measures"><div><dt>${words.articlesHeading}</dt><dd><b>${words.number(articleCount)}</b></dd></div>${
    ownShare !== undefined &&
    html`<div><dt>${words.own}</dt><dd><b>${words.percent(ownShare)}</b>${shareBar(ownShare)}</dd></div>`
  }${
    storyCount > 0 &&
    html`<div><dt>${words.hadFirst}</dt><dd><b>${words.outlets.firstOf(firstCount, storyCount)}</b></dd></div>`
  }${
    behind !== undefined &&
    html`<div><dt>${words.outlets.behind}</dt><dd><b>${minutesApart(behind, reader)}</b></dd></div>`
  }<div><dt>${words.quietlyEdited}</dt><dd><b>${words.number(editedCount)}</b></dd></div></dl>
<p class="note">${words.ownTextNote}${family !== undefined && html` <a href="/sources${queryOf({ family })}">${words.family(family)}</a>`}</p>`
}

/** All outlets with their figures, in one table. */
export function sourcesPage(
  views: readonly SourceRowView[],
  reader: Reader,
  choice: SourceChoice = { isReversed: false },
): string {
  const { words } = reader
  const body =
    views.length === 0
      ? html`<div class="empty"><h1>${words.noSources}</h1><p><a class="btn main" href="/add">${words.frame.places.add}</a></p></div>`
      : html`<header class="pagehead"><h1>${words.sources}</h1>${views.length > 1 && mayMark(reader) && html`<a class="go" href="${outletsPath({})}">${words.outlets.compare.title}</a>`}</header>
${sourceTable(views, choice, reader)}`
  return layout(reader, { title: words.sources, place: 'sources', body: html`${body}\n` })
}
