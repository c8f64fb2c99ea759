import { z } from 'zod'
import { type Citation, matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import {
  type BackgroundStep,
  type SummaryLength,
  type SummaryLine,
  type SummaryPart,
  summaryLengths,
} from '../../core/summary.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { WrittenText } from '../../store/stories/written-texts.ts'
import { readingLevel } from '../../story/reading-level.ts'
import { longSummary, shortOf } from '../../story/summaries/long-summary.ts'
import { citedArticle } from '../articles/cited-article.ts'
import { unlessTroubled } from '../busy.ts'
import { storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { backgroundStories } from './background-stories.ts'
import type { SummaryView, WrittenView } from './summary-views.ts'
import { askForWriting } from './write-summary.ts'
import { isEnough, writingTasks, writtenFor } from './writing-tasks.ts'

export const getSummary = defineOperation({
  name: 'get_summary',
  least: 'guest',
  summary: 'One story told short, in brief or at length, every sentence cited, with what came before it',
  input: z.object({ id: storyId, length: z.enum(summaryLengths).default('short') }),
  async run(context, { id, length }): Promise<SummaryView | undefined> {
    const row = await context.store.stories.find(id)
    if (!row?.dossier) return undefined
    const { dossier } = row
    const steps = await backgroundStories(context, { ...row, dossier })
    const told = partsOf(dossier, length, context.now().toISOString())
    await unlessTroubled(askForWriting(context, row))
    const { summary, background: before } = await writtenOf(context, dossier, steps, length)
    const lines = [...told.flatMap((part) => part.lines), ...steps.flatMap(({ line }) => line ?? [])]
    const statements = [...(summary?.statements ?? []), ...(before?.statements ?? [])]
    const articles = await citedArticles(context, [...lines, ...statements])
    const documents = new Map(articles.map(({ document }) => [document.id, document]))
    const parts = told.flatMap(({ kind, lines }): SummaryPart[] => {
      const [first, ...rest] = lines.filter((line) => isHeld(line, documents))
      return first ? [{ kind, lines: [first, ...rest] }] : []
    })
    const background = steps.map(({ line, ...step }) => ({
      ...step,
      ...defined({ line: line && isHeld(line, documents) ? line : undefined }),
    }))
    const written = writtenView(summary, articles)
    const writtenBackground = writtenView(before, articles)
    const shown = parts.flatMap((part) => part.lines)
    return {
      id: row.id,
      title: dossier.headline.title,
      language: dossier.language,
      length,
      parts,
      reading: readingLevel(
        shown.map(({ text }) => text),
        dossier.language,
      ),
      background,
      ...defined({ written, writtenBackground }),
      droppedCount: lines.filter((line) => !isHeld(line, documents)).length,
      documents: Object.fromEntries(articles.map((article) => [article.document.id, citedArticle(article)])),
    }
  },
})

function partsOf(dossier: Dossier, length: SummaryLength, now: string): readonly SummaryPart[] {
  if (length === 'long') return longSummary(dossier, now)
  const [first, ...rest] = length === 'short' ? shortOf(dossier) : dossier.brief
  return first ? [{ kind: 'happened', lines: [first, ...rest] }] : []
}

/** The articles that lines cite, as they were when they were cited. */
async function citedArticles({ store }: OperationContext, lines: readonly Pick<SummaryLine, 'citations'>[]) {
  const ids = [...new Set(lines.flatMap(({ citations }) => citations.map(({ documentId }) => documentId)))]
  const found = await Promise.all(ids.map((id) => store.articles.findByDocument(id)))
  return found.flatMap((article) => article ?? [])
}

/** True when the sentence still stands, letter by letter, where its first citation says. */
function isHeld(
  { citations: [first] }: { readonly citations: readonly [Citation, ...Citation[]] },
  documents: ReadonlyMap<DocumentId, Document>,
): boolean {
  const document = documents.get(first.documentId)
  return document !== undefined && matchesText(document, first)
}

/** What a model wrote of a story at a length, and of its background, as long as it is made from what is there now. */
async function writtenOf(
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
  return defined({ summary, background })
}

/**
 * A written text for its page. Without lines where too little was left of it. Undefined where one of its citations does not hold any
 * more: then it speaks of something else.
 */
function writtenView(text: WrittenText | undefined, articles: readonly StoredArticle[]): WrittenView | undefined {
  if (!text) return undefined
  const byDocument = new Map(articles.map((article) => [article.document.id, article]))
  const lines = text.statements.map(({ text, citations }): SummaryLine => {
    const outlets = citations.flatMap(({ documentId }) => byDocument.get(documentId)?.source.name ?? [])
    return { text, citations, outlets: [...new Set(outlets)] }
  })
  const isHeld = lines.every(({ citations }) =>
    citations.every((citation) => {
      const article = byDocument.get(citation.documentId)
      return article !== undefined && matchesText(article.document, citation)
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
