import type { DraftClaim, NumberedSentence } from '../core/claim.ts'
import { nth } from '../core/nth.ts'

/**
 * Replaces the exact words of a claim with the cited sentence's own characters, where the two differ only in kinds of space, quotation
 * marks, dashes or invisible characters, because writers type those freely. A claim that no sentence contains stays unchanged.
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
    const last = nth(places, at + wanted.length - 1)
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

/** A text with such marks made alike, and the original offset of each character. */
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
