import type { InstanceAuditView, PublishedScores, PublishedSet } from '../../../operations/stories/audit-views.ts'
import { foreign, type Html, html, listed } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { auditPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { dropList } from '../parts/audit-drops.ts'
import { columnsPlot } from '../parts/plot-columns.ts'
import { timeTicks } from '../parts/plot-dates.ts'
import { scaleOf } from '../parts/plot-scale.ts'

const DAY_MS = 86_400_000
type Written = InstanceAuditView['written']

/** What a model wrote over the period: how much was kept, how much dropped, for what and why, and the share by day. */
function writtenSection({ written, from, until }: InstanceAuditView, reader: Reader): Html {
  const { instance, parts } = reader.words.audit
  const body =
    written.kept + written.dropped === 0
      ? html`<p>${instance.writtenNone}</p>`
      : html`${dropPlot(written, from, until, reader)}
${useTable(written, reader)}`
  return section('written', parts.written, body)
}

/** A column for each day, including days without text. */
function dropPlot({ days, kept, dropped }: Written, from: string, until: string, reader: Reader): Html {
  const { instance } = reader.words.audit
  const { percent, number } = reader.words
  const byDay = new Map(days.map((each) => [each.day, each]))
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`)
  const count = Math.round((Date.parse(`${until.slice(0, 10)}T00:00:00Z`) - first) / DAY_MS) + 1
  const last = first + count * DAY_MS
  const columns = Array.from({ length: count }, (_, index) => {
    const day = new Date(first + index * DAY_MS).toISOString().slice(0, 10)
    const of = byDay.get(day) ?? { kept: 0, dropped: 0 }
    const value = of.kept + of.dropped === 0 ? 0 : of.dropped / (of.kept + of.dropped)
    return { day, value, ...of }
  })
  const peak = columns.reduce((best, one) => (one.value > best.value ? one : best))
  return columnsPlot(
    {
      id: 'dropped-plot',
      title: instance.plotTitle,
      caption: instance.plotCaption(
        percent(dropped / (kept + dropped)),
        percent(peak.value),
        longDay(peak.day, reader),
      ),
      columns: columns.map(({ day, value, ...of }) => ({
        value,
        title: `${longDay(day, reader)}: ${percent(value)}`,
        row: [longDay(day, reader), number(of.kept), number(of.dropped)],
      })),
      heads: [reader.words.plots.day, instance.kept, reader.words.audit.dropsTitle],
      peak: percent(peak.value),
      axis: { ticks: timeTicks(first, last, reader), shareOf: scaleOf(first, last) },
    },
    reader,
  )
}

function useTable({ uses }: Written, reader: Reader): Html {
  const { audit, number, percent } = reader.words
  const { instance, parts } = audit
  return html`<div class="scroll" role="group" aria-label="${parts.written}" tabindex="0"><table class="list"><thead><tr><th scope="col">${instance.use}</th><th scope="col" class="num">${instance.kept}</th><th scope="col" class="num">${reader.words.audit.dropsTitle}</th><th scope="col">${instance.failedBy}</th></tr></thead>
<tbody>${uses.map(
    ({
      use,
      kept,
      dropped,
      droppedBy,
    }) => html`<tr><th scope="row">${instance.uses[use]}</th><td class="num">${number(kept)}</td><td class="num">${number(dropped)} (${percent(dropped / (kept + dropped))})</td><td>${listed(
      droppedBy.map(({ check, count }) => `${audit.checks[check]} ${number(count)}`),
      reader,
    )}</td></tr>
`,
  )}</tbody></table></div>`
}

/** The evaluation scores of every part on texts with known answers, folded by question, with the minimum that none may fall below. */
function scoreSection({ at, evals }: PublishedScores, reader: Reader): Html {
  const { instance } = reader.words.audit
  const all = Object.entries(evals)
  if (all.length === 0) return html``
  return section(
    'scores',
    instance.scoresTitle,
    html`<p class="note">${instance.measuredAt(longDay(at, reader))} · <code dir="ltr">npm run eval</code></p>
${all.map(([name, { sets }]) => evalPart(name, judgedFairly(Object.entries(sets)), reader))}`,
  )
}

/** Sets that no rule was made from, where there are any: the others flatter. */
function judgedFairly<Set extends readonly [string, PublishedSet]>(sets: readonly Set[]): readonly Set[] {
  const fair = sets.filter(([, { sample }]) => sample !== 'in')
  return fair.length > 0 ? fair : sets
}

function evalPart(name: string, sets: readonly (readonly [string, PublishedSet])[], reader: Reader): Html {
  const { instance } = reader.words.audit
  const fallen = sets.some(([, { figures, floors = {} }]) =>
    Object.entries(floors).some(([figure, floor]) => (figures[figure] ?? 0) < floor),
  )
  return html`<details class="scores"><summary><code dir="ltr">${name}</code> <span class="small">${instance.sets(sets.length)}${fallen && html` · <span class="bad">${instance.belowFloor}</span>`}</span></summary>
${sets.map(([set, scored]) => setTable(set, scored, reader))}
</details>
`
}

function setTable(set: string, { records, figures, floors = {} }: PublishedSet, reader: Reader): Html {
  const { audit, number } = reader.words
  const { instance } = audit
  return html`<table class="list"><caption><code dir="ltr">${set}</code> <span class="small">${instance.records}${reader.words.colon}${number(records)}</span></caption>
<thead><tr><th scope="col">${instance.figure}</th><th scope="col" class="num">${instance.value}</th><th scope="col" class="num">${instance.floor}</th></tr></thead>
<tbody>${shown(figures, floors).map(([figure, value]) => {
    const floor = floors[figure]
    return html`<tr><th scope="row"><code dir="ltr">${spaced(figure)}</code></th><td class="${floor !== undefined && value < floor ? 'num bad' : 'num'}">${decimal(value, reader)}</td><td class="num">${floor === undefined ? '–' : decimal(floor, reader)}</td></tr>
`
  })}</tbody></table>`
}

/** The figures with a minimum, if any; the eval prints the others. */
function shown(figures: PublishedSet['figures'], floors: Readonly<Record<string, number>>) {
  const all = Object.entries(figures)
  const held = all.filter(([figure]) => floors[figure] !== undefined)
  return held.length > 0 ? held : all
}

/** `leftOutPrecision` as `left out precision`. */
function spaced(figure: string): string {
  return figure
    .replace(/[_:]/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
}

const formatters = new Map<string, Intl.NumberFormat>()

function decimal(value: number, { words }: Reader): string {
  const known = formatters.get(words.locale) ?? new Intl.NumberFormat(words.locale, { maximumFractionDigits: 3 })
  formatters.set(words.locale, known)
  return known.format(value)
}

/** What this server showed and dropped, of a model's text too, what each check means, and how accurate its parts are. */
export function serverAuditPage(view: InstanceAuditView, reader: Reader): string {
  const { audit } = reader.words
  const { instance } = audit
  const body = html`<article class="auditing single"><header class="pagehead"><h1>${instance.title}</h1></header>
${counts(view, reader)}
${checkedPart(view, reader)}
${shownSection(view, reader)}
${dropped(view, reader)}
${writtenSection(view, reader)}
${section('checks', audit.checkTitle, html`<dl class="checked">${Object.entries(audit.checks).map(([check, name]) => html`<div><dt>${name}</dt><dd>${audit.checkNotes[check as keyof typeof audit.checkNotes]}</dd></div>`)}</dl>`)}
${scoreSection(view.scores, reader)}
</article>
`
  return layout(reader, { title: instance.title, body })
}

function counts({ storyCount, shown, droppedCount }: InstanceAuditView, { words: { audit } }: Reader): Html {
  return html`<ul class="facts"><li>${audit.instance.stories(storyCount)}</li><li>${audit.shown(shown)}</li><li>${audit.dropped(droppedCount)}</li></ul>`
}

/** Whether the latest stories pass the checks now, or a link to check them. */
function checkedPart({ checked, shown }: InstanceAuditView, { words }: Reader): Html {
  const { instance } = words.audit
  if (checked) {
    const { storyCount, held, shown: of } = checked
    const line = instance.checkedNow(words.number(storyCount), words.number(held), words.number(of))
    return html`<p role="status" class="${held < of ? 'holds bad' : 'holds'}">${line}</p>`
  }
  return html`${shown > 0 && html`<p class="actions"><a class="btn" href="/audit?again=1" rel="nofollow">${instance.checkNow}</a></p>`}`
}

function shownSection({ parts, shown }: InstanceAuditView, reader: Reader): Html {
  const { audit, number, percent } = reader.words
  const { instance } = audit
  if (shown === 0) return html``
  return section(
    'shown',
    audit.heads.shown,
    html`<div class="scroll" role="region" aria-label="${instance.count}" tabindex="0"><table class="list"><thead><tr><th scope="col">${instance.part}</th><th scope="col" class="num">${instance.count}</th><th scope="col" class="num">${instance.share}</th></tr></thead>
<tbody>${parts.map(
      (each) =>
        each.shown > 0 &&
        html`<tr><th scope="row">${audit.parts[each.part]}</th><td class="num">${number(each.shown)}</td><td class="num">${percent(each.shown / shown)}</td></tr>
`,
    )}</tbody></table></div>`,
  )
}

function dropped({ told, mostDropped, drops }: InstanceAuditView, reader: Reader): Html {
  const { audit, number } = reader.words
  const { instance } = audit
  const failed = told.failedBy.map(({ check, count }) => `${audit.checks[check]} ${number(count)}`)
  return html`${
    told.checked > 0 &&
    html`<p class="note">${instance.told(number(told.passed), number(told.checked))}${failed.length > 0 && html` ${instance.failedBy}${reader.words.colon}${listed(failed, reader)}.`}</p>`
  }${
    mostDropped.length > 0 &&
    section(
      'most-dropped',
      instance.mostDropped,
      html`<ul>${mostDropped.map(({ id, title, droppedCount }) => html`<li><a href="${auditPath(id)}#drops">${foreign(title)}</a> <span class="small">${audit.dropped(droppedCount)}</span></li>`)}</ul>`,
    )
  }${drops.length > 0 && section('newest-drops', instance.newestDrops, dropList(drops, reader))}`
}
