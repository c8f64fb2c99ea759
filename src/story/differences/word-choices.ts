import { cite } from '../../core/citation.ts'
import type { ChosenWord, WordChoice, WordUse } from '../../core/coverage.ts'
import { overlaps, placeWithin } from '../../core/span.ts'
import type { Member } from '../../core/story.ts'
import { isSummarizable, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, dice, sharedCount, type Word, wordsOf } from '../words.ts'
import { swapsBetween } from './word-swaps.ts'

const maxArticles = 40
/** How many sentences of each article are compared; news begins with what matters. */
const depth = 12
const minSharedStems = 4
const minLikeness = 0.4
const maxChoices = 5

/** A headline or sentence with its words and which of them are quoted. */
type Passage = {
  readonly member: number
  readonly outlet: string
  readonly sentence?: SentenceText
  readonly text: string
  readonly words: readonly Word[]
  readonly stems: ReadonlySet<string>
  /** Indexes of words within quotations. */
  readonly quoted: ReadonlySet<number>
}

/** A word together with a certain word before or after it. */
type Slot = { readonly stem: string; readonly anchor: string; readonly isAnchorBefore: boolean }

/** Two words in the same place, and the two passages that have them. */
type Swapped = { readonly slots: readonly [Slot, Slot]; readonly passages: readonly [Passage, Passage] }

/**
 * Wording differences: in otherwise similar passages of two outlets, one content word replaces another between the same neighbors. Each
 * word is shown with the outlets that use it there; an outlet that uses both is left out. Copies and quotations are ignored, because their
 * words were not the outlet's choice. No word is called fair or loaded.
 */
export function wordChoices(texts: readonly MemberText[], members: readonly Member[], language: string): WordChoice[] {
  const read = texts
    .filter(
      (text) =>
        members[text.member]?.role !== 'copy' && isSummarizable(text.input.article) && text.language === language,
    )
    .slice(0, maxArticles)
  const passages = read.map((text) => passagesOf(text, members[text.member]?.sourceName ?? ''))
  const common = wordsInLowerCase(read)
  const found = new Map<string, Swapped>()
  const early = passages.flatMap((list) => list.slice(0, depth + 1))
  early.forEach((a, index) => {
    for (const b of early.slice(index + 1)) {
      if (a.outlet === b.outlet || !areAlike(a, b)) continue
      for (const slots of swappedSlots(a, b, common)) found.set(keyOf(slots), { slots, passages: [a, b] })
    }
  })
  const all = passages.flat()
  return [...found.values()]
    .flatMap((swapped) => choiceOf(swapped, all, texts) ?? [])
    .sort((a, b) => usesIn(b) - usesIn(a))
    .filter((choice, index, sorted) => !sorted.slice(0, index).some((before) => sharesWord(before, choice)))
    .slice(0, maxChoices)
}

function passagesOf(text: MemberText, outlet: string): Passage[] {
  const { title } = text.input.document
  const titleWords = wordsOf(title)
  const inMarks = [...title.matchAll(/["“‘'«](?=\p{L})[^"”’'»]*["”’'»]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const headline: Passage = {
    member: text.member,
    outlet,
    text: title,
    words: titleWords,
    stems: contentStems(titleWords),
    quoted: new Set(
      titleWords.flatMap(({ span }, index) => (inMarks.some((each) => overlaps(each, span)) ? [index] : [])),
    ),
  }
  const spoken = text.quotes.filter(({ kind }) => kind !== 'indirect').map(({ span }) => span)
  const sentences = text.sentences.map((sentence): Passage => {
    const isSpoken = ({ span }: Word) => spoken.some((quote) => overlaps(quote, placeWithin(sentence.span, span)))
    return {
      member: text.member,
      outlet,
      sentence,
      text: sentence.text,
      words: sentence.words,
      stems: sentence.stems,
      quoted: new Set(sentence.words.flatMap((word, index) => (isSpoken(word) ? [index] : []))),
    }
  })
  return [headline, ...sentences]
}

/** Words that appear in lower case somewhere in the story, so that a capitalized headline doesn't make them names. */
function wordsInLowerCase(texts: readonly MemberText[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ sentences }) =>
      sentences.flatMap(({ text, words }) =>
        words.filter(({ span }) => /^\p{Ll}/u.test(text.slice(span.start, span.end))).map((word) => word.text),
      ),
    ),
  )
}

function areAlike(a: Passage, b: Passage): boolean {
  const smaller = Math.min(a.stems.size, b.stems.size)
  return (
    sharedCount(a.stems, b.stems) >= Math.min(minSharedStems, Math.max(3, smaller - 1)) &&
    dice(a.stems, b.stems) >= minLikeness
  )
}

function swappedSlots(a: Passage, b: Passage, common: ReadonlySet<string>): (readonly [Slot, Slot])[] {
  const likeness = dice(a.stems, b.stems)
  return swapsBetween(a.words, b.words).flatMap(({ a: atA, b: atB, anchor, isAnchorBefore, run, content }) => {
    if (!isFirm({ likeness, run, content })) return []
    const wordA = a.words[atA]
    const wordB = b.words[atB]
    if (!wordA || !wordB || a.quoted.has(atA) || b.quoted.has(atB)) return []
    if (!common.has(wordA.text) || !common.has(wordB.text)) return []
    return [
      [
        { stem: wordA.stem, anchor, isAnchorBefore },
        { stem: wordB.stem, anchor, isAnchorBefore },
      ] as const,
    ]
  })
}

/** The less two passages have in common, the more of it must be right around the word. */
function isFirm({ likeness, run, content }: { likeness: number; run: number; content: number }): boolean {
  return content >= 3 || (content >= 2 && likeness >= 0.45) || (run >= 3 && likeness >= 0.55)
}

/** The outlets that use each word in that place and not the other; undefined if a word has none. */
function choiceOf(
  { slots, passages }: Swapped,
  all: readonly Passage[],
  texts: readonly MemberText[],
): WordChoice | undefined {
  const uses = slots.map((slot) => usesOf(slot, passages, all, texts))
  const words = uses.flatMap((own, index): ChosenWord[] => {
    const other = uses[1 - index]
    const [first, ...rest] = [...own].flatMap(([outlet, use]) => (use && !other?.has(outlet) ? [use] : []))
    if (!first) return []
    const passage = first.title ?? first.citation?.exact ?? ''
    return [{ word: passage.slice(first.span.start, first.span.end).toLowerCase(), uses: [first, ...rest] }]
  })
  return words.length === 2 ? { words: words.sort((a, b) => b.uses.length - a.uses.length) } : undefined
}

/**
 * The outlets that use a word in its place, each with the first passage similar to those two, or without a passage if the word is there
 * only in a different one.
 */
function usesOf(
  slot: Slot,
  alike: readonly [Passage, Passage],
  all: readonly Passage[],
  texts: readonly MemberText[],
): Map<string, WordUse | undefined> {
  const uses = new Map<string, WordUse | undefined>()
  for (const passage of all) {
    if (uses.get(passage.outlet) || !passage.stems.has(slot.stem)) continue
    const at = passage.words.findIndex((_, index) => !passage.quoted.has(index) && stands(slot, passage.words, index))
    const word = passage.words[at]
    const document = texts[passage.member]?.input.document
    if (!word || !document) continue
    const { sentence } = passage
    const isAlike = alike.some((each) => each === passage || areAlike(each, passage))
    const use = {
      outlet: passage.outlet,
      documentId: document.id,
      ...(sentence ? { citation: cite(document, sentence.span) } : { title: passage.text }),
      span: word.span,
    }
    uses.set(passage.outlet, isAlike ? use : undefined)
  }
  return uses
}

function stands({ stem, anchor, isAnchorBefore }: Slot, words: readonly Word[], index: number): boolean {
  if (words[index]?.stem !== stem) return false
  const step = isAnchorBefore ? -1 : 1
  const next = words[index + step]
  return next?.stem === anchor || (next?.isStop === true && words[index + 2 * step]?.stem === anchor)
}

function keyOf(slots: readonly [Slot, Slot]): string {
  return [...slots.map(({ stem }) => stem).sort(), slots[0].anchor].join(' ')
}

function usesIn({ words }: WordChoice): number {
  return words.reduce((sum, { uses }) => sum + uses.length + (uses.some(({ title }) => title !== undefined) ? 1 : 0), 0)
}

function sharesWord(a: WordChoice, b: WordChoice): boolean {
  return a.words.some(({ word }) => b.words.some((other) => other.word === word))
}
