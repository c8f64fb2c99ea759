import { causeOf } from '../core/revision-cause.ts'
import type { StoredArticle } from '../store/store.ts'
import { compareRevisions } from '../story/compare-revisions.ts'
import { changesOf } from './compare-sentences.ts'
import { revisedText } from './revised-text.ts'
import type { ArticleChanges } from './revision-views.ts'

/** What a revision changed against the one before, figures and quotations with it, and who is the reason. */
export function changesSinceLast(before: StoredArticle, after: StoredArticle): ArticleChanges {
  const diff = compareRevisions(
    revisedText(before.document, before.annotations),
    revisedText(after.document, after.annotations),
  )
  const cause = causeOf(before, after)
  return {
    ...changesOf(before.document, after.document, diff),
    ...(cause !== 'outlet' && { cause }),
    previousId: before.document.id,
  }
}
