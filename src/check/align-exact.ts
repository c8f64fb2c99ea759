import type { DraftClaim, NumberedSentence } from '../core/claim.ts'

/**
 * A claim whose exact words are put as they stand in a sentence it names, where they differ from it in nothing but kinds of space,
 * quotation marks and dashes, and marks nobody sees: writers type those as they like. Unchanged where they stand in none.
 */
export function alignExact(draft: DraftClaim, sentences: readonly NumberedSentence[]): DraftClaim {
  const wanted = folded(draft.exact).text
  if (wanted === '') return draft
  for (const { number, document, span } of sentences) {
    if (!draft.sentences.includes(number)) continue
    const said = document.text.slice(span.start, span.end)
    if (said.includes(draft.exact)) return draft
    const { text, places } = folded(said)
    const at = text.indexOf(wanted)
    if (at < 0) continue
    const last = places[at + wanted.length - 1]!
    return { ...draft, exact: said.slice(places[at], last + 1) }
  }
  return draft
}

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const SPACE = /\s/
const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
}

/** A text with such marks made alike, and where each of its characters stands in what was given. */
function folded(given: string): { readonly text: string; readonly places: readonly number[] } {
  const made: string[] = []
  const places: number[] = []
  for (let at = 0; at < given.length; at++) {
    const mark = given[at]!
    if (UNSEEN.test(mark)) continue
    const isSpace = SPACE.test(mark)
    if (isSpace && (made.length === 0 || made.at(-1) === ' ')) continue
    made.push(isSpace ? ' ' : (ALIKE[mark] ?? mark))
    places.push(at)
  }
  if (made.at(-1) === ' ') {
    made.pop()
    places.pop()
  }
  return { text: made.join(''), places }
}
