import { createHash } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import type { StoryProposal } from '../../core/story-choice.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { currentIds } from './story-aliases.ts'
import type { StoryProposalTable } from './story-choice-schema.ts'
import type { OpenProposal, ProposedByDocument } from './story-choices.ts'

/** Two split proposals are the same when they share at least half of their articles. */
const sameShare = 0.5

/** Stores proposals, replacing earlier ones about the same stories; dismissed ones aren't proposed again. */
export async function propose(
  engine: Engine,
  tx: Tx,
  proposals: readonly ProposedByDocument[],
  at: string,
): Promise<void> {
  for (const proposed of proposals) {
    const proposal = await byArticle(engine, tx, proposed)
    if (await isDismissed(tx, proposal)) continue
    const row = rowOf(proposal, at, 0)
    await tx
      .deleteFrom('story_proposal')
      .where('kind', '=', proposal.kind)
      .where('story_id', '=', row.story_id)
      .where('other_id', row.other_id === null ? 'is' : '=', row.other_id)
      .where('is_dismissed', '=', 0)
      .execute()
    await tx.insertInto('story_proposal').values(row).execute()
  }
}

/** True when the reader dismissed the same merge, or a split of mostly the same articles. */
export async function isDismissed(reader: Db, proposal: StoryProposal): Promise<boolean> {
  const row = rowOf(proposal, '', 1)
  const rows = await reader
    .selectFrom('story_proposal')
    .select(['story_id', 'other_id', 'articles'])
    .where('kind', '=', proposal.kind)
    .where('is_dismissed', '=', 1)
    .where('story_id', '=', row.story_id)
    .execute()
  if (proposal.kind === 'merge') return rows.some(({ other_id }) => other_id === row.other_id)
  return rows.some(({ articles }) => shareOf(idsIn(articles), proposal.articleIds) >= sameShare)
}

/** Dismisses a proposal for good, whether or not it was stored. */
export async function dismiss(tx: Tx, proposal: StoryProposal, at: string): Promise<void> {
  const row = rowOf(proposal, at, 1)
  await tx
    .insertInto('story_proposal')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ is_dismissed: 1 }))
    .execute()
}

/** A story's proposals that can still be carried out, latest first. */
export async function openProposals(engine: Engine, storyId: StoryId): Promise<readonly OpenProposal[]> {
  const { reader } = engine
  const rows = await reader
    .selectFrom('story_proposal')
    .selectAll()
    .where('is_dismissed', '=', 0)
    .where((eb) => eb.or([eb('story_id', '=', storyId), eb('other_id', '=', storyId)]))
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  const ids = rows.flatMap((row) => (row.other_id === null ? [row.story_id] : [row.story_id, row.other_id]))
  const gone = await currentIds(engine, reader, ids)
  const members = await reader
    .selectFrom('membership')
    .select(['article_id', 'story_id'])
    .where(
      engine.isIn(
        'story_id',
        rows.map((row) => row.story_id),
      ),
    )
    .execute()
  const storyOf = new Map(members.map((row) => [row.article_id, row.story_id]))
  const sizes = Map.groupBy(members, (row) => row.story_id)
  return rows.flatMap((row): OpenProposal[] => {
    if (gone.has(row.story_id) || (row.other_id !== null && gone.has(row.other_id))) return []
    const kept = { id: row.id, at: row.at, storyId: asId<StoryId>(row.story_id) }
    const otherId = row.other_id === null ? {} : { otherId: asId<StoryId>(row.other_id) }
    if (row.kind === 'merge')
      return otherId.otherId === undefined ? [] : [{ ...kept, kind: 'merge', otherId: otherId.otherId }]
    const articleIds = idsIn(row.articles)
    const isWhole = articleIds.every((id) => storyOf.get(id) === row.story_id)
    const isPart = articleIds.length < (sizes.get(row.story_id)?.length ?? 0)
    return isWhole && isPart ? [{ ...kept, kind: 'split', articleIds, ...otherId }] : []
  })
}

async function byArticle(engine: Engine, tx: Tx, proposed: ProposedByDocument): Promise<StoryProposal> {
  if (proposed.kind === 'merge') return proposed
  const rows = await tx
    .selectFrom('document')
    .select('article_id')
    .distinct()
    .where(engine.isIn('id', proposed.documentIds))
    .execute()
  const { kind, storyId, otherId } = proposed
  const articleIds = rows.map((row) => asId<ArticleId>(row.article_id))
  return { kind, storyId, ...defined({ otherId }), articleIds }
}

/** A merge has no direction, so both orders make the same row. */
function rowOf(proposal: StoryProposal, at: string, isDismissedNow: 0 | 1): StoryProposalTable {
  const { kind } = proposal
  const stories = proposal.otherId === undefined ? [proposal.storyId] : [proposal.storyId, proposal.otherId]
  const [story_id = proposal.storyId, other_id = null] = kind === 'merge' ? stories.toSorted() : stories
  const articles = kind === 'merge' ? [] : proposal.articleIds.toSorted()
  const name = [kind, story_id, other_id ?? '', ...articles].join('\u0000')
  return {
    id: createHash('sha256').update(name).digest('base64url').slice(0, 20),
    kind,
    story_id,
    other_id,
    articles: JSON.stringify(articles),
    at,
    is_dismissed: isDismissedNow,
  }
}

function idsIn(articles: string): readonly ArticleId[] {
  return JSON.parse(articles) as readonly ArticleId[]
}

function shareOf(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((id) => b.includes(id)).length
  return both / Math.max(1, new Set([...a, ...b]).size)
}
