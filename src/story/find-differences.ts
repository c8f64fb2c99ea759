import type { Entity, Mention } from '../core/annotation.ts'
import { cite } from '../core/citation.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps, type Span } from '../core/span.ts'
import type { Difference, Member, Wordings } from '../core/story.ts'
import { differingFigures } from './differing-figures.ts'
import { areEquivalent } from './group-equivalents.ts'
import type { EntityMap } from './merge-entities.ts'
import { opposedAccounts } from './opposed-accounts.ts'
import { readQuotes } from './read-quotes.ts'
import { type Signal, signalIn } from './signals.ts'
import { areOpposed, type Stance, stancesOf } from './stance.ts'
import type { MemberText, SentenceText } from './story-text.ts'
import { contentStems, wordsOf } from './words.ts'

/** How far from a signal, in sentences, the two statements may stand (honesty rule 3). */
const reach = 2
const maxDifferences = 12
/** A claim is laid at somebody's door only when we are this sure of the speaker. */
const minClaimConfidence = 0.7

/** What somebody said, with the stances in it. */
type Position = {
  readonly span: Span
  readonly sentence: number
  readonly speaker?: Entity
  readonly stances: readonly Stance[]
}

/**
 * Where accounts differ, asserted only on a reporter's word: a reversal is one speaker's opposite stances on one thing within
 * two sentences of a sentence that signals a conflict; a dispute is a sentence that rejects the statement before it; figures
 * differ for the same unit and event at one time in independent reports. The signal is cited. Everything else is left to the
 * reader.
 */
export function findDifferences(
  texts: readonly MemberText[],
  members: readonly Member[],
  entities: EntityMap,
): Difference[] {
  const found: { difference: Difference; key: SentenceText }[] = []
  for (const text of texts) {
    if (members[text.member]?.kind === 'opinion') continue
    const quoted = text.quotes.filter((quote) => quote.kind === 'direct').map((quote) => quote.span)
    for (const sentence of text.sentences) {
      const signal = signalIn(sentence, quoted)
      if (!signal) continue
      const difference = fromSignal(sentence, signal, text, entities)
      // A copy of the text signals the same difference again.
      if (difference && !found.some(({ key }) => areEquivalent(key, sentence)))
        found.push({ difference, key: sentence })
    }
  }
  return [...found.map(({ difference }) => difference), ...differingFigures(texts, members)].slice(0, maxDifferences)
}

function fromSignal(
  sentence: SentenceText,
  signal: Signal,
  text: MemberText,
  entities: EntityMap,
): Difference | undefined {
  const near = text.sentences.filter((each) => Math.abs(each.index - sentence.index) <= reach)
  const said = readQuotes(text)
  const positions = near.flatMap((each) => positionsIn(each, text, said, entities))
  return (
    flipIn(positions, sentence, signal, text) ??
    (signal.kind === 'conflict' ? opposedAccounts(sentence, text, entities, reach) : undefined) ??
    (signal.kind === 'rejection' ? disputeAt(sentence, signal, text, entities) : undefined)
  )
}

/** What is said in a sentence: its quotations, each with its speaker; a sentence without any has no position. */
function positionsIn(
  sentence: SentenceText,
  text: MemberText,
  said: readonly Quote[],
  entities: EntityMap,
): Position[] {
  const { document } = text.input
  const quotes = said.filter((quote) => quote.span.start >= sentence.span.start && overlaps(quote.span, sentence.span))
  const speakers = new Set(quotes.flatMap((quote) => (quote.speaker ? [entities.of(quote.speaker).id] : [])))
  return quotes.flatMap((quote) => {
    const stances = stancesOf(wordsOf(document.text.slice(quote.span.start, quote.span.end)))
    if (stances.length === 0) return []
    // Two quotations of one sentence in which only one speaker is named are that speaker's.
    const named = quote.speaker ?? (speakers.size === 1 ? quotes.find((each) => each.speaker)?.speaker : undefined)
    const speaker = named ? { speaker: entities.of(named) } : {}
    return [{ span: quote.span, sentence: sentence.index, stances, ...speaker }]
  })
}

/** Opposite stances on one thing among the positions: of one speaker a reversal, of two a dispute. */
function flipIn(
  positions: readonly Position[],
  sentence: SentenceText,
  signal: Signal,
  text: MemberText,
): Difference | undefined {
  const { document } = text.input
  for (const [index, a] of positions.entries()) {
    for (const b of positions.slice(index + 1)) {
      if (!a.speaker || !b.speaker || overlaps(a.span, b.span)) continue
      const target = opposedTarget(a, b)
      if (!target) continue
      const isReversal = a.speaker.id === b.speaker.id
      if (isReversal && signal.kind !== 'conflict') continue
      return {
        kind: isReversal ? 'reversal' : 'dispute',
        a: { speaker: a.speaker.name, citation: cite(document, a.span) },
        b: { speaker: b.speaker.name, citation: cite(document, b.span) },
        signal: cite(document, sentence.span),
        why: isReversal
          ? `The reporter says the statements conflict: ${a.speaker.name} takes opposite sides on “${target}”.`
          : `The reporter says the statements conflict: the two take opposite sides on “${target}”.`,
      }
    }
  }
  return undefined
}

function opposedTarget(a: Position, b: Position): string | undefined {
  for (const stance of a.stances) if (b.stances.some((other) => areOpposed(stance, other))) return stance.targetWord
  return undefined
}

/** The rejecting sentence against the statement before it, when it is known who rejects. */
function disputeAt(
  sentence: SentenceText,
  signal: Signal,
  text: MemberText,
  entities: EntityMap,
): Difference | undefined {
  const { document } = text.input
  if (carriesItsClaim(sentence, signal)) return undefined
  const denier = denierBefore(text.mentions, sentence, signal.span, entities)
  if (!denier) return undefined
  const claim = claimBefore(sentence, signal, text, denier.entity, entities)
  if (!claim) return undefined
  return {
    kind: 'dispute',
    a: claim,
    b: { speaker: denier.name, citation: cite(document, sentence.span) },
    signal: cite(document, {
      start: sentence.span.start + signal.span.start,
      end: sentence.span.start + signal.span.end,
    }),
    why: `The reporter says ${denier.name} rejects the statement before it.`,
  }
}

/** The one who rejects: named right before the cue, in the main clause. `Moore’s campaign` is named as written. */
function denierBefore(
  mentions: readonly Mention[],
  sentence: SentenceText,
  cue: Span,
  entities: EntityMap,
): { readonly entity: Entity; readonly name: string } | undefined {
  const cueStart = sentence.span.start + cue.start
  const nearest = mentions.filter((each) => each.span.start >= sentence.span.start && each.span.end <= cueStart).at(-1)
  // Who a pronoun is we only guess: too little for an assertion of ours.
  if (!nearest || nearest.form === 'pronoun') return undefined
  const start = nearest.span.start - sentence.span.start
  const between = sentence.text.slice(nearest.span.end - sentence.span.start, cue.start)
  const before = sentence.text.slice(0, start)
  // A subordinate clause (`after X denied …`), or a name that is not the subject (`aides to X disputed …`).
  if (/\b(?:after|when|as|before|since|until|because|although|though|while|that|who|which)\b[^,]*$/i.test(before))
    return undefined
  if (/\b(?:of|for|by|with|in|to|from|against|on|at|about|over|and)(?: the| other)?\s*$/i.test(before)) return undefined
  const entity = entities.of(nearest.entity)
  const office = /^[’']s? (?:[\p{L}-]+ ){1,3}$/u.exec(between)
  if (office) return { entity, name: `${sentence.text.slice(start, cue.start).trim()}` }
  const isNextTo =
    /^,?(?: (?:has|have|had|also|later|flatly|firmly|strongly|again|then|repeatedly|\p{L}+ly))*\s*$/u.test(between)
  // `Holm, the director of the company, rejected`, `Holm (R-Sandvik) rejected`
  const isDescribed = between.length < 80 && /^(?:, [^.;:]*,|\s\([^)]*\)) (?:\p{L}+ly )?$/u.test(between)
  return isNextTo || isDescribed ? { entity, name: entity.name } : undefined
}

/** The last of the two sentences before that tells what somebody else said or claims. */
function claimBefore(
  sentence: SentenceText,
  signal: Signal,
  text: MemberText,
  denier: Entity,
  entities: EntityMap,
): Wordings | undefined {
  for (let back = 1; back <= reach; back++) {
    const before = text.sentences[text.sentences.indexOf(sentence) - back]
    if (!before || before.blockKind === 'heading' || speaksOfKnownClaim(before, sentence, signal)) return undefined
    if (!mayPointAt(before, sentence, signal)) return undefined
    const quotes = text.quotes.filter((quote) => overlaps(quote.span, before.span))
    const byOther = quotes.find(
      (quote) => quote.speaker && quote.confidence >= minClaimConfidence && entities.of(quote.speaker).id !== denier.id,
    )
    if (byOther?.speaker)
      return { speaker: entities.of(byOther.speaker).name, citation: cite(text.input.document, before.span) }
    // Further talk of the one who rejects stands between claim and rejection.
    if (quotes.some((quote) => quote.speaker && entities.of(quote.speaker).id === denier.id)) continue
    const speaker = claimant(before, text, denier, entities)
    if (speaker) return { speaker: speaker.name, citation: cite(text.input.document, before.span) }
    if (back === 1 && claimCue.test(before.text)) return { citation: cite(text.input.document, before.span) }
  }
  return undefined
}

/** `the notion that …`, `all accusations against him`: what is rejected is told here, not in the sentence before. */
function carriesItsClaim(sentence: SentenceText, signal: Signal): boolean {
  return /^ (?:that|of|against|by|from|made|leveled|levelled|about)\b/i.test(sentence.text.slice(signal.span.end))
}

/** `this notion` points at what was just said; `the allegations` may have been made anywhere, unless one was just made. */
function mayPointAt(before: SentenceText, sentence: SentenceText, signal: Signal): boolean {
  const isDemonstrative = /\b(?:this|that|these|those)\b/i.test(sentence.text.slice(signal.span.start, signal.span.end))
  return isDemonstrative || accusation.test(before.text)
}

const accusation =
  /\b(?:accus(?:es?|ed|ing)|alleg(?:es?|ed|ing)|claim(?:s|ed)|charged|threaten(?:s|ed)|blam(?:es?|ed|ing))\b/i

/** `the allegations` of a sentence before that speaks of `the allegations` itself: the claim was made somewhere else. */
function speaksOfKnownClaim(before: SentenceText, sentence: SentenceText, signal: Signal): boolean {
  const thing = contentStems(wordsOf(sentence.text.slice(signal.span.start, signal.span.end)))
  const cue = wordsOf(sentence.text.slice(signal.span.start, signal.span.end))[0]
  return [...thing].some((stem) => stem !== cue?.stem && before.stems.has(stem))
}

const claimCue =
  /\b(?:said|says|claim(?:s|ed)|alleg(?:es|ed)|accus(?:es|ed)|assert(?:s|ed)|suggest(?:s|ed)|argu(?:es|ed)|elaborated|insist(?:s|ed)|told|reported|wrote|tweeted|according to|described|charged|maintain(?:s|ed))\b/i

function claimant(before: SentenceText, text: MemberText, denier: Entity, entities: EntityMap): Entity | undefined {
  const cue = claimCue.exec(before.text)
  if (!cue) return undefined
  const cueStart = before.span.start + cue.index
  const speaker = text.mentions
    .filter(
      (mention) => mention.span.start >= before.span.start && mention.span.end <= cueStart && mention.kind !== 'place',
    )
    .at(-1)
  if (!speaker || speaker.form === 'pronoun') return undefined
  const start = speaker.span.start - before.span.start
  // `some in Holm’s circle alleged`: the name must be the subject, right before the cue.
  if (
    !/^(?:,[^.;:]{0,60},)?(?: (?:has|have|had|also|later|then|again|\p{L}+ly))*\s*$/iu.test(
      before.text.slice(speaker.span.end - before.span.start, cue.index),
    )
  )
    return undefined
  if (/\b(?:of|for|by|with|in|to|from|against|on|at|about|over|and)(?: the)?\s*$/i.test(before.text.slice(0, start)))
    return undefined
  const entity = entities.of(speaker.entity)
  return entity.id === denier.id ? undefined : entity
}
