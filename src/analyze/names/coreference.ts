import type { Mention } from '../../core/annotation.ts'
import type { EntityId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { overlaps, type Span } from '../../core/span.ts'
import { isTime } from '../grammar/adjuncts.ts'
import { genderOfNoun, learnGenders } from '../grammar/noun-gender.ts'
import { type Phrase, phraseEndingAt } from '../grammar/noun-phrases.ts'
import { LONGEST_SENTENCE, type ParsedDocument, type ParsedSentence, type Token } from '../grammar/parse.ts'
import { mainSubject, type Subject } from '../grammar/subjects.ts'
import { bridgeIn } from './bridging.ts'
import type { PeopleBook, Person } from './people.ts'
import {
  genderOfPronoun,
  type NamedIn,
  namesOf,
  type PronounReader,
  pronounMentions,
  subjectEntity,
} from './pronouns.ts'
import { demonyms, isPersonNoun, nameTitles, roleNouns, speaksForAnother } from './role-words.ts'
import { officesInText, personInRole, type RoleFact } from './roles.ts'
import { spanOf } from './subject-mention.ts'
import { type UnnamedPerson, unnamedActor, unnamedPersonIn, unnamedPersonOpening } from './unnamed-persons.ts'

/** What is known when roles and pronouns are read: persons, their roles, and the names already found. */
export type Known = {
  readonly book: PeopleBook
  readonly facts: readonly RoleFact[]
  readonly names: readonly Mention[]
}

/** Of so many mentions a role or pronoun may mean one; it keeps the time linear in the length of the text. */
const REMEMBERED = 200

/**
 * Mentions by role (`the US president`) and by pronoun (`he`), sentence by sentence. A pronoun is the main subject of
 * its own sentence, else of the sentences before, else whoever was named last; gender must agree where it is known.
 * A sentence that is all quotation keeps the subject of the one before: its speaker. After a sentence about `the judge` or `a neighbor`
 * of whom no name is known, a pronoun is nobody: anyone else it could mean was named further back. In a turn of a conversation it is neither of
 * those who speak, nor anyone who has not been named in it or in the one before.
 */
export function rolesAndPronouns(doc: ParsedDocument, known: Known): Mention[] {
  learnGenders(doc.sentences, known.names, known.book)
  const bare = officesInText(doc.text, known.facts)
  const found: Mention[] = []
  const recent: EntityId[] = []
  const subjects: (EntityId | undefined)[] = []
  const speaking: EntityId[] = []
  /** The paragraph in which each was last named. */
  const lastIn = new Map<EntityId, number>()
  const namedIn: NamedIn[] = []
  const unnamed: (UnnamedPerson | undefined)[] = []
  let next = 0
  for (const sentence of doc.sentences) {
    const here: Mention[] = []
    while (next < known.names.length && nth(known.names, next).span.start < sentence.end)
      here.push(nth(known.names, next++))
    if (isLinkLine(doc.text, sentence)) {
      subjects.push(subjects.at(-1))
      unnamed.push(unnamed.at(-1))
      namedIn.push({ told: [], quoted: [], acting: [], byRole: [], isReport: false, isQuoted: true })
      continue
    }
    const roles = roleMentions(sentence, known, here, recent, bare)
    const subject = mainSubject(sentence)
    const named = [...here, ...roles].filter((mention) => mention.kind === 'person')
    const bridge = bridgeIn(sentence, subject, { known, bare, named, recent, subjects })
    if (bridge) roles.push(bridge)
    const persons = (bridge ? [...named, bridge] : named).sort(byStart)
    found.push(...roles)
    const turn = doc.turns.get(sentence.block)
    const speaks = turn && here.find(({ kind, span }) => kind === 'person' && overlaps(span, turn.label))
    if (speaks) speaking.push(speaks.entity.id)
    for (const { entity } of persons) lastIn.set(entity.id, sentence.block)
    const isMeant = (id: EntityId) =>
      !turn || (!speaking.slice(-2).includes(id) && (lastIn.get(id) ?? -2) >= sentence.block - 1)
    const reader: PronounReader = { sentence, known, persons, recent, subjects, subject, unnamed, namedIn, isMeant }
    const pronouns = pronounMentions(reader)
    found.push(...pronouns)
    const about = subjectEntity(reader, pronouns)
    subjects.push(about)
    unnamed.push(about === undefined ? unnamedAfter(sentence, subject, unnamed.at(-1), here) : undefined)
    namedIn.push(namesOf(sentence, persons))
    for (const { entity } of persons) recent.push(entity.id)
    if (about) recent.push(about)
    if (recent.length > 2 * REMEMBERED) recent.splice(0, recent.length - REMEMBERED)
  }
  return found
}

/** The unnamed person a sentence is about; it is about the one before as long as it has a pronoun for its subject or none. */
function unnamedAfter(
  { tokens }: ParsedSentence,
  subject: Subject | undefined,
  before: UnnamedPerson | undefined,
  names: readonly Mention[],
): UnnamedPerson | undefined {
  if (subject && [subject, subject.appositive].some((phrase) => phrase && isNameOfNobody(tokens, phrase, names)))
    return { gender: undefined }
  const pronoun = tokens[subject?.last ?? -1]
  const gender = pronoun && genderOfPronoun(pronoun)
  if (gender) return { gender, isPronoun: true }
  const own = (subject ? unnamedPersonIn(tokens, subject) : unnamedPersonOpening(tokens)) ?? unnamedActor(tokens, names)
  if (own || !before) return own
  return subject ? undefined : before
}

/** `Aidala said`, of whom the text says nothing else. */
function isNameOfNobody(tokens: readonly Token[], subject: Phrase, names: readonly Mention[]): boolean {
  const head = nth(tokens, subject.last)
  if (head.pos !== 'PROPN' || !/\p{Ll}/u.test(head.text) || isTime(head)) return false
  const span = spanOf(tokens, subject)
  return tokens[subject.first - 1]?.pos !== 'ADP' && !names.some((name) => overlaps(name.span, span))
}

/** `Read: …`, `WHAT IS IT? READ IT HERE`: a line that leads elsewhere, and tells of nobody for the lines after it. */
function isLinkLine(text: string, { start, end, tokens }: ParsedSentence): boolean {
  const opener = tokens[0]?.text ?? ''
  if (LINK_WORD.test(opener) && LINK_LABEL.test(text.slice(start, start + 40))) return true
  if (tokens.length === 1) return SIGN.test(opener)
  if (tokens.length < 4 || opener !== opener.toUpperCase()) return false
  const words = text.slice(start, end)
  return words === words.toUpperCase() && words.length > 16 && words !== words.toLowerCase()
}

/** `ADVERTISEMENT` */
const SIGN = /^\p{Lu}{2,}$/u
const LINK_WORD = /^(?:also|read|related|see|watch|more|photos|video)$/i
const LINK_LABEL =
  /^(?:(?:also )?read(?: more| also| next)?|related(?: \p{L}+)?|see also|watch(?: live)?|more|photos|video)\s?[:|]/iu

function byStart(a: Mention, b: Mention): number {
  return a.span.start - b.span.start
}

/** Noun phrases that name a person by office or nation: `the Prime Minister`, `the Ukrainian`, `Ukraine's president`. */
function roleMentions(
  sentence: ParsedSentence,
  known: Known,
  names: readonly Mention[],
  recent: readonly EntityId[],
  bare: readonly RoleFact[],
): Mention[] {
  const found: Mention[] = []
  const { tokens } = sentence
  if (tokens.length > LONGEST_SENTENCE) return found
  const soFar = [...recent]
  let next = 0
  for (let at = 0; at < tokens.length; at++) {
    while ((names[next]?.span.end ?? Number.POSITIVE_INFINITY) <= nth(tokens, at).start)
      soFar.push(nth(names, next++).entity.id)
    const phrase = rolePhraseAt(tokens, at)
    if (!phrase) continue
    const span = spanOf(tokens, phrase)
    if (names.some((name) => name.kind === 'person' && (overlaps(name.span, span) || isBeside(name, span)))) continue
    const words = roleWords(tokens, phrase)
    const id = personInRole(words, isBare(words) ? bare : known.facts, soFar)
    const person = id && known.book.byId.get(id)
    if (!person || isOfOtherGender(nth(tokens, phrase.last), person)) continue
    found.push({ span, kind: 'person', form: 'role', entity: person.entity, role: span })
    soFar.push(person.entity.id)
  }
  return found
}

/** `the Queen` is no man. */
function isOfOtherGender({ lower }: Token, { gender }: Person): boolean {
  const own = genderOfNoun(lower)
  return own !== undefined && gender !== undefined && own !== gender
}

/** The phrase is, or begins, the role written beside a name: `Secretary` in `Secretary of State Jane Roe`. */
function isBeside({ role }: Mention, span: Span): boolean {
  return role !== undefined && overlaps(role, span)
}

function rolePhraseAt(tokens: readonly Token[], at: number): Phrase | undefined {
  const head = nth(tokens, at)
  const next = tokens[at + 1]
  const isDemonym = demonyms.has(head.lower) && /^\p{Lu}/u.test(head.text) && tokens[at - 1]?.lower === 'the'
  if (!isDemonym && !(roleNouns.has(head.lower) && isPersonNoun(head.lower))) return undefined
  if (!isDemonym && speaksForAnother.test(head.lower)) return undefined
  if (/[^s]s$/.test(head.lower)) return undefined // `Prosecutors said`: no single one
  const isNoun = isDemonym && /(?:man|woman)$/.test(head.lower)
  if (!isNoun && next && (next.pos === 'NOUN' || next.pos === 'PROPN' || next.pos === 'ADJ' || next.text === '-'))
    return undefined
  if (isDemonym) return { first: at - 1, last: at }
  const { first } = phraseEndingAt(tokens, at)
  if (at - first > 5) return undefined
  const opener = nth(tokens, first)
  const isDefinite = opener.lower === 'the' || (opener.pos !== 'DET' && opener.pos !== 'PRON' && first < at)
  return isDefinite || (first === at && at === 0) ? { first, last: at } : undefined
}

/** No body or country is named. */
function isBare(words: readonly string[]): boolean {
  return words.every((word) => /^(?:the|vice|prime)$/.test(word) || nameTitles.has(word))
}

function roleWords(tokens: readonly Token[], { first, last }: Phrase): string[] {
  const words = tokens.slice(first, last + 1).map((token) => token.lower)
  const after = tokens[last + 2]
  if (tokens[last + 1]?.lower === 'of' && after?.pos === 'PROPN') words.unshift(after.lower)
  return words
}
