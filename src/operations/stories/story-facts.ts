import { defined } from '../../core/defined.ts'
import { mediaTopics } from '../../core/names/media-topics.ts'
import { isRetracted } from '../../core/reading/revision-cause.ts'
import type { Dossier } from '../../core/story.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import type { StoredText, StoryFacts } from '../../export/story-facts.ts'
import type { StoredArticle } from '../../store/store.ts'
import { storyTopics } from '../../story/article-topics.ts'
import type { OperationContext } from '../operation.ts'

/** Facts about a story beyond its dossier: topics, and the texts of the revisions it was built from. */
export async function storyFacts(
  { store, now }: OperationContext,
  { dossier, firstAt, changedAt }: { readonly dossier: Dossier; readonly firstAt: string; readonly changedAt: string },
): Promise<StoryFacts> {
  const members = new Map(
    (await store.stories.members(dossier.storyId)).map((member): [string, StoredArticle] => [
      member.document.id,
      member,
    ]),
  )
  const found: StoredArticle[] = []
  for (const { documentId } of dossier.members) {
    // The article may have a newer revision since the dossier was built.
    const stored = members.get(documentId) ?? (await store.articles.findByDocument(documentId))
    if (stored) found.push(stored)
  }
  return {
    at: now().toISOString(),
    firstAt,
    changedAt,
    topics: storyTopics(found).map(({ code, by, share }) => ({
      code,
      by,
      share,
      name: mediaTopics.get(code)?.name ?? code,
    })),
    texts: found.map((stored) => keptText(stored)),
  }
}

/** A stored article for export; `isTaken`: the outlet deleted its page. */
export function keptText(
  { article, document, source, revisions, annotations }: StoredArticle,
  isTaken = false,
): StoredText {
  const readAt = revisions.find(({ documentId }) => documentId === document.id)?.at ?? article.publishedAt
  return {
    document,
    sourceName: source.name,
    homeUrl: source.homeUrl,
    url: article.url,
    authors: article.authors,
    ...defined({ section: article.section, updatedAt: article.updatedAt }),
    readAt,
    ...defined({
      isUndated: isUndated(article.publishedAt, revisions) || undefined,
      isWithdrawn: isTaken || isRetracted({ annotations }) || undefined,
    }),
    completeness: article.completeness,
  }
}

/** An article without a date gets the time it was fetched, to the millisecond. */
function isUndated(publishedAt: string, revisions: StoredArticle['revisions']): boolean {
  return isTimeUnknown(publishedAt) || revisions.some(({ at }) => Date.parse(at) === Date.parse(publishedAt))
}
