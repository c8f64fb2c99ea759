import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import type { ParsedSentence } from './parse.ts'

const DAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const PART = '(?:morning|afternoon|evening|night)'
/** `on Monday`, `over the weekend`, `earlier this week`, `last year`, `in a statement on 5 May`. */
const WHEN = new RegExp(
  String.raw`\b(?:on (?:(?:late|early) )?${DAY}(?: ${PART})?|${DAY} ${PART}|(?:on |in )(?:\d{1,2} )?${MONTH}(?: \d{1,2})?(?:,? \d{4})?|over the weekend|(?:earlier |later )?(?:this|last) (?:week|month|year|${PART}|weekend)|(?:earlier|later) (?:on )?(?:${DAY}|today)|yesterday|today|tonight)\b`,
  'di',
)
/** Words between the verb and its time: `told CNN over the weekend`. */
const REACH = 40

/** When it was said, as written beside the verb; for a cue left of the words, also at the head of the sentence. */
export function whenOf(text: string, sentence: ParsedSentence, cue: number, side: 'left' | 'right'): Span | undefined {
  const verb = nth(sentence.tokens, cue)
  const near = outsideFrom(text, sentence, verb.end, Math.min(sentence.end, verb.end + REACH))
  if (near) return near
  if (side === 'right') return undefined
  const firstQuoted = sentence.tokens.find((token) => token.isQuoted)?.start ?? sentence.end
  const atHead = outsideFrom(text, sentence, sentence.start, Math.min(verb.start, firstQuoted))
  if (atHead) return atHead
  const lastQuoted = sentence.tokens.findLast((token) => token.isQuoted)?.end
  return lastQuoted === undefined ? undefined : outsideFrom(text, sentence, lastQuoted, sentence.end)
}

function outsideFrom(text: string, sentence: ParsedSentence, from: number, to: number): Span | undefined {
  const quoted = sentence.tokens.find((token) => token.isQuoted && token.start >= from)?.start ?? to
  const stop = Math.min(to, quoted)
  if (stop <= from) return undefined
  const bounds = WHEN.exec(text.slice(from, stop))?.indices?.[0]
  return bounds && { start: from + bounds[0], end: from + bounds[1] }
}
