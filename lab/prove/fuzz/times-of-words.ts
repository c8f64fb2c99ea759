import { annotate } from '../../../src/analyze/annotate.ts'
import { sentences } from '../../../src/analyze/sentences.ts'
import { times } from '../../../src/analyze/times.ts'
import { asId } from '../../../src/core/ids.ts'

const languages = ['en', 'fr', 'de', 'es', 'ar']
/** What is wrong with the phrases of time found in a text, in each of our languages; undefined: nothing. */
export function timesOfWords(text: string): string | undefined {
  const short = text.slice(0, 2_000).toWellFormed()
  for (const language of languages) {
    const doc = {
      id: asId<never>('d'),
      articleId: asId<never>('a'),
      title: 'T',
      text: short,
      language,
      blocks: [{ start: 0, end: short.length, kind: 'paragraph' as const }],
      publishedAt: '2026-03-10T09:00:00.000Z',
    }
    const found = annotate(doc, [sentences, times]).times?.items ?? []
    let at = 0
    for (const { span, value: said, until } of found) {
      if (span.start < at || span.end <= span.start || span.end > short.length)
        return `has in ${language} a time from ${span.start} to ${span.end} after ${at}`
      at = span.end
      for (const one of [said, until])
        if (one !== undefined && (one === '' || /NaN|undefined|Infinity|[^\x20-\x7e]/.test(one)))
          return `means ${one} in ${language}`
    }
  }
  return undefined
}
