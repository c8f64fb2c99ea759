import { inActiveVoice } from './active-voice.ts'
import { dayFirst, leadLast } from './day-orders.ts'
import { framedByForm, framedFirst } from './frames.ts'
import type { Line } from './line.ts'
import { appositions, relativeClauses, renamed } from './name-orders.ts'
import type { Passage } from './read-passage.ts'

/** A passage with the orders in which it can be told, and every key by which a word of it is known. */
export type ToldPassage = Passage & { readonly lines: readonly Line[]; readonly known: ReadonlySet<string> }

/** The passage with all that an alignment asks of it, made once. */
export function toldIn(passage: Passage): ToldPassage {
  const lines = [...ordersOf(passage), ...partsOf(passage)].slice(0, mostLines)
  const keys = [passage.units, ...lines].flatMap((line) => line.map(({ key }) => key))
  return { ...passage, lines, known: new Set([...keys, ...passage.called.flatMap(({ names }) => [...names])]) }
}

/**
 * The orders in which a passage can be told: as written; who said it first; in the active voice; its day or its opening phrase
 * elsewhere; a name before or after what it is told of it. Each is a rearrangement of whole parts, never of words within them, and
 * leaves out nothing.
 */
export function ordersOf(passage: Passage): Line[] {
  const found = passage.quotes.flatMap((quote) => framedFirst(passage, quote) ?? [])
  const framed = [...found, ...framedByForm(passage.units)]
  const named = [passage.units, ...framed].flatMap((line) => [line, ...renamed(line, passage.called)])
  return named.flatMap(turned).slice(0, mostLines)
}

const mostLines = 32

/** What a sentence tells besides: of a name, in an apposition or a relative clause. */
function partsOf(passage: Passage): Line[] {
  return [...relativeClauses(passage), ...appositions(passage)].flatMap(turned)
}

function turned(line: Line): Line[] {
  const active = [line, ...(inActiveVoice(line) ?? [])]
  return active.flatMap((each) => [each, ...(dayFirst(each) ?? []), ...(leadLast(each) ?? [])])
}
