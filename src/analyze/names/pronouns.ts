import type { Mention } from '../../core/annotation.ts'
import type { EntityId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { phraseStartingAt } from '../grammar/noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token } from '../grammar/parse.ts'
import { type Subject, subjectOf } from '../grammar/subjects.ts'
import type { Known } from './coreference.ts'
import type { Gender } from './people.ts'
import { personIn } from './subject-mention.ts'
import type { UnnamedPerson } from './unnamed-persons.ts'

/** How many sentences back a pronoun may reach for a subject. */
const REACH = 4

export type PronounReader = {
  readonly sentence: ParsedSentence
  readonly known: Known
  readonly persons: readonly Mention[]
  readonly recent: readonly EntityId[]
  readonly subjects: readonly (EntityId | undefined)[]
  readonly subject: Subject | undefined
  /** The sentence before is about somebody whom it calls `the judge`, and whose name is not known. */
  readonly unnamed: UnnamedPerson | undefined
  /** Whether a pronoun of the sentence may mean somebody. */
  readonly isMeant: (id: EntityId) => boolean
}

export function pronounMentions(reader: PronounReader): Mention[] {
  const found: Mention[] = []
  if (reader.sentence.tokens.length > LONGEST_SENTENCE) return found
  for (const token of reader.sentence.tokens) {
    if (token.isQuoted || (token.lower !== 'he' && token.lower !== 'she')) continue
    const id = antecedentOf(reader, token)
    const person = id && reader.known.book.byId.get(id)
    if (person)
      found.push({
        span: { start: token.start, end: token.end },
        kind: 'person',
        form: 'pronoun',
        entity: person.entity,
      })
  }
  return found
}

function antecedentOf(reader: PronounReader, pronoun: Token): EntityId | undefined {
  const { sentence, persons, subjects, subject, known, recent, isMeant } = reader
  const gender: Gender = pronoun.lower === 'he' ? 'm' : 'f'
  const agrees = (id: EntityId | undefined): id is EntityId => {
    const person = id === undefined ? undefined : known.book.byId.get(id)
    return person !== undefined && (!person.gender || person.gender === gender) && isMeant(person.entity.id)
  }
  const sayer = sayerBefore(sentence, pronoun)
  const said = sayer && personIn(sentence, sayer, persons)
  if (agrees(said)) return said
  if (subject && subject.last < pronoun.at) {
    const own = personIn(sentence, subject, persons)
    if (agrees(own)) return own
  }
  if (reader.unnamed && (reader.unnamed.gender ?? gender) === gender) return undefined
  for (let back = 1; back <= REACH; back++) {
    const before = subjects[subjects.length - back]
    if (agrees(before)) return before
  }
  const earlier = persons.findLast((mention) => mention.span.end <= pronoun.start && agrees(mention.entity.id))
  return earlier?.entity.id ?? recent.findLast((id) => agrees(id))
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
  const isAllQuotation = !sentence.tokens.some(
    (token) => !token.isQuoted && token.pos !== 'MARK' && /\p{L}/u.test(token.text),
  )
  if (isAllQuotation) return subjects.at(-1)
  const all = [...persons, ...pronouns]
  const about = subject && personIn(sentence, subject, all)
  const sayer = about ? undefined : trailingSayer(sentence)
  return about ?? (sayer && personIn(sentence, sayer, all))
}

/** `It is cold, Ms Roe said.`, `It is cold, according to Ms Roe.` */
function trailingSayer(sentence: ParsedSentence): Subject | undefined {
  const { tokens } = sentence
  for (let at = tokens.length - 1; at > 2 && at > tokens.length - FAR_BEHIND; at--) {
    const token = nth(tokens, at)
    if (token.isQuoted) return undefined
    if (token.lower === 'according' && tokens[at + 1]?.lower === 'to') return phraseStartingAt(tokens, at + 2)
    const cue = cueOf(sentence, token)
    if (!cue || cue.strength < 2 || cue.isParticiple) continue
    const subject = subjectOf(sentence, at)
    const first = Math.min(subject?.first ?? at, at)
    return subject && tokens[first - 1]?.text === ',' ? subject : undefined
  }
  return undefined
}

const FAR_BEHIND = 14
