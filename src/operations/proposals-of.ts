import type { StoryId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import type { OpenProposal } from '../store/story-choice-store.ts'
import type { ArrangedArticle, ProposalView } from './choice-views.ts'
import type { OperationContext } from './operation.ts'

const shown = 6

/** What clustering proposes for a story, with the reason as far as names tell it. */
export async function proposalsOf({ store }: OperationContext, dossier: Dossier, id: StoryId): Promise<ProposalView[]> {
  const open = await store.choices.proposals(id)
  const views = await Promise.all(open.map((proposal) => viewOf(proposal)))
  return views.filter((view) => view !== undefined)

  async function viewOf(proposal: OpenProposal): Promise<ProposalView | undefined> {
    const otherId = proposal.storyId === id ? proposal.otherId : proposal.storyId
    // The same split seen from the story the articles would go to is shown on the story they are in.
    if (proposal.kind === 'split' && proposal.storyId !== id) return undefined
    const other = otherId === undefined ? undefined : await store.stories.find(otherId)
    if (otherId !== undefined && !other) return undefined
    return {
      id: proposal.id,
      kind: proposal.kind,
      at: proposal.at,
      ...(other ? { other: { id: other.id, title: other.title, articleCount: other.articleCount } } : {}),
      articles: proposal.kind === 'split' ? articlesIn(dossier, proposal.articleIds) : [],
      sharedNames: other?.dossier ? sharedNames(dossier, other.dossier) : [],
      sharedWords: [],
    }
  }
}

function articlesIn(dossier: Dossier, ids: readonly string[]): readonly ArrangedArticle[] {
  return dossier.members
    .filter(({ articleId }) => ids.includes(articleId))
    .map(({ articleId, title, sourceName, publishedAt }) => ({
      articleId,
      title,
      sourceName,
      publishedAt,
      language: dossier.language,
    }))
}

function sharedNames(a: Dossier, b: Dossier): readonly string[] {
  const theirs = new Set((b.entities ?? []).map(({ entity }) => entity.id))
  return (a.entities ?? [])
    .filter(({ entity }) => theirs.has(entity.id))
    .slice(0, shown)
    .map(({ entity }) => entity.name)
}
