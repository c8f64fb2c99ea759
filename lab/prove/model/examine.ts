import { parseHTML } from 'linkedom'
import { annotate } from '../../../src/analyze/annotate.ts'
import { checkClaims } from '../../../src/check/check-claims.ts'
import { numberSentences } from '../../../src/check/number-sentences.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId, type DocumentId } from '../../../src/core/ids.ts'
import type { ModelInstance } from './instance.ts'
import { isIn } from './write-directly.ts'

/** What was found on a page: sentences of a model that hold, and all that should not be there. */
export type Examined = { readonly written: number; readonly findings: readonly string[] }

type PageElement = NonNullable<ReturnType<ReturnType<typeof parseHTML>['document']['querySelector']>>

/** What may stand inside a sentence of a model: our own citations and nothing else. */
const tags = new Set(['A', 'BDI', 'SPAN', 'SUP', 'SMALL', 'Q', 'CITE'])
const CITATION = /^\/citations\/([^/]+)\/(\d+)-(\d+)$/

/**
 * Looks at a page as it was sent. Everything of a model on it has the attribute `data-written`: its words must be in what it cites, and
 * pass every check again; no word that only the model could have brought stands anywhere.
 */
export async function examine(page: string, instance: ModelInstance, foreign: readonly string[]): Promise<Examined> {
  const findings = foreign.filter((word) => page.includes(word)).map((word) => `“${word.slice(0, 40)}” on the page`)
  const { document } = parseHTML(page)
  const sentences = [...document.querySelectorAll('[data-written]')]
  for (const sentence of sentences) findings.push(...(await faultsOf(sentence, instance)))
  return { written: sentences.length, findings }
}

async function faultsOf(element: PageElement, { context }: ModelInstance): Promise<readonly string[]> {
  const faults: string[] = []
  for (const inside of element.querySelectorAll('*')) {
    if (!tags.has(inside.tagName)) faults.push(`<${inside.tagName}> in a sentence of the model`)
    const href = inside.getAttribute('href')
    if (href !== null && !CITATION.test(href)) faults.push(`a link to ${href} in a sentence of the model`)
  }
  const near = element.querySelector('a') ? element : (element.parentElement ?? element)
  const cited = [...near.querySelectorAll('a')].flatMap((link) => {
    const [, id, start, end] = CITATION.exec(link.getAttribute('href') ?? '') ?? []
    return id === undefined
      ? []
      : [{ id: asId<DocumentId>(decodeURIComponent(id)), start: Number(start), end: Number(end) }]
  })
  const copy = element.cloneNode(true) as PageElement
  for (const link of copy.querySelectorAll('a')) link.remove()
  const text = (copy.textContent ?? '').trim()
  if (cited.length === 0) return [...faults, `“${text.slice(0, 60)}” without a citation`]
  const { articles } = context.operations.store
  const found = await Promise.all([...new Set(cited.map(({ id }) => id))].map((id) => articles.findDocument(id)))
  const documents = found.filter((each) => each !== undefined)
  if (!documents.some((each) => isIn(text, each.text)))
    faults.push(`“${text.slice(0, 60)}” stands in no article it cites`)
  if (!holdsAgain(text, cited, documents)) faults.push(`“${text.slice(0, 60)}” does not pass the checks again`)
  return faults
}

/** Checks a sentence again, from nothing but the page and the store. */
function holdsAgain(
  text: string,
  cited: readonly { readonly id: DocumentId; readonly start: number; readonly end: number }[],
  documents: readonly Document[],
): boolean {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const [first] = cited
  const home = first && byId.get(first.id)
  if (!first || !home) return false
  const sentences = numberSentences(
    documents.map((document) => {
      const annotations = annotate(document)
      return {
        document,
        annotations,
        sourceName: '',
        spans: (annotations.sentences?.items ?? [])
          .map(({ span }) => span)
          .filter((span) =>
            cited.some(({ id, start, end }) => id === document.id && start < span.end && end > span.start),
          ),
      }
    }),
  )
  const draft = {
    text,
    sentences: sentences.map(({ number }) => number),
    exact: home.text.slice(first.start, first.end),
  }
  return checkClaims([draft], sentences, annotate).kept.length === 1
}
