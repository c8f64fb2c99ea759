import type { PollMark, SourcePageView, SourceRowView } from '../../../operations/feeds/source-views.ts'
import { articleRow } from '../../articles/parts/article-row.ts'
import { bar } from '../../layout/badges.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath, hostOf, outLink } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import type { Reader } from '../../reader.ts'
import { isFailing, type SourceChoice } from '../../stories/parts/arrange-sources.ts'
import { lengthOf, numbers, sideOf, tenths } from '../../stories/parts/plot-parts.ts'
import { feedHealth } from '../parts/feed-health.ts'
import { feedLink } from '../parts/feed-links.ts'
import {
  copySection,
  editSection,
  ownTextSection,
  quotedSection,
  speedSection,
  subjectSection,
} from '../parts/source-report.ts'
import { minutesApart, sourceTable } from '../parts/source-table.ts'

const mostPolls = 48
const tall = 26

/**
 * The last polls of a feed, newest last: a column as high as its number of new entries, a short line for none, a cross for a failure; and
 * the same in a folded table. Empty before the first poll.
 */
export function pollLine(polls: readonly PollMark[], reader: Reader): Html {
  if (polls.length === 0) return html``
  const { outlets } = reader.words
  const counts = polls.filter((mark) => typeof mark === 'number')
  const withNew = counts.filter((count) => count > 0).length
  const failed = polls.filter((mark) => mark === 'failed').length
  const text = outlets.pollsText(polls.length, withNew, failed)
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
  return html`<figure class="plot polls">
<svg width="100%" height="${tall}" role="img" aria-label="${outlets.polls}: ${text}">${marks}</svg>
<figcaption>${text}</figcaption>${numbers(
    reader,
    [outlets.poll, outlets.outcome],
    polls.toReversed().map((mark, index) => [reader.words.number(index + 1), outcomeOf(mark, reader)]),
    outlets.polls,
  )}</figure>
`
}

function outcomeOf(mark: PollMark, { words }: Reader): string {
  if (mark === 'failed') return words.outlets.failed
  return mark === 'unchanged' || mark === 0 ? words.outlets.nothingNew : words.outlets.newEntries(mark)
}

/** An outlet: its share of original text, its speed, whom it copies and quotes, and the health of its feeds. */
export function sourcePage(view: SourcePageView, reader: Reader): string {
  const { words } = reader
  const { id, name, isFollowed } = view
  const body = html`<div class="cols"><div>
<h1>${foreign(name)}</h1>
<p class="facts">${outLink(view.homeUrl, foreign(hostOf(view.homeUrl)))}</p>${view.family && html`<p class="note">${words.family(view.family)}</p>`}
<div class="actions">${followButton({ kind: 'source', target: id, label: name, isFollowed }, reader)}${muteButton({ kind: 'source', target: id, label: name, isMuted: view.isMuted === true }, reader)}${feedLink({ kind: 'source', target: id }, reader)}</div>
${isFailing(view) && html`<p class="bad"><a class="bad" href="#health">${words.outlets.failing(1)}</a></p>`}
${measures(view, reader)}
${speedSection(view, reader)}
${ownTextSection(view, reader)}
${quotedSection(view, reader)}
${editSection(view, reader)}
${view.entries.length > 0 && section('latest', words.latest, html`${view.entries.map((entry) => articleRow(entry, reader, { level: 'h3' }))}`)}
</div><aside aria-label="${words.health}">${healthSection(view, reader)}
${copySection(view, reader)}
${subjectSection(view, reader)}</aside></div>
`
  return layout(reader, { title: name, place: 'sources', feed: { kind: 'source', target: id }, body })
}

function healthSection({ feeds, report }: SourcePageView, reader: Reader): Html {
  return section(
    'health',
    reader.words.health,
    html`${feeds.map(
      (feed) => html`<div class="health">
<h3><a href="${articleListPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></h3>${feedHealth(feed, reader)}${pollLine(report.polls[feed.id] ?? [], reader)}
</div>`,
    )}`,
  )
}

function measures(view: SourcePageView, reader: Reader): Html {
  const { words } = reader
  const { storyCount, firstCount, behindMinutes } = view.report.speed
  const behind = behindMinutes[Math.floor((behindMinutes.length - 1) / 2)]
  return html`<dl class="measures">${
    view.ownShare !== undefined &&
    html`<div>
<dt>${words.ownText}</dt>
<dd><b>${words.percent(view.ownShare)}</b>${bar(view.ownShare)}
<small>${words.ownTextNote}</small></dd>
</div>`
  }${
    storyCount > 0 &&
    html`<div>
<dt>${words.hadFirst}</dt>
<dd><b>${words.number(firstCount)}</b>${bar(firstCount / storyCount)}
<small>${words.hadFirstOf(firstCount, storyCount)}</small></dd>
</div>`
  }${
    behind !== undefined &&
    html`<div>
<dt>${words.outlets.behind}</dt>
<dd><b>${minutesApart(behind, reader)}</b>
<small>${words.outlets.medianOf(words.stories(behindMinutes.length))}</small></dd>
</div>`
  }
<div>
<dt>${words.editedLater}</dt>
<dd><b>${words.number(view.editedCount)}</b>${bar(view.editedCount / Math.max(1, view.articleCount))}
<small>${words.articles(view.articleCount)}</small></dd>
</div>
</dl>`
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
      ? html`<div class="empty">
<h1>${words.noSources}</h1>
<p><a class="btn" href="/add">${words.addTitle}</a></p>
</div>`
      : html`<h1>${words.sources}</h1>
${sourceTable(views, choice, reader)}`
  return layout(reader, { title: words.sources, place: 'sources', body: html`${body}\n` })
}
