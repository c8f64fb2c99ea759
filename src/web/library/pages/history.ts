import type { HistoryItem, HistoryView } from '../../../operations/library/library-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { iconForm } from '../../layout/icon-form.ts'
import { articlePath, queryOf, storyPath } from '../../layout/links.ts'
import { dayIn, longDay, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { libraryPage, libraryPaths } from '../parts/library-head.ts'

/** What was opened, by day, latest first. The menu turns history off and clears it. */
export function historyPage(view: HistoryView, reader: Reader): string {
  const { mine } = reader.words
  const days = Map.groupBy(view.items, ({ at }) => dayIn(at, reader))
  const body = html`<div class="single">${!view.isOn && html`<div class="notice"><p><b>${mine.historyOff}.</b> ${mine.historyOffNote}</p></div>`}
${view.items.length === 0 && view.isOn && html`<div class="empty"><h2>${mine.emptyHistory}</h2><p>${mine.emptyHistoryNote}</p></div>`}
${[...days].map(
  ([day, items]) =>
    html`<section aria-labelledby="day-${day}"><h2 class="hd" id="day-${day}">${longDay(day, reader)}</h2><ul class="listed">${items.map((item) => itemLine(item, reader))}</ul></section>
`,
)}
${view.next && html`<p class="actions"><a class="btn" rel="next" href="${libraryPaths.history}${queryOf({ cursor: view.next })}">${reader.words.olderEntries}</a></p>`}</div>
`
  return libraryPage({ tab: 'history', body, more: controls(view, reader) }, reader)
}

function itemLine({ kind, target, title, language, sourceName, articleCount, at }: HistoryItem, reader: Reader): Html {
  const { mine, articles } = reader.words
  const facts = joined(
    [
      sourceName && html`<b>${foreign(sourceName)}</b>`,
      articleCount !== undefined && articles(articleCount),
      shortWhen(at, reader),
    ],
    ' · ',
  )
  return html`<li data-item><h3${languageAttributes(language)}><a href="${kind === 'story' ? storyPath(target) : articlePath(target)}" data-open>${title}</a></h3>${iconForm(
    reader,
    {
      action: '/history/forget',
      fields: { kind, target },
      icon: 'x',
      name: `${mine.forget}${reader.words.colon}${title}`,
      title: mine.forget,
    },
  )}
<p class="meta"><span>${facts}</span></p></li>
`
}

function controls({ items, isOn }: HistoryView, reader: Reader): Html {
  const { mine } = reader.words
  const back = hidden('back', libraryPaths.history)
  return html`<form method="post" action="/history/keep">${hidden('history', isOn ? 'off' : 'on')}${back}<button>${isOn ? mine.turnOff : mine.turnOn}</button></form>${
    items.length > 0 &&
    html`<details class="sure"><summary>${mine.clearHistory}</summary><form method="post" action="/history/clear">${hidden('sure', '1')}${back}<button class="bad">${mine.clearHistory}</button></form></details>`
  }`
}
