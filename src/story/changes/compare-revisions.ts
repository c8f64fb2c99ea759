import { nth } from '../../core/nth.ts'
import type { DiffRow, RevisedText, RevisionDiff, WeightyChange, WordEdits } from '../../core/reading/revision-diff.ts'
import { contains, type Span } from '../../core/span.ts'
import { alignInOrder } from '../points/align-in-order.ts'
import { type Pair, pairInOrder } from '../points/pair-in-order.ts'

/** Punctuation, which outlets set in their own style and change without changing the meaning. */
const marks = /[\p{P}\p{S}\p{Z}\p{Cf}\s]+/gu
/** Signs that are read as words: `-3`, `+2`, `5%`, `$5`. A point or comma within a number is kept too. */
const read = /[%‰$€£¥₹°+<>=]/u

/**
 * A sentence without its typography: sentences with the same key have the same words and numbers. Case is kept, because `us` is not `US`;
 * so is a sign or a point within a number, because `1.5` is not `15` and `-3` not `3`.
 */
function wordKeyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\d)[\s\u2009\u202f'’](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<![\p{L}\p{N}])[-−–](?=\d)/gu, ' minus ')
    .replace(marks, (run, at: number, whole: string) => {
      const inNumber = /^[.,:/]$/.test(run) && /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + run.length] ?? '')
      if (inNumber) return run
      const kept = [...run].filter((mark) => read.test(mark)).join('')
      // `don’t` equals `don't`, but `re-open` does not equal `reopen`.
      if (/^['’ʼ]$/u.test(run) && at > 0 && at + run.length < whole.length) return "'"
      return ` ${kept} `
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/** Longer sentences are marked as a whole. */
const mostTokens = 1200

/** The words and punctuation in which two sentences differ, as spans of their texts. */
export function editWords(
  { text: older, span: before }: { readonly text: string; readonly span: Span },
  { text: newer, span: after }: { readonly text: string; readonly span: Span },
): WordEdits {
  const [a, b] = [tokensOf(older, before), tokensOf(newer, after)]
  if (a.length > mostTokens || b.length > mostTokens) return { gone: [before], put: [after] }
  const pairs = pairInOrder(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )
  const [keptA, keptB] = [new Set(pairs.map(([at]) => at)), new Set(pairs.map(([, at]) => at))]
  return { gone: runs(a, keptA), put: runs(b, keptB) }
}

type Token = Span & { readonly key: string }

function tokensOf(text: string, { start, end }: Span): readonly Token[] {
  const part = text.slice(start, end)
  // A number with its points is one token, so that a change from `1.5` to `1.6` is marked as a whole.
  return [...part.matchAll(/\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s]/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    key: match[0].replaceAll('’', "'"),
  }))
}

/** Joins neighboring changed tokens into one span. */
function runs(tokens: readonly Token[], kept: ReadonlySet<number>): readonly Span[] {
  const found: { start: number; end: number; last: number }[] = []
  tokens.forEach(({ start, end }, index) => {
    if (kept.has(index)) return
    const run = found.at(-1)
    if (run && run.last === index - 1) Object.assign(run, { end, last: index })
    else found.push({ start, end, last: index })
  })
  return found.map(({ start, end }) => ({ start, end }))
}

/** Sentences that share less than this part of the shorter one's words, or fewer words, are not versions of each other. */
const least = { share: 0.5, weight: 2 }
/** With more pairs of sentences, or words in one, nothing is paired: it is shown as removed and added. */
const mostCells = 40_000
const mostWords = 400

/** A few small words also found in a long sentence do not make it the same sentence (Dice over words). */
const leastOfBoth = 0.3

/** Pairs the sentences of two runs that are versions of each other: in order, the most similar first. */
function pairAlike(before: readonly string[], after: readonly string[]): readonly Pair[] {
  if (before.length * after.length === 0 || before.length * after.length > mostCells) return []
  const [a, b] = [before.map(wordsOf), after.map(wordsOf)]
  return alignInOrder(a, b, () => 1, least).pairs.flatMap(({ a: at, b: to }): Pair[] => {
    const [mine, theirs] = [nth(a, at), nth(b, to)]
    return (2 * mine.intersection(theirs).size) / (mine.size + theirs.size) >= leastOfBoth ? [[at, to]] : []
  })
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(words.length > mostWords ? [] : words)
}

/**
 * Compares two versions of a text, sentence by sentence. Pairs sentences with the same words first in order, then moved ones; between them,
 * similar sentences count as edited. The reverse comparison gives the same with sides exchanged. Fast even for long texts.
 */
export function compareRevisions(before: RevisedText, after: RevisedText): RevisionDiff {
  // Break ties the same way in both directions.
  const isTurned = before.text > after.text
  const pairs = isTurned ? pairSentences(after, before).map(turned) : pairSentences(before, after)
  const weigh = weigher(before, after)
  const words = (was: Span, is: Span) =>
    isTurned
      ? turnedWords(editWords({ text: after.text, span: is }, { text: before.text, span: was }))
      : editWords({ text: before.text, span: was }, { text: after.text, span: is })
  const rowAt = ({ kind, at, to }: Place): DiffRow => {
    // A removed sentence has no place after, an added one none before: that one is not used.
    const [was, is] = [before.sentences[at]!, after.sentences[to]!]
    switch (kind) {
      case 'removed':
        return { kind, before: was, weighty: weigh.removed(was) }
      case 'added':
        return { kind, after: is, weighty: weigh.added(is) }
      case 'changed': {
        const edits = words(was, is)
        return { kind, before: was, after: is, words: edits, weighty: weigh.changed(was, is, edits) }
      }
      case 'moved':
        return { kind, before: was, after: is }
      case 'same': {
        const isSame = before.text.slice(was.start, was.end) === after.text.slice(is.start, is.end)
        return { kind: isSame ? kind : 'typographic', before: was, after: is }
      }
    }
  }
  return {
    rows: inOrder(pairs, before.sentences.length, after.sentences.length).map((place) => rowAt(place)),
    ...headlineOf(before.title, after.title),
  }
}

type SentencePair = { readonly kind: 'same' | 'moved' | 'changed'; readonly at: number; readonly to: number }
type Place = { readonly kind: SentencePair['kind'] | 'removed' | 'added'; readonly at: number; readonly to: number }

function turned({ kind, at, to }: SentencePair): SentencePair {
  return { kind, at: to, to: at }
}

function turnedWords({ gone, put }: WordEdits): WordEdits {
  return { gone: put, put: gone }
}

function pairSentences(before: RevisedText, after: RevisedText): readonly SentencePair[] {
  const textsOf = ({ text, sentences }: RevisedText) => sentences.map(({ start, end }) => text.slice(start, end))
  const [older, newer] = [textsOf(before), textsOf(after)]
  const [keys, newKeys] = [older.map(wordKeyOf), newer.map(wordKeyOf)]
  const same = pairInOrder(keys, newKeys)
  const moved = pairMoved(keys, newKeys, same)
  const changed = gapsOf(same, moved, older.length, newer.length).flatMap(([ats, tos]) =>
    pairAlike(
      ats.map((at) => nth(older, at)),
      tos.map((to) => nth(newer, to)),
    ).map(([a, b]): Pair => [nth(ats, a), nth(tos, b)]),
  )
  const as = (kind: SentencePair['kind'], pairs: readonly Pair[]) => pairs.map(([at, to]) => ({ kind, at, to }))
  return [...as('same', same), ...as('moved', moved), ...as('changed', changed)]
}

/** Pairs remaining sentences with the same words wherever they are: the first with the first. */
function pairMoved(keys: readonly string[], newKeys: readonly string[], same: readonly Pair[]): readonly Pair[] {
  const [heldA, heldB] = [new Set(same.map(([at]) => at)), new Set(same.map(([, to]) => to))]
  const left = new Map<string, number[]>()
  newKeys.forEach((key, to) => {
    if (heldB.has(to) || key === '') return
    const places = left.get(key)
    if (places) places.push(to)
    else left.set(key, [to])
  })
  for (const places of left.values()) places.reverse()
  return keys.flatMap((key, at): Pair[] => {
    const to = heldA.has(at) ? undefined : left.get(key)?.pop()
    return to === undefined ? [] : [[at, to]]
  })
}

/** The sentences neither kept nor moved, between each two that were kept. */
function gapsOf(same: readonly Pair[], moved: readonly Pair[], count: number, newCount: number) {
  const [movedA, movedB] = [new Set(moved.map(([at]) => at)), new Set(moved.map(([, to]) => to))]
  const free = (from: number, to: number, held: ReadonlySet<number>) =>
    Array.from({ length: to - from }, (_, index) => from + index).filter((at) => !held.has(at))
  let [a, b] = [0, 0]
  return [...same, [count, newCount] as Pair].map(([nextA, nextB]) => {
    const gap = [free(a, nextA, movedA), free(b, nextB, movedB)] as const
    a = nextA + 1
    b = nextB + 1
    return gap
  })
}

/** Every sentence once, in the order of the newer text: before each kept one, first what was removed there, then what was added. */
function inOrder(pairs: readonly SentencePair[], count: number, newCount: number): readonly Place[] {
  const moved = new Map(pairs.filter(({ kind }) => kind === 'moved').map(({ at, to }) => [to, at]))
  const movedFrom = new Set(moved.values())
  const rows: Place[] = []
  let [a, b] = [0, 0]
  const passTo = (untilA: number, untilB: number) => {
    for (; a < untilA; a++) if (!movedFrom.has(a)) rows.push({ kind: 'removed', at: a, to: -1 })
    for (; b < untilB; b++) {
      const from = moved.get(b)
      rows.push(from === undefined ? { kind: 'added', at: -1, to: b } : { kind: 'moved', at: from, to: b })
    }
  }
  for (const pair of pairs.filter(({ kind }) => kind !== 'moved').sort((one, other) => one.to - other.to)) {
    passTo(pair.at, pair.to)
    rows.push(pair)
    a++
    b++
  }
  passTo(count, newCount)
  return rows
}

function headlineOf(before: string, after: string): Pick<RevisionDiff, 'headline'> {
  if (before === after) return {}
  const whole = (text: string) => ({ text, span: { start: 0, end: text.length } })
  const words =
    before > after ? turnedWords(editWords(whole(after), whole(before))) : editWords(whole(before), whole(after))
  return { headline: { before, after, words, isTypographic: wordKeyOf(before) === wordKeyOf(after) } }
}

/** Looks up which numbers and quotations of the sentences of two texts changed. */
function weigher(before: RevisedText, after: RevisedText) {
  const quotationsIn = (text: RevisedText) => new Set((text.quotes ?? []).map((span) => keyOf(text, span)))
  const [saidBefore, saidAfter] = [quotationsIn(before), quotationsIn(after)]
  // A quotation that another sentence still has was neither removed nor added.
  const goneFrom = (sentence: Span) => quotesIn(before, sentence).filter((span) => !saidAfter.has(keyOf(before, span)))
  const newIn = (sentence: Span) => quotesIn(after, sentence).filter((span) => !saidBefore.has(keyOf(after, span)))
  return {
    removed: (sentence: Span): readonly WeightyChange[] =>
      goneFrom(sentence).map((span) => ({ kind: 'quote-gone', before: span })),
    added: (sentence: Span): readonly WeightyChange[] =>
      newIn(sentence).map((span) => ({ kind: 'quote-new', after: span })),
    changed(was: Span, is: Span, words: WordEdits): readonly WeightyChange[] {
      const [gone, put] = [goneFrom(was), newIn(is)]
      const both = Math.min(gone.length, put.length)
      return [
        ...figureChanges(before, was, after, is, words),
        ...gone.map(
          (span, index): WeightyChange =>
            index < both
              ? { kind: 'quote-changed', before: span, after: nth(put, index) }
              : { kind: 'quote-gone', before: span },
        ),
        ...put.slice(both).map((span): WeightyChange => ({ kind: 'quote-new', after: span })),
      ]
    },
  }
}

function quotesIn({ quotes = [] }: RevisedText, sentence: Span): readonly Span[] {
  return quotes.filter((span) => span.start >= sentence.start && span.start < sentence.end)
}

/** Whether a mark is inside or outside a closing one is a matter of style. */
function keyOf({ text }: RevisedText, { start, end }: Span): string {
  return wordKeyOf(text.slice(start, end)).toLowerCase()
}

/** Numbers of the same thing with another value, and digits in the place of others. */
function figureChanges(
  before: RevisedText,
  was: Span,
  after: RevisedText,
  is: Span,
  words: WordEdits,
): readonly WeightyChange[] {
  const figuresIn = ({ figures = [] }: RevisedText, sentence: Span) =>
    figures.filter(({ span }) => contains(sentence, span))
  const [old, now] = [figuresIn(before, was), figuresIn(after, is)]
  const found: WeightyChange[] = []
  const taken: Span[] = []
  for (const unit of new Set(old.map((figure) => figure.unit))) {
    const [mine, theirs] = [old, now].map((figures) => figures.filter((figure) => figure.unit === unit))
    // Compared by position only if both sentences have the same number of them.
    if (mine!.length !== theirs!.length) continue
    mine!.forEach((figure, index) => {
      const other = nth(theirs!, index)
      if (figure.value === other.value) return
      found.push({ kind: 'figure', before: figure.span, after: other.span, unit })
      taken.push(other.span)
    })
  }
  const numbers = ({ text }: RevisedText, spans: readonly Span[]) =>
    spans.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/\d+(?:[.,:]\d+)*/g)].map((match) => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
      })),
    )
  const [gone, put] = [numbers(before, words.gone), numbers(after, words.put)]
  if (gone.length !== put.length) return found
  gone.forEach((span, index) => {
    const other = nth(put, index)
    if (!taken.some((known) => contains(known, other))) found.push({ kind: 'figure', before: span, after: other })
  })
  return found
}
