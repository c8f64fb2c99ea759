import type { ClaimCheck } from '../../core/claim.ts'
import type { ModelSettingsView } from '../../operations/model-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'

/** What the model cost of late, by day and use, and how much of what it wrote held. */
export function modelCost({ choice, spentToday, days }: ModelSettingsView, reader: Reader): Html {
  const { models: words, number } = reader.words
  const { calls, tokens } = spentToday
  return html`<p>${words.today(number(calls), number(choice.callsPerDay), number(tokens), number(choice.tokensPerDay))}</p>
${days.length === 0 ? html`<p class="small">${words.noUse}</p>` : table(days, reader)}`
}

function table(days: ModelSettingsView['days'], reader: Reader): Html {
  const { models: words } = reader.words
  const { columns } = words
  return html`<p class="note">${words.costNote}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.sections.cost}"><table class="in-force"><thead><tr>${[columns.day, columns.use, columns.calls, columns.failures, columns.tokens, columns.kept, columns.dropped].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${days.map((day) => row(day, reader))}</tbody></table></div>`
}

function row(day: ModelSettingsView['days'][number], reader: Reader): Html {
  const { models: words, number } = reader.words
  const drops = Object.entries(day.droppedBy).map(
    ([check, count]) => html`${words.checks[check as ClaimCheck] ?? check} ${number(count)}`,
  )
  return html`<tr><th scope="row"><time datetime="${day.day}"><bdi dir="ltr">${day.day}</bdi></time></th><td>${words.uses[day.use] ?? day.use}</td><td>${number(day.calls)}</td><td>${number(day.failures)}</td><td>${number(day.tokensIn)} / ${number(day.tokensOut)}</td><td>${number(day.kept)}</td><td>${number(day.dropped)}${drops.length > 0 && html` <small>${joined(drops, ' · ')}</small>`}</td></tr>
`
}
