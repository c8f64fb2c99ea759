import type { Entity } from '../../core/annotation.ts'
import { cite } from '../../core/citation.ts'
import type { Quote } from '../../core/quote.ts'
import { overlaps } from '../../core/span.ts'
import type { Difference } from '../../core/story.ts'
import type { EntityMap } from '../people/merge-entities.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { type Word, wordsOf } from '../words.ts'
import { isNegation } from './contradicts.ts'

/** Least confidence in a speaker to attribute an account. */
const minConfidence = 0.7

type Account = { readonly quote: Quote; readonly speaker: Entity; readonly words: readonly Word[] }

/** `gave conflicting accounts of whether …`: the reporter says what the accounts are about. */
const accountsOf =
  /\b(?:conflicting|contradictory|opposing|differing|divergent) (?:accounts?|statements?|claims?|versions?|reports?|explanations?) (?:of|on|about|over|as to)\b(.*)$/isu

/**
 * A dispute announced by a reporter: a sentence says that accounts conflict, and of the next two turns of speech, by two people, one
 * affirms and one denies the matter in words of that sentence. A speaker's further quotations belong to the same turn. `reach` is how many
 * turns the accounts may be away.
 */
export function opposedAccounts(
  sentence: SentenceText,
  text: MemberText,
  entities: EntityMap,
  reach: number,
): Difference | undefined {
  const matter = accountsOf.exec(sentence.text)?.[1]
  if (!matter) return undefined
  const stems = new Set(wordsOf(matter).flatMap((word) => (word.isStop ? [] : [word.stem])))
  const accounts = turnsAfter(sentence, text, entities, reach)
  for (const [index, a] of accounts.entries()) {
    for (const b of accounts.slice(index + 1)) {
      if (a.speaker.id === b.speaker.id) continue
      const word = opposedWord(a, b, stems)
      if (word) return disputeOf(a, b, word, sentence, text)
    }
  }
  return undefined
}

function turnsAfter(sentence: SentenceText, text: MemberText, entities: EntityMap, reach: number): Account[] {
  const accounts: Account[] = []
  let turns = 0
  let last: string | undefined
  for (const each of text.sentences.slice(text.sentences.indexOf(sentence) + 1)) {
    const quote = text.quotes.find(
      ({ kind, span, speaker, confidence }) =>
        kind === 'direct' && speaker && confidence >= minConfidence && overlaps(span, each.span),
    )
    const speaker = quote?.speaker && entities.of(quote.speaker)
    const goesOn = speaker !== undefined && speaker.id === last && /^["“‘'«]/.test(each.text)
    if (!goesOn) turns++
    if (turns > reach || each.blockKind === 'heading') break
    last = speaker?.id
    if (quote && speaker)
      accounts.push({
        quote,
        speaker,
        words: wordsOf(text.input.document.text.slice(quote.span.start, quote.span.end)),
      })
  }
  return accounts
}

function opposedWord(a: Account, b: Account, stems: ReadonlySet<string>): string | undefined {
  for (const [at, word] of a.words.entries()) {
    if (word.isStop || !stems.has(word.stem)) continue
    const other = b.words.findIndex(({ stem }) => stem === word.stem)
    if (other < 0 || isOpen(a.words, at) || isOpen(b.words, other)) continue
    if (isDenied(a.words, at) !== isDenied(b.words, other)) return word.text
  }
  return undefined
}

/** Stated as a condition or possibility: neither affirmed nor denied. */
function isOpen(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).some(({ text }) => /^(?:if|whether|may|might|could|unless|perhaps)$/.test(text))
}

function isDenied(words: readonly Word[], at: number): boolean {
  const near = [...words.slice(Math.max(0, at - 4), at), ...words.slice(at + 1, at + 3)]
  return near.filter(({ text }) => isNegation(text)).length % 2 === 1
}

function disputeOf(a: Account, b: Account, word: string, sentence: SentenceText, text: MemberText): Difference {
  const { document } = text.input
  return {
    kind: 'dispute',
    a: { speaker: a.speaker.name, citation: cite(document, a.quote.span) },
    b: { speaker: b.speaker.name, citation: cite(document, b.quote.span) },
    signal: cite(document, sentence.span),
    why: `The reporter says the accounts conflict: one affirms and one denies “${word}”.`,
  }
}
