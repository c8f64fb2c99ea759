import { z } from 'zod'
import { quotedPart, quotedWords } from '../../check/compare-quotation.ts'
import { partsOf } from '../../check/read-statements.ts'
import { defineOperation } from '../operation.ts'
import { findStatements, wantedOf } from '../search/find-statements.ts'
import { judgeStatement } from '../search/judge-statement.ts'
import type { QuotationCheck } from './quotation-check-views.ts'

/** A single word could be anybody's. */
const fewestWords = 2

export const checkQuotation = defineOperation({
  name: 'check_quotation',
  minRole: 'guest',
  summary: 'Whether articles quote these words and from whom, or the closest quotation',
  input: z.strictObject({
    words: z.string().min(1).max(1000),
    speaker: z.string().max(100).optional(),
  }),
  async run(context, { words: given, speaker }): Promise<QuotationCheck> {
    const words = quotedPart(given)
    if (quotedWords(words).length < fewestWords) return { kind: 'too-short', words }
    const wanted = wantedOf('quotation', words, partsOf(words, { start: 0, end: words.length }), speaker)
    const [found = { articles: [], isCut: false }] = await findStatements(context, [wanted])
    const { result, place, changes, carriers } = judgeStatement(wanted, found, ({ stored }) => stored.article.id)
    if (!place || result === 'not-found') return { kind: 'not-found', words }
    if (result === 'altered' || result === 'cut') {
      // A paraphrase has other words than what was said.
      if (!found.articles[0]?.place.isAttributed) return { kind: 'not-found', words }
      const differs = changes.flatMap((change) => change.given ?? [])
      const instead = changes.flatMap((change) => change.found ?? [])
      return { kind: 'altered', words, place, differs, instead }
    }
    const alsoIn = (carriers?.outlets ?? []).filter((name) => name !== place.document.sourceName)
    return { kind: result, words, place, alsoIn }
  },
})
