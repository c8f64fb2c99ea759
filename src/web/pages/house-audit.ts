import type { HouseAuditView } from '../../operations/audit-views.ts'
import { dropList } from '../parts/audit-drops.ts'
import { auditPath } from '../parts/audit-links.ts'
import { scoreSection } from '../parts/audit-scores.ts'
import { writtenSection } from '../parts/audit-written.ts'
import { bar } from '../parts/bar.ts'
import { type Html, html, listed } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { section } from '../parts/section.ts'
import type { Reader } from '../reader.ts'

/** What this house showed and dropped, of what a model wrote too, what each check means, and how well its parts do. */
export function houseAuditPage(view: HouseAuditView, reader: Reader): string {
  const { audit } = reader.words
  const { house } = audit
  const body = html`<article class="auditing single"><h1>${house.title}</h1>
<p class="note">${house.lead}</p>
${counts(view, reader)}
${checkedPart(view, reader)}
${shownSection(view, reader)}
${dropped(view, reader)}
${writtenSection(view, reader)}
${section('checks', audit.checkTitle, html`<dl class="checked">${Object.entries(audit.checks).map(([check, name]) => html`<div><dt>${name}</dt><dd>${audit.checkNotes[check as keyof typeof audit.checkNotes]}</dd></div>`)}</dl>`)}
${scoreSection(view.scores, reader)}
</article>
`
  return layout(reader, { title: house.link, body })
}

function counts({ storyCount, shown, droppedCount }: HouseAuditView, { words: { audit } }: Reader): Html {
  return html`<ul class="facts"><li>${audit.house.stories(storyCount)}</li><li>${audit.shown(shown)}</li><li>${audit.dropped(droppedCount)}</li></ul>`
}

/** Whether the stories told last hold now, or the way to ask. */
function checkedPart({ checked, shown }: HouseAuditView, { words }: Reader): Html {
  const { house } = words.audit
  if (checked) {
    const { storyCount, held, shown: of } = checked
    const line = house.checkedNow(words.number(storyCount), words.number(held), words.number(of))
    return html`<p role="status" class="${held < of ? 'holds bad' : 'holds'}">${line}</p>`
  }
  return html`${shown > 0 && html`<p class="note">${house.checkNote}</p><p><a class="btn ghost" href="/audit?again=1" rel="nofollow">${house.checkNow}</a></p>`}`
}

function shownSection({ parts, shown }: HouseAuditView, reader: Reader): Html {
  const { audit, number, percent } = reader.words
  const { house } = audit
  if (shown === 0) return html``
  return section(
    'shown',
    house.shownTitle,
    html`<div class="scroll" role="region" aria-label="${house.count}" tabindex="0"><table class="list"><thead><tr><th scope="col">${house.part}</th><th scope="col" class="num">${house.count}</th><th scope="col" class="num">${house.share}</th></tr></thead>
<tbody>${parts.map(
      (each) =>
        each.shown > 0 &&
        html`<tr><th scope="row">${audit.parts[each.part]}</th><td class="num">${number(each.shown)}</td><td class="num">${percent(each.shown / shown)}${bar(each.shown / shown)}</td></tr>
`,
    )}</tbody></table></div>`,
  )
}

function dropped({ told, mostDropped, drops }: HouseAuditView, reader: Reader): Html {
  const { audit, number } = reader.words
  const { house } = audit
  const failed = told.failedBy.map(({ check, count }) => `${audit.checks[check]} ${number(count)}`)
  return html`${
    told.checked > 0 &&
    html`<p class="note">${house.told(number(told.passed), number(told.checked))}${failed.length > 0 && html` ${house.failedBy}${reader.words.colon}${listed(failed, reader)}.`}</p>`
  }${
    mostDropped.length > 0 &&
    section(
      'most-dropped',
      house.mostDropped,
      html`<ul>${mostDropped.map(({ id, title, droppedCount }) => html`<li><a href="${auditPath(id)}#drops">${foreign(title)}</a> <span class="small">${audit.dropped(droppedCount)}</span></li>`)}</ul>`,
    )
  }${drops.length > 0 && section('newest-drops', house.newestDrops, dropList(drops, reader))}`
}
