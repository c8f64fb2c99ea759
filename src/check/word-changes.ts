import { defined } from '../core/defined.ts'
import type { Span } from '../core/span.ts'
import type { WordStep } from './align-words.ts'
import { negations } from './closed-words.ts'
import type { QuotedWord } from './compare-quotation.ts'
import { numbersIn } from './numbers-in.ts'

/** Words in which a passage differs from what was given: one side has others, or only one side has any. */
export type WordChange = {
  /** `number`: another value. `negation`: one side denies what the other does not. */
  readonly kind: 'number' | 'negation' | 'words'
  /** The words given; absent where they leave something out. */
  readonly given?: Span
  /** The words of the text; absent where something was added to them. */
  readonly found?: Span
}

/** The changes along an alignment; neighbors are one. Spans count in the two texts. */
export function wordChanges(
  steps: readonly WordStep[],
  given: { readonly text: string; readonly words: readonly QuotedWord[] },
  found: { readonly text: string; readonly words: readonly QuotedWord[] },
): readonly WordChange[] {
  const changes: WordChange[] = []
  let [mine, theirs]: [QuotedWord[], QuotedWord[]] = [[], []]
  const close = () => {
    if (mine.length + theirs.length > 0) changes.push(changeOf(mine, theirs, given.text, found.text))
    ;[mine, theirs] = [[], []]
  }
  for (const step of steps) {
    if (step.kind === 'same') close()
    else {
      const [own, other] = [given.words[step.mine ?? -1], found.words[step.theirs ?? -1]]
      if (own) mine.push(own)
      if (other) theirs.push(other)
    }
  }
  close()
  return changes
}

function changeOf(
  mine: readonly QuotedWord[],
  theirs: readonly QuotedWord[],
  given: string,
  found: string,
): WordChange {
  const [own, other] = [spanOf(mine), spanOf(theirs)]
  const kind = denials(mine) !== denials(theirs) ? 'negation' : isNumber(given, own, found, other) ? 'number' : 'words'
  return { kind, ...defined({ given: own, found: other }) }
}

function spanOf(words: readonly QuotedWord[]): Span | undefined {
  const [first, last] = [words[0], words.at(-1)]
  return first && last && { start: first.start, end: last.end }
}

/** How often words deny: an odd number of times or not. */
function denials(words: readonly QuotedWord[]): boolean {
  return words.filter(({ key }) => negations.has(key) || /n't$/.test(key)).length % 2 === 1
}

function isNumber(given: string, own: Span | undefined, found: string, other: Span | undefined): boolean {
  const valuesIn = (text: string, span: Span | undefined) =>
    span ? numbersIn(text.slice(span.start, span.end)).map(({ value, sign = '' }) => `${value}${sign}`) : []
  const [mine, theirs] = [valuesIn(given, own), valuesIn(found, other)]
  return mine.length + theirs.length > 0 && mine.join() !== theirs.join()
}
