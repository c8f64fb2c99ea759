import type { PageBlock } from './page-blocks.ts'

const label =
  /^(?:key (?:points?|takeaways?|facts?|findings?|insights?)|(?:main |the )?(?:takeaways|highlights)|at a glance|in brief|in short|quick (?:summary|take|facts|look|answer)|the (?:gist|essentials|short version|bottom line)|article summary|summary|tl;?dr|l['’]essentiel|en bref|ce qu['’]il faut retenir|à retenir|points clés|das wichtigste(?: in kürze| kurz gefasst)?|auf einen blick|kurz gefasst|claves|puntos clave|en resumen|lo esencial|in sintesi|punti chiave|in breve|pontos[- ]chave|em resumo|destaques|главное|коротко|أبرز النقاط|أهم النقاط|باختصار)\s*[:：]?$/iu
const mostLabelWords = 6
const mostPoints = 10
const leastWords = 5

/**
 * The points of an article told before its text: a line that calls them so and the list under it, as the outlet wrote them. A table of
 * contents is links, and is none.
 */
export function keyPoints(gap: readonly PageBlock[]): readonly PageBlock[] {
  for (const [at, { text, wordCount, linkShare, place }] of gap.entries()) {
    if (wordCount > mostLabelWords || linkShare > 0 || place.isInNav || !label.test(text)) continue
    const points = pointsFrom(gap.slice(at + 1, at + 1 + mostPoints))
    if (points.length > 0) return [gap[at]!, ...points]
  }
  return []
}

function pointsFrom(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const end = blocks.findIndex(
    ({ kind, linkShare, place }) => kind !== 'list-item' || linkShare >= 0.5 || place.isInNav || place.isInForm,
  )
  const points = end < 0 ? blocks : blocks.slice(0, end)
  const words = points.reduce((sum, { wordCount }) => sum + wordCount, 0)
  return points.length >= 2 && words >= points.length * leastWords ? points : []
}
