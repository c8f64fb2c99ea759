import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoryProposal } from '../../core/story-choice.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import type { MergeProposal } from '../../story/related/propose-merges.ts'
import type { OperationContext } from '../operation.ts'
import type { ArrangedArticle, ProposalView } from './choice-views.ts'

const shown = 6
const merging = 'merge-'

/** The id of a proposal to merge a story with another one. */
function mergeProposalId(otherId: StoryId): string {
  return `${merging}${otherId}`
}

/** The proposal with such an id. */
export function mergeOfId(storyId: StoryId, id: string): StoryProposal | undefined {
  if (!id.startsWith(merging)) return undefined
  return { kind: 'merge', storyId, otherId: id.slice(merging.length) as StoryId }
}

/**
 * Corrections suggested to the reader, with reasons: what clustering was not allowed to do itself, and very similar stories. Dismissed
 * ones and stories a reader separated are left out.
 */
export async function proposalsOf(
  { store }: OperationContext,
  dossier: Dossier,
  alike: readonly MergeProposal[],
): Promise<readonly ProposalView[]> {
  const id = dossier.storyId
  const open = await store.choices.proposals(id)
  const apart = await store.choices.apartFrom(id)
  const splits = await Promise.all(open.map((proposal) => splitView(proposal)))
  const merges = await Promise.all(mergesOf(open, id, alike).map((merge) => mergeView(merge)))
  return [...merges, ...splits].filter((view) => view !== undefined)

  async function mergeView({ otherId, at, names, words }: Merge): Promise<ProposalView | undefined> {
    if (apart.includes(otherId) || (await store.choices.isDismissed({ kind: 'merge', storyId: id, otherId })))
      return undefined
    const other = await store.stories.find(otherId)
    if (!other || other.id === id) return undefined
    return {
      id: mergeProposalId(otherId),
      kind: 'merge',
      ...defined({ at }),
      other: named(other),
      articles: [],
      sharedNames: names ?? (other.dossier ? namesIn(dossier, other.dossier) : []),
      sharedWords: words ?? [],
    }
  }

  /** A split is shown only on the story that the articles are in, not on the one they would go to. */
  async function splitView(proposal: (typeof open)[number]): Promise<ProposalView | undefined> {
    if (proposal.kind !== 'split' || proposal.storyId !== id) return undefined
    const other = proposal.otherId === undefined ? undefined : await store.stories.find(proposal.otherId)
    if (proposal.otherId !== undefined && !other) return undefined
    return {
      id: proposal.id,
      kind: 'split',
      at: proposal.at,
      ...defined({ other: other && named(other) }),
      articles: articlesIn(dossier, proposal.articleIds),
      sharedNames: other?.dossier ? namesIn(dossier, other.dossier) : [],
      sharedWords: [],
    }
  }
}

type Merge = {
  readonly otherId: StoryId
  readonly at?: string
  readonly names?: readonly string[]
  readonly words?: readonly string[]
}

/** Each other story once, with the shared words if known. */
function mergesOf(
  open: readonly (StoryProposal & { readonly at: string })[],
  id: StoryId,
  alike: readonly MergeProposal[],
): readonly Merge[] {
  const merges = new Map<StoryId, Merge>()
  for (const { b, reason } of alike.slice(0, shown))
    merges.set(b, { otherId: b, names: reason.sharedNames.slice(0, shown), words: reason.sharedWords.slice(0, shown) })
  for (const proposal of open) {
    if (proposal.kind !== 'merge') continue
    const otherId = proposal.storyId === id ? proposal.otherId : proposal.storyId
    merges.set(otherId, { ...merges.get(otherId), otherId, at: proposal.at })
  }
  return [...merges.values()]
}

function named({ id, title, articleCount }: StoryRow): NonNullable<ProposalView['other']> {
  return { id, title, articleCount }
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

function namesIn(a: Dossier, b: Dossier): readonly string[] {
  const theirs = new Set((b.entities ?? []).map(({ entity }) => entity.id))
  return (a.entities ?? [])
    .filter(({ entity }) => theirs.has(entity.id))
    .slice(0, shown)
    .map(({ entity }) => entity.name)
}
