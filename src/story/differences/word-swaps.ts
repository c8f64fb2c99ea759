import type { Word } from '../words.ts'

/** One word of `a` in place of one of `b`, by their indexes, with the stem of a content word that stands beside both. */
export type Swap = {
  readonly a: number
  readonly b: number
  readonly anchor: string
  readonly isAnchorBefore: boolean
  /** Of the unbroken run of same words around both: how many there are, and how many of them are content words. */
  readonly run: number
  readonly content: number
}

const minLetters = 3
/** Words that begin alike are one word in two forms: `ruling`, `ruled`. */
const familyLetters = 4
/** Of the two words on each side, how many must be the same. */
const minNeighbors = 3

/**
 * Where one content word of a passage stands in place of one other of a like passage: both between the same words on the left
 * and on the right (an end of both passages counts as the same), with a content word among those beside them, and three of the
 * four nearest the same. Numbers, and two forms of one word, are no choice of words.
 */
export function swapsBetween(a: readonly Word[], b: readonly Word[]): Swap[] {
  const swaps: Swap[] = []
  const [inA, inB] = [stemsOf(a), stemsOf(b)]
  a.forEach((wordA, atA) => {
    if (inB.has(wordA.stem) || !canBeChosen(wordA)) return
    b.forEach((wordB, atB) => {
      // Most pairs fall here, so the neighbors are asked first.
      const isSame = (step: number) => isSameWord(a[atA + step], b[atB + step])
      if (!isSame(-1) || !isSame(1) || inA.has(wordB.stem)) return
      if ([-2, -1, 1, 2].filter(isSame).length < minNeighbors) return
      if (!canBeChosen(wordB) || areOneFamily(wordA, wordB)) return
      const anchor = anchorOf(a, b, atA, atB)
      if (anchor) swaps.push({ a: atA, b: atB, ...anchor, ...runAround(a, b, atA, atB) })
    })
  })
  return swaps
}

function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.map(({ stem }) => stem))
}

/** The nearest content word beside both, with at most one small word between. */
function anchorOf(
  a: readonly Word[],
  b: readonly Word[],
  atA: number,
  atB: number,
): Pick<Swap, 'anchor' | 'isAnchorBefore'> | undefined {
  for (const step of [-1, 1, -2, 2]) {
    const word = a[atA + step]
    if (word && !word.isStop && isSameWord(word, b[atB + step])) return { anchor: word.stem, isAnchorBefore: step < 0 }
  }
  return undefined
}

function runAround(a: readonly Word[], b: readonly Word[], atA: number, atB: number): Pick<Swap, 'run' | 'content'> {
  let run = 0
  let content = 0
  for (const step of [-1, 1]) {
    for (let away = step; ; away += step) {
      const word = a[atA + away]
      if (!word || !isSameWord(word, b[atB + away])) break
      run++
      if (!word.isStop) content++
    }
  }
  return { run, content }
}

function canBeChosen({ text, isStop }: Word): boolean {
  return !isStop && text.length >= minLetters && !/\p{N}/u.test(text) && !numberWord.test(text)
}

/** Two forms of one word, or a word and a compound of it; a plural is never set against a singular, nor `-ing` against another form. */
function areOneFamily(a: Word, b: Word): boolean {
  if (lettersOf(a).includes(lettersOf(b)) || lettersOf(b).includes(lettersOf(a))) return true
  if (endingOf(a) !== endingOf(b)) return true
  return a.text.slice(0, familyLetters) === b.text.slice(0, familyLetters)
}

function lettersOf({ text }: Word): string {
  return text.replaceAll('-', '')
}

function endingOf({ text }: Word): string {
  return /(?:ing|ly|(?<![sui])s)$/.exec(text)?.[0] ?? ''
}

const numberWord =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|first|second|third)$/

/** Two absent words are the ends of both passages. */
function isSameWord(a: Word | undefined, b: Word | undefined): boolean {
  return a?.stem === b?.stem
}
