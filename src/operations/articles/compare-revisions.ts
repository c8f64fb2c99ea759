import { z } from 'zod'
import { type Citation, cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { DocumentId } from '../../core/ids.ts'
import { causeOf, type RevisionCause } from '../../core/reading/revision-cause.ts'
import {
  countDiff,
  type DiffCounts,
  type DiffRow,
  type WeightyChange,
  type WordEdits,
} from '../../core/reading/revision-diff.ts'
import type { ServedPage } from '../../core/reading/served-page.ts'
import type { Span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'
import { articleId, documentId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { CitedDocument } from '../views.ts'
import { citedArticle } from './cited-article.ts'
import { revisedText } from './revised-text.ts'

/** Two revisions of an article compared sentence by sentence, with citations. */
export type RevisionsView = {
  readonly before: CitedDocument
  readonly after: CitedDocument
  /** All revisions, oldest first. */
  readonly revisions: readonly { readonly documentId: DocumentId; readonly title: string; readonly at: string }[]
  /** The article's current text: the last revision, or an earlier one that the outlet restored. */
  readonly currentId: DocumentId
  /** The article's pages as they were served; absent when none is kept. */
  readonly keptPages?: readonly ServedPage[]
  readonly cause: RevisionCause
  readonly counts: DiffCounts
  readonly headline?: { readonly before: string; readonly after: string; readonly words: WordEdits }
  readonly rows: readonly RevisionRow[]
}

/** A sentence of one or both revisions. The spans of `words` and `weighty` refer to the whole texts. */
export type RevisionRow = {
  readonly kind: DiffRow['kind']
  readonly before?: Citation
  readonly after?: Citation
  readonly words?: WordEdits
  readonly weighty?: readonly WeightyChange[]
  /** True at the start of a paragraph, where the page breaks too. */
  readonly isParagraph?: true
}

export const compareTexts = defineOperation({
  name: 'compare_revisions',
  minRole: 'guest',
  summary: 'Two revisions of an article: changed sentences, figures, quotations and headline',
  input: z.strictObject({ id: articleId, from: documentId.optional(), to: documentId.optional() }),
  async run({ store }, input): Promise<RevisionsView | undefined> {
    const newest = await store.articles.find(input.id)
    if (!newest) return undefined
    const ids = newest.revisions.map((revision) => revision.documentId)
    const toId = input.to ?? newest.document.id
    // When the outlet restored an earlier text, the last revision is the previous one.
    const isBack = toId === newest.document.id && toId !== ids.at(-1)
    const fromId = input.from ?? (isBack ? ids.at(-1) : ids[Math.max(0, ids.indexOf(toId) - 1)])
    if (fromId === undefined || !ids.includes(toId) || !ids.includes(fromId)) return undefined
    const [before, after] = await Promise.all([fromId, toId].map((id) => store.articles.findByDocument(id)))
    if (!before || !after) return undefined
    const keptPages = await store.servedPages.list(newest.article.id)
    return { ...viewOf(newest, before, after), ...(keptPages.length > 0 && { keptPages }) }
  },
})

function viewOf(newest: StoredArticle, before: StoredArticle, after: StoredArticle): RevisionsView {
  const diff = compareRevisions(
    revisedText(before.document, before.annotations),
    revisedText(after.document, after.annotations),
  )
  const begins = (document: StoredArticle['document'], span: Span) =>
    document.blocks.some(({ start, end }) => span.start >= start && span.start < end && span.start - start < 2)
  const rows = diff.rows.map((row): RevisionRow => {
    const isParagraph = 'after' in row ? begins(after.document, row.after) : begins(before.document, row.before)
    return {
      kind: row.kind,
      ...defined({
        before: 'before' in row ? cite(before.document, row.before) : undefined,
        after: 'after' in row ? cite(after.document, row.after) : undefined,
        words: 'words' in row ? row.words : undefined,
        weighty: 'weighty' in row && row.weighty.length > 0 ? row.weighty : undefined,
        isParagraph: isParagraph || undefined,
      }),
    }
  })
  return {
    before: citedArticle(before),
    after: citedArticle(after),
    revisions: newest.revisions,
    currentId: newest.document.id,
    cause: causeOf(before, after),
    counts: countDiff(diff),
    ...defined({
      headline: diff.headline && {
        before: diff.headline.before,
        after: diff.headline.after,
        words: diff.headline.words,
      },
    }),
    rows,
  }
}
