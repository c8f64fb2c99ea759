import { type Selectable, sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type ChoiceId, type DocumentId, type StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Mover, StoryArrival, StoryEvent, StoryMove } from '../../core/story-choice.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import type { MoveCause } from './move-documents.ts'
import type { StoryEventTable } from './story-choice-schema.ts'

/** Articles that moved from one story to another, each with its earlier membership. */
export type MovedBetween = {
  readonly from: string
  readonly to: string
  readonly fromTitle: string
  readonly toTitle: string
  readonly hasFounded: boolean
  readonly hasEmptied: boolean
  /** The private feeds involved: those of the moved articles, and those the stories were written with. */
  readonly privateFeeds: readonly number[]
  readonly articles: readonly {
    readonly articleId: string
    readonly addedAt: string
    readonly reason: string | null
  }[]
}

type Kept = { readonly id: string; readonly addedAt: string }

/** Adds moves to the history of both stories, within the transaction that makes them. */
export async function recordMoves(
  engine: Engine,
  tx: Tx,
  groups: readonly MovedBetween[],
  at: string,
  { by, choiceId, isUndo = false }: MoveCause,
): Promise<void> {
  const inserted = await engine.insertMany(
    tx,
    'story_event',
    groups.map(({ from, to, fromTitle, toTitle, hasFounded, hasEmptied, articles }) => ({
      at,
      kind: isUndo ? 'undone' : hasEmptied ? 'merged' : hasFounded ? 'split' : 'moved',
      made_by: by,
      from_story: from,
      to_story: to,
      from_title: fromTitle,
      to_title: toTitle,
      articles: JSON.stringify(articles.map(({ articleId, addedAt }): Kept => ({ id: articleId, addedAt }))),
      choice_id: choiceId ?? null,
    })),
    { returning: ['sequence'] },
  )
  // Numbers ascend in row order.
  const sequences = inserted.map((row) => Number(row.sequence)).toSorted((a, b) => a - b)
  await engine.insertMany(
    tx,
    'private_event',
    groups.flatMap(({ privateFeeds }, index) =>
      privateFeeds.map((feed_id) => ({ sequence: nth(sequences, index), feed_id })),
    ),
  )
}

/**
 * A story's history, latest first: articles that joined, and articles moved from or to it. The history of a merged story is its own,
 * and is shown again when the merge is undone.
 */
export async function historyOf(engine: Engine, storyId: StoryId): Promise<readonly StoryEvent[]> {
  const { reader } = engine
  const rows = await reader
    .selectFrom('story_event')
    .selectAll()
    .where((eb) => eb.or([eb('from_story', '=', storyId), eb('to_story', '=', storyId)]))
    .orderBy('sequence', 'desc')
    .execute()
  const members = await reader
    .selectFrom('membership')
    .select(['article_id as id', 'added_at as addedAt'])
    .where('story_id', '=', storyId)
    .execute()
  // An article that left had joined before; one that was moved here didn't join by clustering.
  const left = rows.filter((row) => row.from_story === storyId).flatMap((row) => keptIn(row.articles))
  const came = rows
    .filter((row) => row.to_story === storyId && row.kind !== 'undone')
    .flatMap((row) => keptIn(row.articles).map(({ id }) => keyOf({ id, addedAt: row.at })))
  const arrivals = new Map([...left, ...members].map((kept) => [keyOf(kept), kept]))
  for (const key of came) arrivals.delete(key)
  const joined = await arrivalsOf(engine, [...arrivals.values()])
  const moves = rows.map((row) => toMove(row, storyId))
  return [...moves, ...joined].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function keyOf({ id, addedAt }: Kept): string {
  return `${id} ${addedAt}`
}

function toMove(row: Selectable<StoryEventTable>, storyId: StoryId): StoryMove {
  return {
    kind: row.kind as StoryMove['kind'],
    at: row.at,
    by: row.made_by as Mover,
    from: asId<StoryId>(row.from_story),
    to: asId<StoryId>(row.to_story),
    fromTitle: row.from_title,
    toTitle: row.to_title,
    articleIds: keptIn(row.articles).map(({ id }) => asId<ArticleId>(id)),
    isInto: row.to_story === storyId,
    ...defined({ choiceId: row.choice_id === null ? undefined : asId<ChoiceId>(row.choice_id) }),
  }
}

async function arrivalsOf(engine: Engine, arrivals: readonly Kept[]): Promise<readonly StoryArrival[]> {
  const rows = await engine.reader
    .selectFrom('article')
    .innerJoin('source', 'source.id', 'article.source_id')
    .select(['article.id', 'article.title', 'source.name'])
    .where(
      engine.isIn(
        'article.id',
        arrivals.map(({ id }) => id),
      ),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const first = arrivals.map(({ addedAt }) => addedAt).toSorted()[0]
  let isFounded = false
  return arrivals.flatMap(({ id, addedAt: at }): StoryArrival[] => {
    const row = byId.get(id)
    if (!row) return []
    const kind = at === first && !isFounded ? 'founded' : 'joined'
    isFounded ||= kind === 'founded'
    return [{ kind, at, articleId: asId<ArticleId>(id), title: row.title, sourceName: row.name }]
  })
}

/** The number of the latest event, from which `placesAfter` continues after all places have been read. */
export async function latestEvent(engine: Engine): Promise<number> {
  const { latest } = await engine.reader
    .selectFrom('story_event')
    .select(sql<number>`coalesce(max(sequence), 0)`.as('latest'))
    .executeTakeFirstOrThrow()
  return Number(latest)
}

/** The current stories of documents that were moved after an event, and the latest event's number. */
export async function placesAfter(
  engine: Engine,
  sequence: number,
): Promise<{
  readonly sequence: number
  readonly places: readonly { readonly documentId: DocumentId; readonly storyId: StoryId }[]
}> {
  const { reader } = engine
  const events = await reader
    .selectFrom('story_event')
    .select(['sequence', 'articles'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .execute()
  if (events.length === 0) return { sequence, places: [] }
  const ids = new Set(events.flatMap((event) => keptIn(event.articles).map(({ id }) => id)))
  const rows = await reader
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article_id')
    .select(['article.document_id', 'membership.story_id'])
    .where(engine.isIn('membership.article_id', [...ids]))
    .execute()
  return {
    sequence: events.at(-1)!.sequence,
    places: rows.map((row) => ({
      documentId: asId<DocumentId>(row.document_id),
      storyId: asId<StoryId>(row.story_id),
    })),
  }
}

function keptIn(articles: string): readonly Kept[] {
  return JSON.parse(articles) as readonly Kept[]
}
