import type { Word } from '../words.ts'

/** A word of `a` in place of a word of `b`, by index, with the stem of a content word next to both. */
type Swap = {
  readonly a: number
  readonly b: number
  readonly anchor: string
  readonly isAnchorBefore: boolean
  /** The unbroken run of equal words around both: its length, and how many are content words. */
  readonly run: number
  readonly content: number
}

const minLetters = 3
/** Words with this many equal first letters are forms of one: `ruling`, `ruled`. */
const familyLetters = 4
/** How many of the two words on each side must be equal. */
const minNeighbors = 3

/**
 * Finds where one content word replaces another in similar passages: between equal words on both sides (the ends of both passages count as
 * equal), next to a common content word, and with three of the four nearest words equal. Numbers, and two forms of one word, are left out.
 */
export function swapsBetween(a: readonly Word[], b: readonly Word[]): Swap[] {
  const swaps: Swap[] = []
  const [inA, inB] = [stemsOf(a), stemsOf(b)]
  a.forEach((wordA, atA) => {
    if (inB.has(wordA.stem) || !canBeChosen(wordA)) return
    b.forEach((wordB, atB) => {
      // Most pairs fail here, so neighbors are checked first.
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

/** The nearest content word next to both, with at most one small word between. */
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

/** Two forms of one word, or a word and a compound of it; a plural is never compared with a singular, nor `-ing` with another form. */
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
