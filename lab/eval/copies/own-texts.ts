import { fileURLToPath } from 'node:url'
import { annotate } from '../../../src/analyze/annotate.ts'
import { mentions } from '../../../src/analyze/mentions.ts'
import { quotes } from '../../../src/analyze/quotes.ts'
import { sentences } from '../../../src/analyze/sentences.ts'
import { loadEdition, revisionAt } from '../../../src/app/demo/edition.ts'
import { expected } from '../../../src/app/demo/expected.ts'
import { asId } from '../../../src/core/ids.ts'
import type { SyndicationInput } from '../../../src/syndicate/detect-syndication.ts'
import { documentOf } from '../quotes/documents.ts'
import { readRecords } from '../read-set.ts'

/** An article of ours that nobody copied, and what tells whether another has anything to do with it. */
export type OwnText = {
  readonly input: SyndicationInput
  readonly outlet: string
  /** Articles of one story are related, not copies. */
  readonly story?: string
  /** The dispatches whose text is in it; articles that have one in common are copies of each other. */
  readonly dispatches: readonly string[]
}

const leastWords = 90

/** A text with the layers that copy detection reads. */
export function inputOf(id: string, text: string, publishedAt: string): SyndicationInput {
  const document = { ...documentOf(id, text, '2025-01-01'), publishedAt }
  return { document, annotations: annotate(document, [sentences, mentions, quotes]) }
}

/** The English articles written for this repository: those of the quotes set and of the demo edition. */
export function ownTexts(): readonly OwnText[] {
  return [...markedUpTexts(), ...demoTexts()].filter(
    ({ input }) => input.document.text.split(/\s+/).length >= leastWords,
  )
}

function markedUpTexts(): OwnText[] {
  return ['own-single', 'own-double'].flatMap((name) => {
    const path = fileURLToPath(new URL(`../quotes/${name}.jsonl`, import.meta.url))
    return readRecords<{ id: string; text: string; date: string }>(path).map(({ id, text, date }) => ({
      input: inputOf(asId(id), text, `${date}T12:00:00Z`),
      outlet: id,
      dispatches: [],
    }))
  })
}

function demoTexts(): OwnText[] {
  const { articles } = loadEdition(new Date('2026-03-05T12:00:00Z'))
  return articles
    .filter(({ outlet, kind, isPaywalled }) => outlet.language === 'en' && kind === 'article' && !isPaywalled)
    .map((article) => {
      const rewritten = expected.copies.filter((copy) => copy.article === article.id).map(({ dispatch }) => dispatch)
      return {
        input: inputOf(article.id, revisionAt(article, 0).text, article.publishedAt),
        outlet: article.outlet.id,
        ...(article.story ? { story: article.story } : {}),
        dispatches: [...article.dispatches, ...rewritten],
      }
    })
}
