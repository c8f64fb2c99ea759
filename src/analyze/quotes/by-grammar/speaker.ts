import type { Entity, Mention } from '../../../core/annotation.ts'
import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { phraseEndingAt } from '../../grammar/noun-phrases.ts'
import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import { speaksForAnother } from '../../names/role-words.ts'
import { mentionIn, spanOf } from '../../names/subject-mention.ts'

/** The source of a quote as written, and who that is. */
export type Source = { readonly span: Span; readonly speaker?: Entity; readonly isPronoun: boolean }

/**
 * Who the subject of a cue is. Somebody who speaks for another (`Mr Trump's envoy`, `a Kremlin spokesman`) is not that
 * other: without a name of their own they stay a source with no speaker.
 */
export function sourceOf(
  text: string,
  sentence: ParsedSentence,
  subject: Subject,
  mentions: readonly Mention[],
): Source {
  const { tokens } = sentence
  const head = nth(tokens, subject.last)
  const isPronoun = head.pos === 'PRON'
  const mention = mentionIn(sentence, subject, mentionsIn(sentence, mentions))
  const span = trimmed(text, spanOf(tokens, mention ? subject : withOwned(tokens, subject)))
  const speaksFor = speaksForAnother.test(head.lower) && mention?.form !== 'name' && !subject.appositive
  if (
    !mention ||
    speaksFor ||
    mention.kind === 'place' ||
    isOneOfTwo(tokens, subject) ||
    isPartOf(text, sentence, subject, mention)
  )
    return { span, isPronoun }
  return { span, speaker: mention.entity, isPronoun: isPronoun || mention.form === 'pronoun' }
}

/** `either she or Ms Roe would say`: one of them, and it is not said who. */
function isOneOfTwo(tokens: readonly Token[], { first }: Subject): boolean {
  return tokens[first - 1]?.lower === 'or'
}

/** `four Democrats`, `Democrats who …`: members of a party, and not the party. */
function isPartOf(
  text: string,
  { tokens }: ParsedSentence,
  { first, last }: Subject,
  { kind, span }: Mention,
): boolean {
  if (kind !== 'organization') return false
  const start = tokens.findIndex((token) => token.start >= span.start)
  if (!MEMBERS.test(text.slice(span.start, span.end))) return false
  const isBare =
    first >= start
      ? !/^(?:ADJ|NUM|VERB|DET)$/.test(tokens[start - 1]?.pos ?? '')
      : first === start - 1 && tokens[first]?.lower === 'the'
  return !isBare || /^(?:who|that|on|in|from|with|of)$/.test(tokens[last + 1]?.lower ?? '')
}

const MEMBERS = /(?:Democrats|Republicans|Conservatives|Tories|Lib Dems)$/

/** `the wife of the jailed blogger Samir Aziz`: where X is not who speaks, the one who is X's is named before. */
function withOwned(tokens: readonly Token[], subject: Subject): Subject {
  const [link, noun] = [tokens[subject.first - 1], tokens[subject.first - 2]]
  if (link?.lower !== 'of' || noun?.pos !== 'NOUN' || noun.isQuoted) return subject
  return { ...subject, first: phraseEndingAt(tokens, subject.first - 2).first }
}

/** The mentions of a sentence; they are in order, and none crosses a sentence. */
function mentionsIn({ start, end }: ParsedSentence, mentions: readonly Mention[]): Mention[] {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (nth(mentions, middle).span.start < start) low = middle + 1
    else high = middle
  }
  const found: Mention[] = []
  for (let i = low; i < mentions.length; i++) {
    const mention = nth(mentions, i)
    if (mention.span.start >= end) break
    found.push(mention)
  }
  return found
}

/** Without a comma that a phrase took along. */
function trimmed(text: string, { start, end }: Span): Span {
  return text[end - 1] === ',' ? { start, end: end - 1 } : { start, end }
}
