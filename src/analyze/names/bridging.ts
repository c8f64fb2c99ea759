import type { Mention } from '../../core/annotation.ts'
import type { EntityId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { cueOf, type ParsedSentence, type Token } from '../grammar/parse.ts'
import type { Subject } from '../grammar/subjects.ts'
import type { PeopleBook } from './people.ts'
import { demonyms, occupations, roleNouns, speaksForAnother } from './role-words.ts'
import type { RoleFact } from './roles.ts'

/** What is around a noun phrase that may mean a person named before. */
export type Surroundings = {
  readonly known: { readonly book: PeopleBook; readonly facts: readonly RoleFact[] }
  /** The facts that a bare office may mean (`officesInText`). */
  readonly bare: readonly RoleFact[]
  /** Persons the sentence itself names. */
  readonly named: readonly Mention[]
  /** Persons in the order they were last named. */
  readonly recent: readonly EntityId[]
  /** Main subjects of the sentences before. */
  readonly subjects: readonly (EntityId | undefined)[]
}

/** So many mentions back nobody else must be named (a subject counts twice); so many sentences back the subject may be. */
const NAMED_BACK = 2
const SUBJECTS_BACK = 3

/**
 * `Zebulon Quill was on the landing. “…,” the guard said.`: a new noun for the one person the text is about (a bridging
 * description, Clark 1975). Only as the subject of a reporting verb, only when nobody else was named of late, and
 * only when nothing says the person is something else, or somebody else that. `The senator` is only who is said to be one; `the
 * 29-year-old baker` is always somebody just named.
 */
export function bridgeIn(
  sentence: ParsedSentence,
  subject: Subject | undefined,
  { known, bare, named, recent, subjects }: Surroundings,
): Mention | undefined {
  if (!subject || subject.appositive || named.length > 0 || sentence.isHeading) return undefined
  const words = sentence.tokens.slice(subject.first, subject.last + 1)
  if (!describesOne(words) || !isSpeaking(sentence, subject)) return undefined
  const about = subjects.slice(-SUBJECTS_BACK).findLast((id) => id !== undefined)
  const person = about && known.book.byId.get(about)
  if (!person || recent.slice(-NAMED_BACK).some((id) => id !== about)) return undefined
  const head = (words.at(-1) as Token).lower
  const isElse = known.facts.some(
    (fact) => fact.person === about && fact.office.length > 0 && !fact.office.includes(head),
  )
  if (isElse && !words.some(isAge)) return undefined
  const holds = (isMeant: (id: EntityId) => boolean) =>
    known.facts.some((fact) => isMeant(fact.person) && fact.office.includes(head))
  const isUnsaid = !words.some(isAge) && !holds((id) => id === about)
  if (isUnsaid && (OFFICE.test(head) || holds((id) => id !== about))) return undefined
  const isAnotherOffice = (fact: RoleFact) =>
    fact.person === about && fact.office.includes(head) && !bare.includes(fact)
  if (words.length === 2 && known.facts.some(isAnotherOffice)) return undefined
  const span = { start: nth(words, 0).start, end: (words.at(-1) as Token).end }
  return { span, kind: 'person', form: 'role', entity: person.entity, role: span }
}

/** Whether a phrase means one person by what they are: `the inspector`, `the 29-year-old baker`, `the former mayor`. */
export function describesOne(words: readonly Token[]): boolean {
  const head = words.at(-1)
  if (words[0]?.lower !== 'the' || !head || words.length > 5 || head.isQuoted) return false
  const isPerson =
    isAge(head) || occupations.has(head.lower) || (roleNouns.has(head.lower) && ONE_PERSON.test(head.lower))
  const isOther = speaksForAnother.test(head.lower) || words.some(({ lower }) => OTHER.test(lower))
  return (
    isPerson &&
    !isOther &&
    words
      .slice(1, -1)
      .every((word) => isAge(word) || /^(?:ADJ|NOUN|NUM|PUNCT|X)$/.test(word.pos) || demonyms.has(word.lower))
  )
}

const ONE_PERSON =
  /^(?:leader|chancellor|senator|ambassador|judge|general|chief|minister|governor|mayor|director|commander|chairman|chairwoman|manager|coach|captain|founder|owner|billionaire|businessman|candidate|nominee|congressman|congresswoman|professor|author|teacher|doctor|scientist|researcher|economist|actor|actress|singer|star|player|presenter|journalist|columnist|editor|writer|activist|teenager|man|woman|boy|girl|president|senator)$/
/** Who has one of these is said to have it; somebody of whom it is not said is another. */
const OFFICE =
  /^(?:leader|chancellor|senator|ambassador|judge|general|chief|minister|governor|mayor|commander|congressman|congresswoman|president)$/
const OTHER = /^(?:other|another|second|third|same|next|unnamed|anonymous|whose|court|official|officer|deputy)$/

function isAge({ lower }: Token): boolean {
  return /^(?:\d{1,3}|-|(?:\d{1,3}-)?years?-old)$/.test(lower)
}

/** A verb of saying is within reach of the phrase: `the guard said`, `said the guard`, `the guard later told`. */
function isSpeaking(sentence: ParsedSentence, { first, last }: Subject): boolean {
  return sentence.tokens
    .slice(Math.max(0, first - 1), last + 4)
    .some((token) => (cueOf(sentence, token)?.strength ?? 0) >= 2)
}
