import { z } from 'zod'
import { type Citation, matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { DocumentId, StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import {
  type BackgroundStep,
  type ReadingLevel,
  type SummaryLength,
  type SummaryLine,
  type SummaryPart,
  summaryLengths,
} from '../../core/summary.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { WrittenText } from '../../store/stories/written-texts.ts'
import { readingLevel } from '../../story/reading-level.ts'
import { longSummary, shortSummaryOf } from '../../story/summaries/long-summary.ts'
import { citedArticle } from '../articles/cited-article.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { CitedDocument } from '../views.ts'
import { backgroundStories } from './background-stories.ts'
import { requestWriting } from './write-summary.ts'
import { isEnough, writingTasks, writtenFor } from './writing-tasks.ts'

/** A story's summary at one length, every sentence cited, and its background. */
export type SummaryView = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly length: SummaryLength
  /** Sentences quoted from the articles. Empty if no article may be summarized. */
  readonly parts: readonly SummaryPart[]
  readonly reading: ReadingLevel
  /** Earlier events of the same matter, oldest first; empty if there are none. */
  readonly background: readonly BackgroundStep[]
  /** A model's text after the checks; absent if there is none, or its articles have changed. */
  readonly written?: WrittenView
  readonly writtenBackground?: WrittenView
  /** Sentences left out because a citation no longer matched. */
  readonly droppedCount: number
  /** Every cited document, by id. */
  readonly documents: Readonly<Record<string, CitedDocument>>
}

/** A model's text after the checks. */
export type WrittenView = {
  readonly model: string
  readonly at: string
  readonly kept: number
  readonly dropped: number
  /** The lines shown; empty when too few passed, so that the quoted sentences are shown instead. */
  readonly lines: readonly SummaryLine[]
  readonly reading: ReadingLevel
}

export const getSummary = defineOperation({
  name: 'get_summary',
  minRole: 'guest',
  summary: 'A summary of a story, short or long, every sentence cited, with its background',
  input: z.strictObject({ id: storyId, length: z.enum(summaryLengths).default('short') }),
  async run(context, { id, length }): Promise<SummaryView | undefined> {
    const row = await context.store.stories.find(id)
    if (!row?.dossier) return undefined
    const { dossier } = row
    const steps = await backgroundStories(context, { ...row, dossier })
    const chosen = partsOf(dossier, length, context.now().toISOString())
    await ignoringStoreTrouble(requestWriting(context, row))
    const { summary, background: before } = await writtenOf(context, dossier, steps, length)
    const lines = [...chosen.flatMap((part) => part.lines), ...steps.flatMap(({ line }) => line ?? [])]
    const statements = [...(summary?.statements ?? []), ...(before?.statements ?? [])]
    const articles = await citedArticles(context, [...lines, ...statements])
    const documents = new Map(articles.map(({ document }) => [document.id, document]))
    const parts = chosen.flatMap(({ kind, lines }): SummaryPart[] => {
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
  const [first, ...rest] = length === 'short' ? shortSummaryOf(dossier) : dossier.brief
  return first ? [{ kind: 'happened', lines: [first, ...rest] }] : []
}

/** The cited articles, in the revisions cited. */
async function citedArticles({ store }: OperationContext, lines: readonly Pick<SummaryLine, 'citations'>[]) {
  const ids = [...new Set(lines.flatMap(({ citations }) => citations.map(({ documentId }) => documentId)))]
  const found = await Promise.all(ids.map((id) => store.articles.findByDocument(id)))
  return found.flatMap((article) => article ?? [])
}

/** True when the sentence still matches its first citation exactly. */
function isHeld(
  { citations: [first] }: { readonly citations: readonly [Citation, ...Citation[]] },
  documents: ReadonlyMap<DocumentId, Document>,
): boolean {
  const document = documents.get(first.documentId)
  return document !== undefined && matchesText(document, first)
}

/** A model's summary of a story at a length, and of its background, if made from the current sources. */
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
 * A model's text for its page, without lines if too little of it passed. Undefined when one of its citations no longer matches, because
 * the text then describes something else.
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
