import { holds } from '../core/citation.ts'
import type { Dossier } from '../core/story.ts'
import type { BackgroundStep, SummaryLength, SummaryLine } from '../core/summary.ts'
import type { StoredArticle } from '../store/store.ts'
import type { WrittenText } from '../store/written-text-store.ts'
import { readingLevel } from '../story/reading-level.ts'
import type { OperationContext } from './operation.ts'
import type { WrittenView } from './summary-views.ts'
import { isEnough, writingTasks, writtenFor } from './writing-tasks.ts'

/** What a model wrote of a story at a length, and of its background, as long as it is made from what is there now. */
export async function writtenOf(
  { store }: Pick<OperationContext, 'store'>,
  dossier: Dossier,
  steps: readonly BackgroundStep[],
  length: SummaryLength,
): Promise<{ readonly summary?: WrittenText; readonly background?: WrittenText }> {
  const texts = await store.writtenTexts.of(dossier.storyId)
  if (texts.length === 0) return {}
  const tasks = writingTasks(dossier, steps)
  const summary = writtenFor(
    tasks.find((task) => task.kind === 'summary' && task.length === length),
    texts,
  )
  const background = writtenFor(
    tasks.find(({ kind }) => kind === 'background'),
    texts,
  )
  return { ...(summary && { summary }), ...(background && { background }) }
}

/**
 * A written text for its page. Without lines where too little was left of it. Undefined where one of its citations does not hold any
 * more: then it speaks of something else.
 */
export function writtenView(
  text: WrittenText | undefined,
  articles: readonly StoredArticle[],
): WrittenView | undefined {
  if (!text) return undefined
  const byDocument = new Map(articles.map((article) => [article.document.id, article]))
  const lines = text.statements.map(({ text, citations }): SummaryLine => {
    const outlets = citations.flatMap(({ documentId }) => byDocument.get(documentId)?.source.name ?? [])
    return { text, citations, outlets: [...new Set(outlets)] }
  })
  const isHeld = lines.every(({ citations }) =>
    citations.every((citation) => {
      const article = byDocument.get(citation.documentId)
      return article !== undefined && holds(article.document, citation)
    }),
  )
  if (!isHeld) return undefined
  const { model, at, kept, dropped, language } = text
  const shown = isEnough(text) ? lines : []
  const reading = readingLevel(
    shown.map((line) => line.text),
    language,
  )
  return { model, at, kept, dropped, lines: shown, reading }
}
