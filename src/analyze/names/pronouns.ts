import type { Mention } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import type { EntityId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { phraseStartingAt } from '../grammar/noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token } from '../grammar/parse.ts'
import { type Subject, subjectOf } from '../grammar/subjects.ts'
import type { Known } from './coreference.ts'
import type { Gender } from './people.ts'
import { personIn } from './subject-mention.ts'
import { type UnnamedPerson, unnamedPersonIn, unnamedPersonMet } from './unnamed-persons.ts'

/** How many sentences back a pronoun may reach for a subject. */
const REACH = 4
/** So many sentences back may be the only one of its gender who was named, and no subject. */
const NAMED = 8

/** The persons a sentence names in the words of the reporter, and within quoted words. */
export type NamedIn = {
  readonly told: readonly EntityId[]
  readonly quoted: readonly EntityId[]
  /** Those of `told` whom it calls by their names as persons who act: not `Ms Roe’s plan`, `a letter to Ms Roe`, `the mayor`. */
  readonly acting: readonly EntityId[]
  /** Those of `told` whom it calls by what they are alone. */
  readonly byRole: readonly EntityId[]
  /** It tells what somebody said. */
  readonly isReport: boolean
  /** All of it is quoted. */
  readonly isQuoted: boolean
  /** Somebody the text mentions without a name. */
  readonly met?: UnnamedPerson
}

/** The persons that a sentence names. */
export function namesOf(sentence: ParsedSentence, persons: readonly Mention[]): NamedIn {
  const { tokens } = sentence
  const met = unnamedPersonMet(tokens)
  const isQuoted = ({ span }: Mention) => tokens.find(({ start }) => start >= span.start)?.isQuoted === true
  const idOf = ({ entity }: Mention) => entity.id
  const named = new Set(persons.filter(({ form }) => form === 'name').map(idOf))
  return {
    told: persons.filter((person) => !isQuoted(person)).map(idOf),
    quoted: persons.filter(isQuoted).map(idOf),
    byRole: persons
      .filter(({ form }) => form === 'role')
      .map(idOf)
      .filter((id) => !named.has(id)),
    acting: persons
      .filter((person) => person.form === 'name' && isActor(sentence, person, ABOUT) && !isInList(tokens, person))
      .map(idOf),
    isQuoted: isAllQuotation(sentence),
    isReport: tokens.some((token) => !token.isQuoted && (cueOf(sentence, token)?.strength ?? 0) >= 2),
    ...defined({ met }),
  }
}

export type PronounReader = {
  readonly sentence: ParsedSentence
  readonly known: Known
  readonly persons: readonly Mention[]
  readonly recent: readonly EntityId[]
  readonly subjects: readonly (EntityId | undefined)[]
  readonly subject: Subject | undefined
  /** For each sentence before, the person of unknown name whom it is about: `the judge`, `Aidala`. */
  readonly unnamed: readonly (UnnamedPerson | undefined)[]
  /** For each sentence before, the persons it names. */
  readonly namedIn: readonly NamedIn[]
  /** Whether a pronoun of the sentence may mean somebody. */
  readonly isMeant: (id: EntityId) => boolean
}

export function pronounMentions(reader: PronounReader): Mention[] {
  const found: Mention[] = []
  if (reader.sentence.tokens.length > LONGEST_SENTENCE) return found
  for (const token of reader.sentence.tokens) {
    if (token.isQuoted || !genderOfPronoun(token)) continue
    const id = antecedentOf(reader, token)
    const person = id && reader.known.book.byId.get(id)
    if (!person) continue
    const gender = genderOfPronoun(token)
    // A name of neither list is that of a man where it was `he` before.
    if (gender && !person.gender) person.gender = gender
    found.push({
      span: { start: token.start, end: token.end },
      kind: 'person',
      form: 'pronoun',
      entity: person.entity,
    })
  }
  return found
}

function tokenBehind(tokens: readonly Token[], { span }: Mention): Token | undefined {
  return tokens.find(({ start }) => start >= span.end)
}

/** The token behind a name in `Ms Roe’s`. */
function isOwnerMark(token: Token | undefined): boolean {
  return token?.lower === "'s" || token?.lower === '’s'
}

/** The token behind a name that does not stand for itself: `Ms Roe’s plan`, `the Roe administration`. */
function isOfAnother(token: Token | undefined): boolean {
  return isOwnerMark(token) || token?.pos === 'NOUN'
}

/** `the hosts Jane Roe and Tom Poe` */
function isInList(tokens: readonly Token[], person: Mention): boolean {
  return /^(?:and|or)$/.test(tokenBehind(tokens, person)?.lower ?? '')
}

/** Of whom something is told, who has no part in it: not `with Ms Roe`, `from Ms Roe`. */
const ABOUT = /^(?:for|of|about|against|on|over|under|behind)$/

/** Whether a pronoun behind a name may mean it: not one in quoted words, nor `Ms Roe’s plan`, nor behind a preposition. */
function isActor({ tokens }: ParsedSentence, person: Mention, links = /^(?!as$)/): boolean {
  const { span, role } = person
  const from = Math.min(span.start, role?.start ?? span.start)
  const first = tokens.findIndex(({ start }) => start >= from)
  const link = tokens[first - 1]
  const isObject = link?.pos === 'ADP' && links.test(link.lower)
  return !isOfAnother(tokenBehind(tokens, person)) && tokens[first]?.isQuoted !== true && !isObject
}

/** Whom a pronoun may mean, and whom by no means. */
type Candidates = {
  readonly agrees: (id: EntityId | undefined) => id is EntityId
  /** Whether nobody else who agrees was named in the last sentences, nor in this one before the pronoun. */
  readonly isAlone: (id: EntityId, back: number) => boolean
}

function candidatesFor(
  { sentence, persons, known, isMeant, namedIn }: PronounReader,
  pronoun: Token,
  gender: Gender,
  about: EntityId | undefined,
): Candidates {
  const agrees = (id: EntityId | undefined): id is EntityId => {
    const person = id === undefined || id === about ? undefined : known.book.byId.get(id)
    return person !== undefined && (!person.gender || person.gender === gender) && isMeant(person.entity.id)
  }
  const isAlone = (id: EntityId, back: number): boolean => {
    // The sentence before may name anyone beside its subject.
    const before = back < 2 ? [] : namedIn.slice(-back)
    const named = [...before.flatMap(({ told }) => told), ...(before[0]?.quoted ?? [])]
    const here = persons.flatMap((person) =>
      person.span.end <= pronoun.start && isActor(sentence, person) ? [person.entity.id] : [],
    )
    return [...named, ...here].every((other) => other === id || !agrees(other))
  }
  return { agrees, isAlone }
}

function antecedentOf(reader: PronounReader, pronoun: Token): EntityId | undefined {
  const { sentence, persons, subjects, subject, unnamed, recent, namedIn } = reader
  const gender = genderOfPronoun(pronoun)
  if (!gender) return undefined
  const isAside = subject !== undefined && subject.last < pronoun.at && isAsideOn(sentence, subject, pronoun)
  const { agrees, isAlone } = candidatesFor(
    reader,
    pronoun,
    gender,
    isAside ? personIn(sentence, subject, persons) : undefined,
  )
  const isSure = (id: EntityId) => reader.known.book.byId.get(id)?.gender === gender
  const sayer = sayerBefore(sentence, pronoun)
  const said = sayer && personIn(sentence, sayer, persons)
  // `Another neighbor said she …`
  if (!said && sayer && isUnnamed(sentence.tokens, sayer, gender)) return undefined
  if (agrees(said))
    return isSure(said) || !toldSince(reader, REACH).some((id) => agrees(id) && isSure(id)) ? said : undefined
  if (subject && subject.last < pronoun.at && !isAside) {
    const own = personIn(sentence, subject, persons)
    if (agrees(own))
      return actsBetween(reader, subject, pronoun, own, agrees) || isOneOfTwo(reader, pronoun, own, agrees)
        ? undefined
        : own
  }
  const joined = namedBeforeJoin(reader, pronoun, agrees)
  if (joined) return subjects.at(-1) === joined || !agrees(subjects.at(-1)) ? joined : undefined
  const owner = ownerBefore(reader, pronoun, isSure)
  for (let back = 1; back <= REACH; back++) {
    const nobody = unnamed[unnamed.length - back]
    if (nobody && (nobody.gender ?? gender) === gender)
      return nobody.isPronoun ? undefined : onlyOne(toldSince(reader, back - 1).filter(agrees))
    const before = subjects[subjects.length - back]
    if (agrees(before) && owner !== undefined && owner !== before) return undefined
    if (agrees(before))
      return isAlone(before, back) &&
        !isAnother(reader, before, back, gender) &&
        !isToldOf(reader, before, back, agrees)
        ? before
        : undefined
  }
  const earlier = isAside
    ? undefined
    : persons.findLast((mention) => mention.span.end <= pronoun.start && agrees(mention.entity.id))
  const near = new Set(toldSince(reader, NAMED))
  const last = earlier?.entity.id ?? recent.findLast((id) => agrees(id) && near.has(id))
  const before = namedIn.findLast(({ isQuoted }) => !isQuoted)
  if (!last || (!earlier && !before?.acting.includes(last))) return undefined
  return isAlone(last, REACH) && !isAnother(reader, last, NAMED, gender) ? last : undefined
}

/** `Mr Poe’s post came a day after he had left`: whose something is, in the same sentence. */
function ownerBefore(
  { sentence: { tokens }, persons, isMeant }: PronounReader,
  pronoun: Token,
  isSure: (id: EntityId) => boolean,
): EntityId | undefined {
  return persons.findLast((person) => {
    const { span, entity } = person
    if (span.end > pronoun.start || !isSure(entity.id) || !isMeant(entity.id)) return false
    const next = tokenBehind(tokens, person)
    return !next?.isQuoted && tokens[pronoun.at - 1]?.text !== ',' && isOwnerMark(next)
  })?.entity.id
}

function isUnnamed(tokens: readonly Token[], subject: Subject, gender: Gender): boolean {
  const unnamed = unnamedPersonIn(tokens, subject)
  return unnamed !== undefined && (unnamed.gender ?? gender) === gender
}

/**
 * Whether somebody without a name has been told of since a person was named last (`as a ranger tried …`), or somebody is named of whom it
 * is known that the pronoun fits, as it is not of that person.
 */
function isAnother(reader: PronounReader, id: EntityId, back: number, gender: Gender): boolean {
  const { namedIn, known } = reader
  const isSure = (other: EntityId) => known.book.byId.get(other)?.gender === gender
  if (back > 1 && !isSure(id) && toldSince(reader, back).some((other) => other !== id && isSure(other))) return true
  const since = namedIn.slice(-back)
  const last = since.findLastIndex(({ told, quoted }) => told.includes(id) || quoted.includes(id))
  return since.slice(last + 1).some(({ met }) => met !== undefined && (met.gender ?? gender) === gender)
}

/** The persons named in the reporter's words of so many sentences before. */
function toldSince({ namedIn }: PronounReader, back: number): EntityId[] {
  return back < 1 ? [] : namedIn.slice(-back).flatMap(({ told }) => told)
}

function onlyOne(ids: readonly EntityId[]): EntityId | undefined {
  return new Set(ids).size === 1 ? ids[0] : undefined
}

/** `Ms Roe was asked to leave, but she said …`: the only one whom the sentence names before a clause that the pronoun begins. */
function namedBeforeJoin(
  { sentence: { tokens }, persons }: PronounReader,
  pronoun: Token,
  agrees: Candidates['agrees'],
): EntityId | undefined {
  if (!JOINS.test(tokens[pronoun.at - 1]?.lower ?? '')) return undefined
  const named = new Set(
    persons.flatMap(({ span, entity }) => (span.end <= pronoun.start && agrees(entity.id) ? [entity.id] : [])),
  )
  return onlyOne([...named])
}

const JOINS = /^(?:but|and|although|though|while|because)$/

/** The gender of a pronoun that means one person. */
export function genderOfPronoun({ lower }: Token): Gender | undefined {
  return lower === 'he' ? 'm' : lower === 'she' ? 'f' : undefined
}

/** `Mr Poe should have warned her, he said.`: whom a report is about is not who makes it, unless it is a report of theirs. */
function isAsideOn(sentence: ParsedSentence, subject: Subject, { at }: Token): boolean {
  const { tokens } = sentence
  const [before, verb] = [tokens[at - 1], tokens[at + 1]]
  if (before?.text !== ',' || !verb || (cueOf(sentence, verb)?.strength ?? 0) < 2) return false
  return !tokens.slice(subject.last + 1, at).some((token) => {
    const cue = token.isQuoted ? undefined : cueOf(sentence, token)
    return cue !== undefined && cue.strength >= 2 && !tokens.slice(token.at - 3, token.at).some(isModal)
  })
}

function isModal({ lower }: Token): boolean {
  return /^(?:should|would|could|might|must|may|will|can|to)$/.test(lower)
}

/** `Ms Roe insisted that Mr Poe was there when he said so`: somebody else acts in between. */
function actsBetween(
  { sentence: { tokens }, persons }: PronounReader,
  subject: Subject,
  pronoun: Token,
  own: EntityId,
  agrees: Candidates['agrees'],
): boolean {
  const from = nth(tokens, subject.last).end
  return persons.some(({ span, form, entity }) => {
    if (form === 'pronoun' || span.start < from || span.end > pronoun.start || entity.id === own) return false
    if (!agrees(entity.id)) return false
    const next = tokens.find(({ start, pos }) => start >= span.end && pos !== 'MARK')
    return next !== undefined && next.at < pronoun.at && (next.pos === 'VERB' || next.pos === 'AUX')
  })
}

/** `Ms Roe introduced Ms Bell, but she said …`: the clause that the pronoun begins may be about either. */
function isOneOfTwo(
  { sentence: { tokens }, persons }: PronounReader,
  pronoun: Token,
  own: EntityId,
  agrees: Candidates['agrees'],
): boolean {
  if (!JOINS.test(tokens[pronoun.at - 1]?.lower ?? '')) return false
  return persons.some((person) => {
    const { span, form, entity } = person
    if (form === 'pronoun' || span.end > pronoun.start || entity.id === own || !agrees(entity.id)) return false
    const next = tokenBehind(tokens, person)
    return !isOfAnother(next) && !next?.isQuoted
  })
}

/** `Judge Poe disagreed. The mayor must obey. “…,” he said.`: told of by what she is, in the words of whom the text was about. */
function isToldOf(
  { subjects, namedIn }: PronounReader,
  id: EntityId,
  back: number,
  agrees: Candidates['agrees'],
): boolean {
  const there = namedIn.at(-back)
  const earlier = subjects.at(-back - 1)
  if (!there?.byRole.includes(id) || there.isReport) return false
  return earlier !== id && agrees(earlier)
}

/** `After Mr Poe said he would go, …`: who says so, right before. */
function sayerBefore(sentence: ParsedSentence, pronoun: Token): Subject | undefined {
  const { tokens } = sentence
  const at = tokens[pronoun.at - 1]?.lower === 'that' ? pronoun.at - 2 : pronoun.at - 1
  const verb = tokens[at]
  const cue = verb && cueOf(sentence, verb)
  return cue && cue.strength >= 2 && !cue.isParticiple ? subjectOf(sentence, at) : undefined
}

/** Whom the sentence is about, for the pronouns of the next one. */
export function subjectEntity(reader: PronounReader, pronouns: readonly Mention[]): EntityId | undefined {
  const { sentence, persons, subjects, subject } = reader
  if (isAllQuotation(sentence)) return subjects.at(-1)
  const all = [...persons, ...pronouns]
  const about = subject && personIn(sentence, subject, all)
  const sayer = about ? undefined : trailingSayer(sentence)
  return about ?? (sayer && personIn(sentence, sayer, all))
}

function isAllQuotation({ tokens }: ParsedSentence): boolean {
  return !tokens.some((token) => !token.isQuoted && token.pos !== 'MARK' && /\p{L}/u.test(token.text))
}

/** `It is cold, Ms Roe said.`, `It is cold, according to Ms Roe.` */
function trailingSayer(sentence: ParsedSentence): Subject | undefined {
  const { tokens } = sentence
  for (let at = tokens.length - 1; at > 2; at--) {
    const token = nth(tokens, at)
    if (at <= tokens.length - FAR_BEHIND && !isBehindMark(tokens, at) && token.pos !== 'MARK') continue
    if (token.isQuoted) return undefined
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') return phraseStartingAt(tokens, at + 2)
    const cue = cueOf(sentence, token)
    if (!cue || cue.strength < 2 || cue.isParticiple) continue
    const subject = subjectOf(sentence, at)
    const first = Math.min(subject?.first ?? at, at)
    return subject && isBehindMark(tokens, first) ? subject : undefined
  }
  return undefined
}

/** Behind a comma or a quotation mark. */
function isBehindMark(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before?.text === ',' || before?.pos === 'MARK'
}

const FAR_BEHIND = 14
