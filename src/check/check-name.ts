import { type Finding, wrong } from './finding.ts'
import type { Passage, Unit } from './read-passage.ts'

/** Forms of address, which may be left out or, where the document uses them for that person, written before a name. */
export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr sir dame lord lady sen senator rep representative gov governor president prime minister chancellor secretary judge justice gen general col colonel sgt capt captain prof professor king queen prince princess pope sheriff mayor attorney ambassador speaker director chief minister'.split(
    ' ',
  ),
)

/** Each name in a claim must be in a cited sentence, or be a fuller or shorter name of somebody mentioned there. */
export function checkName(claim: Passage, cited: readonly Passage[]): Finding {
  const known = new Set(
    cited.flatMap(({ units, called }) => [
      ...units.map(({ key }) => key),
      ...called.flatMap(({ names }) => [...names]),
    ]),
  )
  const stranger = claim.units.find((unit) => unit.isName && !known.has(unit.key) && !isTitleBefore(unit, claim, cited))
  return stranger && wrong('name', `The name “${stranger.text}” isn’t in any cited sentence.`)
}

/** `President` before a name, where the article calls that person so. */
export function isTitleBefore(unit: Unit, claim: Passage, cited: readonly Passage[]): boolean {
  if (!titles.has(unit.text.toLowerCase().replace(/\.$/, ''))) return false
  const at = claim.units.indexOf(unit)
  const name = claim.units.slice(at + 1).find((next) => !titles.has(next.text.toLowerCase()))
  return name !== undefined && cited.some((passage) => isTitled(unit, name, passage))
}

function isTitled(title: Unit, name: Unit, { called, source }: Passage): boolean {
  const entities = new Set(called.filter(({ names }) => names.has(name.key)).map(({ mention }) => mention.entity.id))
  const { text } = source.document
  return (source.annotations.mentions?.items ?? []).some(({ entity, span, role, form }) => {
    if (!entities.has(entity.id)) return false
    const words = text.slice(role?.start ?? (form === 'name' ? Math.max(0, span.start - 24) : span.start), span.end)
    return new RegExp(
      `(?<!\\p{L}|(?:vice|deputy|former|ex|acting|assistant|interim)[ -])${title.text.replace(/\W/g, '')}(?!\\p{L})`,
      'iu',
    ).test(words)
  })
}
