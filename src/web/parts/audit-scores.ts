import type { PublishedScores, PublishedSet } from '../../operations/audit-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'
import { longDay } from './time.ts'

/** The scores of every part on texts with known answers, folded by what they ask, with the floor below which none may fall. */
export function scoreSection({ at, evals }: PublishedScores, reader: Reader): Html {
  const { house } = reader.words.audit
  const all = Object.entries(evals)
  if (all.length === 0) return html``
  return section(
    'scores',
    house.scoresTitle,
    html`<p>${house.scoresLead}</p>
<p class="note">${house.floorNote} ${house.measuredAt(longDay(at, reader))}. ${house.runAgain} <code dir="ltr">npm run eval</code></p>
<dl class="terms">${house.measures.map(({ name, note }) => html`<div><dt>${name}</dt><dd>${note}</dd></div>`)}</dl>
${all.map(([name, { sets }]) => evalPart(name, Object.entries(sets), reader))}`,
  )
}

function evalPart(name: string, sets: readonly (readonly [string, PublishedSet])[], reader: Reader): Html {
  const { house } = reader.words.audit
  const fallen = sets.some(([, { figures, floors = {} }]) =>
    Object.entries(floors).some(([figure, floor]) => (figures[figure] ?? 0) < floor),
  )
  return html`<details class="scores"><summary><code dir="ltr">${name}</code> <span class="small">${house.sets(sets.length)}${fallen && html` · <span class="bad">${house.belowFloor}</span>`}</span>
${house.evals[name] ?? ''}</summary>
${sets.map(([set, scored]) => setTable(set, scored, reader))}
</details>
`
}

function setTable(
  set: string,
  { records, sample, isOwnSet, figures, floors = {} }: PublishedSet,
  reader: Reader,
): Html {
  const { audit, number } = reader.words
  const { house } = audit
  const notes = [isOwnSet && house.ownSet, sample && house.samples[sample]].filter((note) => note)
  return html`<table class="list"><caption><code dir="ltr">${set}</code> <span class="small">${house.records}${reader.words.colon}${number(records)}${notes.length > 0 && ` · ${notes.join(' ')}`}</span></caption>
<thead><tr><th scope="col">${house.figure}</th><th scope="col" class="num">${house.value}</th><th scope="col" class="num">${house.floor}</th></tr></thead>
<tbody>${shown(figures, floors).map(([figure, value]) => {
    const floor = floors[figure]
    return html`<tr><th scope="row"><code dir="ltr">${spaced(figure)}</code></th><td class="${floor !== undefined && value < floor ? 'num bad' : 'num'}">${decimal(value, reader)}</td><td class="num">${floor === undefined ? '–' : decimal(floor, reader)}</td></tr>
`
  })}</tbody></table>`
}

/** The figures that are held to a floor, where any are; the others are printed by the eval. */
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
