import type { Mention } from '../../core/annotation.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'

/** How the documents of a story address a person. */
export type FormsOfAddress = {
  /** From titles and pronouns; both when they disagree. */
  readonly genders: Set<'m' | 'f'>
  /** Words used as the surname, folded: `varga` for `Ms Varga`. */
  readonly surnames: Set<string>
}

export function noAddress(): FormsOfAddress {
  return { genders: new Set(), surnames: new Set() }
}

const titles = new Set(
  'mr mrs ms miss dr sir dame lord lady president vice prime minister chancellor senator sen rep gov governor king queen prince princess pope gen general col capt judge justice professor prof m mme'.split(
    ' ',
  ),
)
const TITLED = /^(?<title>Mr|Mrs|Ms|Miss|Mx|Dr|M|Mme|Sir|Dame|Lord|Lady|Baroness)\.?\s+(?<name>\S.*)$/u
const MALE = /^(?:Mr|M|Sir|Lord|he|him|his)$/iu
const FEMALE = /^(?:Mrs|Ms|Miss|Mme|Dame|Lady|Baroness|she|her|hers)$/iu
/** These may be followed by the given name: `Sir Keir`. */
const WITH_GIVEN_NAME = /^(?:Sir|Dame|Lord|Lady|Baroness)$/u

/** Adds the title, pronoun and surname in one mention of a person to `address`. */
export function addFormsOfAddress(text: string, { span, kind, form }: Mention, address: FormsOfAddress): void {
  if (kind !== 'person' || form === 'role') return
  const words = text.slice(span.start, span.end)
  if (form === 'pronoun') addGender(words, address)
  const { title = '', name = '' } = TITLED.exec(words)?.groups ?? {}
  if (title === '') return
  addGender(title, address)
  if (!name.includes(' ') && !WITH_GIVEN_NAME.test(title)) address.surnames.add(nameWordKey(name))
}

function addGender(word: string, { genders }: FormsOfAddress): void {
  if (MALE.test(word)) genders.add('m')
  if (FEMALE.test(word)) genders.add('f')
}

/** True when one is known only as a man and the other only as a woman. */
export function gendersDiffer(a: FormsOfAddress, b: FormsOfAddress): boolean {
  const [one] = a.genders.size === 1 ? a.genders : []
  const [other] = b.genders.size === 1 ? b.genders : []
  return one !== undefined && other !== undefined && one !== other
}

/** A name's words in lower case without accents, titles and punctuation. */
export function nameParts(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
  const parts = plain.split(/[^\p{L}\p{N}-]+/u).filter((part) => part !== '')
  const untitled = parts.filter((part) => !titles.has(part))
  return untitled.length > 0 ? untitled : parts
}
