import type { AnalyzerPlugin } from '../../../src/core/plugin.ts'

/** Finds sums in the crowns of an invented country, and says whether the sentence around them is one that somebody said. */
export const plugin: AnalyzerPlugin = {
  kind: 'analyzer',
  name: 'prices',
  version: 1,
  requires: ['sentences', 'quotes'],
  run({ text }, { sentences = [], quotes = [] }) {
    return sentences.flatMap(({ span }) => {
      const sentence = text.slice(span.start, span.end)
      return [...sentence.matchAll(/\b\d[\d,.]*(?: (?:thousand|million|billion))? crowns\b/g)].map(
        ({ index, 0: sum }) => {
          const start = span.start + index
          const isSaid = quotes.some((quote) => quote.span.start <= start && start < quote.span.end)
          return { span: { start, end: start + sum.length }, label: isSaid ? 'price, as somebody says' : 'price' }
        },
      )
    })
  },
}
