import { fileURLToPath } from 'node:url'
import { articleOf, type Edition, type EditionArticle, loadEdition } from '../../../src/app/demo/edition.ts'
import { numberSentences, sentencesFound } from '../../../src/check/number-sentences.ts'
import type { NumberedSentence } from '../../../src/core/claim.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId } from '../../../src/core/ids.ts'
import { annotationsOf } from '../citations/annotations-of.ts'
import { readRecords } from '../read-set.ts'
import type { Trial } from './trial.ts'

/** A claim as a fluent writer would put it, over an article of the demo edition, and whether it is true of what it cites. */
type OwnClaim = {
  readonly id: string
  readonly article: string
  /** The first words of the sentences it cites. */
  readonly from: readonly string[]
  readonly text: string
  readonly isTrue: boolean
}

const path = fileURLToPath(new URL('./own.jsonl', import.meta.url))
/** The day of the edition: claims name days. */
const day = new Date('2026-03-12T12:00:00Z')

/** The claims of our own, each with the sentences of the whole article. */
export function ownTrials(): Trial[] {
  const edition = loadEdition(day)
  const articles = new Map<string, readonly NumberedSentence[]>()
  return readRecords<OwnClaim>(path).map(({ id, article, from, text, isTrue }) => {
    const sentences = articles.get(article) ?? sentencesOf(documentOf(articleOf(edition, article)))
    articles.set(article, sentences)
    const numbers = from.map((words) => {
      const found = sentences.find(({ document, span }) => document.text.slice(span.start, span.end).includes(words))
      if (!found) throw new Error(`${article} has no sentence with "${words}": mend ${id}`)
      return found
    })
    const [first] = numbers as [NumberedSentence, ...NumberedSentence[]]
    const exact = first.document.text.slice(first.span.start, first.span.end)
    const draft = { text, sentences: numbers.map(({ number }) => number), exact }
    return { id, kind: isTrue ? 'paraphrase' : 'false', isTrue, isHeldOut: false, draft, sentences }
  })
}

/** The articles of the demo edition in English, by story. */
export function ownDocuments(): Document[][] {
  const { articles }: Edition = loadEdition(day)
  const english = articles.filter(({ outlet, kind }) => outlet.language === 'en' && kind === 'article')
  return [...Map.groupBy(english, ({ story, id }) => story ?? id).values()].map((story) => story.map(documentOf))
}

/** All sentences of a document, numbered. */
export function sentencesOf(document: Document): NumberedSentence[] {
  const annotations = annotationsOf(document)
  return numberSentences([
    { document, annotations, sourceName: 'Outlet', spans: sentencesFound(document, annotations) },
  ])
}

function documentOf({ id, publishedAt, revisions: [{ title, text, blocks }] }: EditionArticle): Document {
  let at = 0
  const placed = blocks.map(({ kind, text: words }) => {
    const block = { kind, start: at, end: at + words.length }
    at += words.length + 1
    return block
  })
  return { id: asId(id), articleId: asId(id), language: 'en', title, text, blocks: placed, publishedAt }
}
