import type { Mention, Party } from '../core/annotation.ts'
import type { Span } from '../core/span.ts'
import type { ParsedSentence } from './grammar/parse.ts'
import { subjectOf } from './grammar/subjects.ts'
import { spanOf } from './names/subject-mention.ts'
import { sourceOf } from './quotes/by-grammar/speaker.ts'

/** The first token of a sentence that starts at or after a place of the document, as an index; the number of tokens at most. */
export function tokenAt({ tokens }: ParsedSentence, place: number): number {
  const at = tokens.findIndex((token) => token.start >= place)
  return at < 0 ? tokens.length : at
}

/** Who does what a verb says: the subject of the verb that is at a place of the document. */
export function subjectParty(
  text: string,
  sentence: ParsedSentence,
  place: number,
  mentions: readonly Mention[],
): Party | undefined {
  const verb = tokenAt(sentence, place)
  if (sentence.tokens[verb]?.start !== place) return undefined
  const subject = subjectOf(sentence, verb)
  if (!subject) return openingName(sentence, verb)
  const source = sourceOf(text, sentence, subject, mentions)
  const { speaker, isPronoun } = source
  const name = subject.appositive && spanOf(sentence.tokens, subject.appositive)
  const span = name && /^\p{Lu}/u.test(text.slice(name.start, name.end)) ? name : withoutDay(text, source.span)
  if (!span) return undefined
  if (isPronoun && !speaker) return { span }
  // A state acts by its name, which for a speaker is too little.
  const state = mentions.find((each) => each.kind === 'place' && each.form === 'name' && each.span.end === span.end)
  const entity = speaker ?? state?.entity
  return entity ? { span, entity } : { span }
}

/** `the mayor on Monday`: without the day; nobody where nothing else is left. */
function withoutDay(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const day = /(?:^| )(?:(?:on|late|early) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.exec(words)
  if (!day) return { start, end }
  return day.index === 0 ? undefined : { start, end: start + day.index }
}

/** `Norland rejected …`: a name the tagger does not know, alone before the verb that the sentence opens with. */
function openingName({ tokens }: ParsedSentence, verb: number): Party | undefined {
  const first = tokens[0]
  const isName = verb === 1 && first !== undefined && /^\p{Lu}\p{L}{2,}$/u.test(first.text)
  return isName ? { span: { start: first.start, end: first.end } } : undefined
}
