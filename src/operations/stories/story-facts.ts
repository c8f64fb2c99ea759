import { defined } from '../../core/defined.ts'
import { mediaTopics } from '../../core/names/media-topics.ts'
import { isRetracted } from '../../core/reading/revision-cause.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoredText, StoryFacts } from '../../export/story-facts.ts'
import type { StoredArticle } from '../../store/store.ts'
import { storyTopics } from '../../story/story-topics.ts'
import type { OperationContext } from '../operation.ts'

/** What is known of a story beside its dossier: topics, and the texts of the revisions it was told from. */
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
    // A member may have got a newer revision since the story was told.
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

/** A stored article as it leaves; `isTaken`: its page was taken away. */
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

/** What has no time of its own is dated by the moment it was read, to the millisecond. */
function isUndated(publishedAt: string, revisions: StoredArticle['revisions']): boolean {
  return revisions.some(({ at }) => Date.parse(at) === Date.parse(publishedAt))
}
