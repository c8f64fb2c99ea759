import type { Entity, Mention } from '../core/annotation.ts'
import type { Span } from '../core/span.ts'
import { mentionIn, spanOf } from './coreference.ts'
import type { ParsedSentence, Token } from './parse.ts'
import { speaksForAnother } from './role-words.ts'
import type { Subject } from './subjects.ts'

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
  const head = tokens[subject.last] as Token
  const span = trimmed(text, spanOf(tokens, subject))
  const isPronoun = head.pos === 'PRON'
  const near = mentions.filter(
    ({ span: at }) => at.start < sentence.end && at.end > sentence.start && canSpeak(at, span),
  )
  const mention = mentionIn(sentence, subject, near)
  const speaksFor = speaksForAnother.test(head.lower) && mention?.form !== 'name' && !subject.appositive
  if (!mention || speaksFor || mention.kind === 'place') return { span, isPronoun }
  return { span, speaker: mention.entity, isPronoun: isPronoun || mention.form === 'pronoun' }
}

function canSpeak(at: Span, source: Span): boolean {
  return at.end >= source.start
}

/** Without the full stop that an abbreviation took along. */
function trimmed(text: string, { start, end }: Span): Span {
  return text[end - 1] === ',' ? { start, end: end - 1 } : { start, end }
}
