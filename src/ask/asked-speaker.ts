import type { QuestionKind } from '../core/answer.ts'
import { askWords } from './ask-words.ts'
import type { SpeakerAsked } from './question.ts'
import { leaning, smallWords } from './small-words.ts'

/** Titles stand before a name and say little of who is meant. */
const titles =
  /^(?:mr|mrs|ms|dr|sir|dame|president|senator|sen|rep|representative|governor|gov|justice|judge|secretary|prime|minister|chancellor|king|queen|pope|mayor|attorney|general|speaker|vice|congressman|congresswoman|professor|m|mme|former|chief|lord|lady|new|house|leader|majority|minority|democratic|republican)$/

/**
 * Who is meant by the words between `what did` and `say`: a name (`President Trump`), or a role (`the mayor`, `Lee's lawyer`, `a
 * spokesman for the bank`). A pronoun is the name given.
 */
export function askedSpeaker(phrase: string, before: readonly string[] | undefined): SpeakerAsked | undefined {
  const words = askWords(phrase)
  if (words.length === 0) return undefined
  if (words.every(({ text }) => leaning.has(text))) return { name: before ?? words.map(({ text }) => text), role: [] }
  const owner = /^(.*(?:'s|’s|s'|s’))\s+(\p{Ll}.*)$/u.exec(phrase)
  if (owner) return { name: [], role: meaning(owner[2]!) }
  const office = /^(?:the |a |an )?(\p{Ll}[\p{L}\s-]*?)\s+(?:of|for|at|from)\s+(.+)$/u.exec(phrase)
  if (office) return { name: [], role: meaning(office[1]!) }
  const named = words.filter(({ isCapital, text }) => isCapital && !titles.test(text))
  const last = words.at(-1)!
  // What ends in a small word is no name: `the Stanford law professor`.
  if (named.length > 0 && (last.isCapital || words.every(({ text }) => text === last.text)))
    return { name: named.map(({ text }) => text), role: [] }
  if (/^(?:the|a|an|his|her|their|one)\b/i.test(phrase) || named.length > 0) return { name: [], role: meaning(phrase) }
  const bare = words.filter(({ text }) => !titles.test(text) && !smallWords.has(text))
  return { name: bare.map(({ text }) => text), role: bare.length === 0 ? meaning(phrase) : [] }
}

function meaning(phrase: string): readonly string[] {
  return askWords(phrase)
    .map(({ text }) => text)
    .filter((text) => !smallWords.has(text) && text !== 'new')
}

/** `Lowell on the clearance`, `mayor reaction to the mask order`: keywords that ask what somebody said. */
export function speakerInKeywords(
  text: string,
): { readonly sort: QuestionKind; readonly speaker: string; readonly at: number; readonly end: number } | undefined {
  const match =
    /^(\S+(?:\s+\S+){0,3}?)\s+(?:on|about|reaction to|reacts to|response to|responds to|comments? (?:on|about)|statement (?:on|about)|quotes? (?:on|about)|says? about|said about|views? on|words about)\s+\S/iu.exec(
      text,
    )
  return match?.[1] === undefined ? undefined : { sort: 'said', speaker: match[1], at: 0, end: match[1].length }
}
