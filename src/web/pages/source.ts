import type { SourceView } from '../../operations/views.ts'
import { bar } from '../parts/bar.ts'
import { feedHealth } from '../parts/feed-health.ts'
import { type Html, html } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { hostOf, outLink, riverPath, sourcePath } from '../parts/links.ts'
import { riverRow } from '../parts/river-row.ts'
import { section } from '../parts/section.ts'
import type { Reader } from '../reader.ts'

/** An outlet: how much of its text is its own, how often it is first, how well its feeds can be read. */
export function sourcePage(view: SourceView, reader: Reader): string {
  const { words } = reader
  const body = html`<div class="cols"><div>
<h1>${foreign(view.name)}</h1>
<p class="facts">${outLink(view.homeUrl, foreign(hostOf(view.homeUrl)))}</p>${view.family && html`<p class="note">${words.family(view.family)}</p>`}
${measures(view, reader)}
${view.entries.length > 0 && section('latest', words.latest, html`${view.entries.map((entry) => riverRow(entry, reader, { level: 'h3' }))}`)}
</div><aside aria-label="${words.health}">${section(
    'health',
    words.health,
    html`${view.feeds.map(
      (feed) => html`<div class="health">
<h3><a href="${riverPath({ feedId: feed.id, show: 'all' })}">${foreign(feed.title)}</a></h3>${feedHealth(feed, reader)}
</div>`,
    )}`,
  )}</aside></div>
`
  return layout(reader, { title: view.name, place: 'sources', body })
}

function measures(view: SourceView, reader: Reader): Html {
  const { words } = reader
  return html`<dl class="measures">${
    view.ownShare !== undefined &&
    html`<div>
<dt>${words.ownText}</dt>
<dd><b>${words.percent(view.ownShare)}</b>${bar(view.ownShare)}
<small>${words.ownTextNote}</small></dd>
</div>`
  }
<div>
<dt>${words.hadFirst}</dt>
<dd><b>${words.number(view.firstCount)}</b>${bar(view.firstCount / Math.max(1, view.storyCount))}
<small>${words.hadFirstOf(view.firstCount, view.storyCount)}</small></dd>
</div>
<div>
<dt>${words.editedLater}</dt>
<dd><b>${words.number(view.editedCount)}</b>${bar(view.editedCount / Math.max(1, view.articleCount))}
<small>${words.articles(view.articleCount)}</small></dd>
</div>
</dl>`
}

/** All outlets with their measures, in one table. */
export function sourcesPage(views: readonly SourceView[], reader: Reader): string {
  const { words } = reader
  const body =
    views.length === 0
      ? html`<div class="empty">
<h1>${words.noSources}</h1>
<p><a class="btn" href="/add">${words.addTitle}</a></p>
</div>`
      : html`<h1>${words.sources}</h1>
<p class="facts">${words.sourcesCount(views.length)}</p>
<div class="scroll" role="region" aria-label="${words.sources}" tabindex="0">
<table class="list">
<thead>
<tr>
<th scope="col">${words.outlet}</th>
<th scope="col" class="num">${words.articlesHeading}</th>
<th scope="col" class="num">${words.ownText}</th>
<th scope="col" class="num">${words.hadFirst}</th>
<th scope="col" class="num">${words.editedLater}</th>
<th scope="col">${words.health}</th>
</tr></thead>
<tbody>${views.map((view) => sourceRow(view, reader))}
</tbody>
</table>
</div>`
  return layout(reader, { title: words.sources, place: 'sources', body: html`${body}\n` })
}

function sourceRow(view: SourceView, reader: Reader): Html {
  const { words } = reader
  const failing = view.feeds.find((feed) => feed.isStopped || feed.lastError)
  const trouble = failing && (failing.lastError ? words.failing(failing.lastError.count) : words.stopped)
  return html`<tr>
<th scope="row"><a href="${sourcePath(view.id)}">${foreign(view.name)}</a></th>
<td class="num">${words.number(view.articleCount)}</td>
<td class="num">${view.ownShare === undefined ? '–' : words.percent(view.ownShare)}
${bar(view.ownShare ?? 0)}</td>
<td class="num">${words.number(view.firstCount)}
<small> ${words.ofTotal(view.storyCount)}</small></td>
<td class="num">${words.number(view.editedCount)}</td>
<td>${trouble ? html`<span class="bad">${trouble}</span>` : words.feedsCount(view.feeds.length)}</td>
</tr>`
}
