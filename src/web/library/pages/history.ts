import type { HistoryItem, HistoryView } from '../../../operations/library/library-views.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, queryOf, storyPath } from '../../layout/links.ts'
import { dayIn, longDay, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** What was opened, by day, latest first; the switch that stops recording it, and a button that deletes it. */
export function historyPage(view: HistoryView, reader: Reader): string {
  const { words } = reader
  const { mine } = words
  const days = Map.groupBy(view.items, ({ at }) => dayIn(at, reader))
  const body = html`<div class="single wide"><header class="day"><h1>${words.frame.history}</h1>
<p class="note">${mine.historyLead}</p></header>
${!view.isOn && html`<div class="notice"><p><b>${mine.historyOff}</b>. ${mine.historyOffNote}</p></div>`}
${view.items.length === 0 && view.isOn && html`<div class="empty"><h2>${mine.emptyHistory}</h2><p>${mine.emptyHistoryNote}</p></div>`}
${[...days].map(
  ([day, items]) =>
    html`<section aria-labelledby="day-${day}"><h2 id="day-${day}">${longDay(day, reader)}</h2><ul class="own-list">${items.map((item) => itemLine(item, reader))}</ul></section>
`,
)}
${view.next && html`<p class="older"><a class="btn ghost" rel="next" href="/history${queryOf({ cursor: view.next })}">${mine.olderHistory}</a></p>`}
${controls(view, reader)}
</div>
`
  return layout(reader, { title: words.frame.history, place: 'library', body })
}

function itemLine({ kind, target, title, language, sourceName, articleCount, at }: HistoryItem, reader: Reader): Html {
  const { mine, articles } = reader.words
  const path = kind === 'story' ? storyPath(target) : articlePath(target)
  const facts = joined(
    [
      html`<span class="kind">${mine.kinds[kind]}</span>`,
      sourceName && html`<b>${foreign(sourceName)}</b>`,
      articleCount !== undefined && articles(articleCount),
      shortWhen(at, reader),
    ],
    ' · ',
  )
  return html`<li data-item><h3${languageAttributes(language)}><a href="${path}" data-open>${title}</a></h3>
<div class="meta"><span>${facts}</span>${buttonForm(reader, {
    action: '/history/forget',
    fields: { kind, target },
    label: mine.forget,
    variant: 'quiet',
    button: html` aria-label="${mine.forget}${reader.words.colon}${title}"`,
  })}</div></li>
`
}

function controls({ items, isOn }: HistoryView, reader: Reader): Html {
  const { mine } = reader.words
  const back = { ...reader, path: '/history' }
  return html`<div class="line history-switch">${buttonForm(back, {
    action: '/history/keep',
    fields: { history: isOn ? 'off' : 'on' },
    label: isOn ? mine.turnOff : mine.turnOn,
  })}
${
  items.length > 0 &&
  html`<form method="post" action="/history/clear" class="line">${hidden('all', '1')}${backField(back)}<label><input type="checkbox" name="sure" value="1" required> ${mine.clearSure}</label> <button class="btn danger">${mine.clearHistory}</button></form>`
}</div>`
}
