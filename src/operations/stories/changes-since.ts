import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { nth } from '../../core/nth.ts'
import { causeOf } from '../../core/reading/revision-cause.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoryMember } from '../../store/stories/stories.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'
import { type RevisedArticle, type StoryChange, whatChanged } from '../../story/changes/what-changed.ts'
import { citedArticle } from '../articles/cited-article.ts'
import { revisedText } from '../articles/revised-text.ts'
import type { OperationContext } from '../operation.ts'
import type { CitedDocument } from '../views.ts'

/** Passages shown of an edit; the article's page has them all. */
const MOST_PASSAGES = 4

/**
 * What changed in a story after `since` (ISO 8601), and the earlier revisions that it cites. Changes count by arrival here, whenever they
 * were published; for a story that arrived later as a whole, they count by publication.
 */
export async function changesSince(
  context: OperationContext,
  dossier: Dossier,
  members: readonly StoryMember[],
  since: string,
): Promise<{ readonly items: readonly StoryChange[]; readonly documents: Readonly<Record<string, CitedDocument>> }> {
  const edited = await Promise.all(
    members.filter(({ revisions }) => revisions.length > 1).map((member) => revisedOf(context, member)),
  )
  const now = context.now().toISOString()
  const documents = edited.flatMap(({ member, documents }) =>
    documents.map((document): [string, CitedDocument] => [document.id, revisionAsCited(member, document)]),
  )
  const wasHere = members.some(({ addedAt }) => Date.parse(addedAt) <= Date.parse(since))
  const cameAt = new Map(members.map(({ article, addedAt }) => [article.id, addedAt]))
  const revised = edited.map((each) => each.revised)
  return {
    items: whatChanged(dossier, { since, now, revised, ...defined({ cameAt: wasHere ? cameAt : undefined }) }),
    documents: Object.fromEntries(documents),
  }
}

/** How an article was edited, with its stored revisions. */
export async function revisedOf({ store }: Pick<OperationContext, 'store'>, member: StoryMember) {
  const kept = await Promise.all(
    member.revisions.map(async ({ documentId, at }) => {
      const stored = await store.articles.findByDocument(documentId)
      return stored ? [{ at, stored }] : []
    }),
  )
  const texts = kept.flat()
  const revisions = texts.map(({ at, stored }, index) => {
    const before = texts[index - 1]
    const cause = before ? causeOf(before.stored, stored) : 'outlet'
    return { at, document: stored.document, ...defined({ cause: cause !== 'outlet' ? cause : undefined }) }
  })
  const documents = revisions.map(({ document }) => document)
  const edits = documents.slice(1).map((after, index) => editOf(nth(documents, index), after))
  const revised: RevisedArticle = { documentId: member.document.id, revisions, edits }
  return { member, documents, revised }
}

function editOf(before: Document, after: Document): RevisedArticle['edits'][number] {
  const { rows } = compareRevisions(revisedText(before), revisedText(after))
  const changed = rows.filter(({ kind }) => kind === 'changed' || kind === 'removed' || kind === 'added')
  return {
    removed: changed.flatMap((row) => ('before' in row ? cite(before, row.before) : [])).slice(0, MOST_PASSAGES),
    added: changed.flatMap((row) => ('after' in row ? cite(after, row.after) : [])).slice(0, MOST_PASSAGES),
  }
}

function revisionAsCited(member: StoryMember, { id, title, blocks, language }: Document): CitedDocument {
  return { ...citedArticle(member), documentId: id, title, language, blockStarts: blocks.map(({ start }) => start) }
}
