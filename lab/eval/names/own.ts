import type { Mention } from '../../../src/core/annotation.ts'
import type { Document } from '../../../src/core/document.ts'
import { documentOf } from '../quotes/documents.ts'
import type { GoldName } from './gold.ts'

/**
 * A passage of our own with its names marked: `{Ms Varga|person|Ilona Varga}` (what the text says, its kind, the full
 * name), `{the mayor|role|Ilona Varga}`, `{she|pronoun|Ilona Varga}`. A name without the third part is its own full
 * name. Courtesy titles come before the name they belong to, inside the braces.
 */
export type OwnPassage = { readonly id: string; readonly date: string; readonly text: string }

type Reference = { readonly start: number; readonly end: number; readonly who: string; readonly form: Mention['form'] }

/** A passage without its marks, with what they say. */
export type Passage = {
  readonly doc: Document
  readonly gold: readonly GoldName[]
  /** Persons only. */
  readonly references: readonly Reference[]
}

const TITLE = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness)\.? /

export function readPassage({ id, date, text: marked }: OwnPassage): Passage {
  const gold: GoldName[] = []
  const references: Reference[] = []
  let text = ''
  let from = 0
  for (const mark of marked.matchAll(/\{([^|}]+)\|([a-z]+)(?:\|([^}]+))?\}/g)) {
    const [whole, said = '', kind = '', who] = mark
    text += marked.slice(from, mark.index)
    const start = text.length
    text += said
    const end = text.length
    const isReference = kind === 'role' || kind === 'pronoun'
    if (!isReference) {
      const name = start + (TITLE.exec(said)?.[0].length ?? 0)
      const last = text.slice(name).search(/[^\s]+$/)
      gold.push({ type: kind, start: name, end, head: name + last })
    }
    if (isReference || kind === 'person')
      references.push({ start, end, who: who ?? said.replace(TITLE, ''), form: isReference ? kind : 'name' })
    from = mark.index + whole.length
  }
  text += marked.slice(from)
  return { doc: documentOf(id, text, date), gold, references }
}

/** Entities' names leave out the full stops of initials. */
function plain(name: string): string {
  return name.replaceAll('.', '')
}

/** Whom names mean, and roles and pronouns: right over ours where the key has one, right over all of the key. */
export function scoreReferences(
  passages: readonly Passage[],
  found: readonly (readonly Mention[])[],
): Record<string, number> {
  const names = { wanted: 0, right: 0 }
  const others = { wanted: 0, ours: 0, right: 0 }
  passages.forEach(({ references }, i) => {
    const people = (found[i] as readonly Mention[]).filter(({ kind }) => kind === 'person')
    others.ours += people.filter(({ form }) => form !== 'name').length
    for (const { start, end, who, form } of references) {
      const mine = people.filter(({ span }) => span.start < end && start < span.end)
      const isRight = mine.some(({ entity }) => plain(entity.name) === plain(who))
      if (form === 'name') {
        if (mine.length === 0) continue
        names.wanted++
        if (isRight) names.right++
      } else {
        others.wanted++
        if (isRight) others.right++
      }
    }
  })
  return {
    names_identified: names.right / names.wanted,
    references_precision: others.right / others.ours,
    references_recall: others.right / others.wanted,
  }
}
