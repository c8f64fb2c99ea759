import type { WordEdits } from '../core/revision-diff.ts'
import type { Span } from '../core/span.ts'
import { pairInOrder } from './pair-in-order.ts'

/** Longer sentences are marked whole. */
const mostTokens = 1200

/** The words and marks in which two sentences differ, as spans of the texts they stand in. */
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
  // A number with its points is one token, so that `1.5` becoming `1.6` is marked whole.
  return [...part.matchAll(/\d+(?:[.,:]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s]/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    key: match[0].replaceAll('’', "'"),
  }))
}

/** Neighbors that are not kept are one span. */
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
