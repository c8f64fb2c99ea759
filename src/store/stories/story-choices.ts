import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import { type ArticleId, asId, type ChoiceId, type DocumentId, type StoryId } from '../../core/ids.ts'
import type { ActiveChoices, StoryChoice, StoryEvent, StoryProposal } from '../../core/story-choice.ts'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { lanesOfStories } from './lane-documents.ts'
import { decidingLane, type Lanes } from './lanes.ts'
import { moveDocuments } from './move-documents.ts'
import { currentIds } from './story-aliases.ts'
import type { StoryChoiceTable } from './story-choice-schema.ts'
import { historyOf, latestEvent, type MovedBetween, placesAfter } from './story-events.ts'
import { newStoryId } from './story-ids.ts'
import { dismiss, isDismissed, openProposals, propose } from './story-proposals.ts'

/** How often to retry when a story gets articles of another lane while its lanes are being acquired. */
const mostTries = 8
/** Somebody waits to see it, so refresh the stories at once. */
const atOnce = { refreshDelayMs: 0 }

type Moved = MovedBetween['articles'][number]

/** A reader's request. Without `to`, the articles get their own story. A merge takes every article of `from`. */
export type NewChoice =
  | {
      readonly kind: 'leave' | 'split'
      readonly from: StoryId
      readonly articleIds: readonly ArticleId[]
      readonly to?: StoryId
    }
  | { readonly kind: 'merge'; readonly from: StoryId; readonly to: StoryId }

export type ChoiceOutcome =
  | { readonly kind: 'done'; readonly choice: StoryChoice }
  /** Nothing to do: the articles are already there, or the stories already one. */
  | { readonly kind: 'already' }
  /** The first story would be left empty. */
  | { readonly kind: 'everything' }
  /** A named story doesn't exist. */
  | { readonly kind: 'missing' }

type UndoOutcome =
  | { readonly kind: 'undone'; readonly choice: StoryChoice }
  | { readonly kind: 'already'; readonly choice: StoryChoice }
  /** A later choice depends on this one, by moving these articles on or ending their story: it must be undone first. */
  | { readonly kind: 'later'; readonly choice: StoryChoice; readonly later: StoryChoice }

/** A proposal waiting for the reader, with the id to dismiss it by. */
export type OpenProposal = StoryProposal & { readonly id: string; readonly at: string }

/** Clustering identifies articles by a document. */
export type ProposedByDocument =
  | Extract<StoryProposal, { readonly kind: 'merge' }>
  | {
      readonly kind: 'split'
      readonly storyId: StoryId
      readonly otherId?: StoryId
      readonly documentIds: readonly DocumentId[]
    }

/**
 * Readers' choices about stories, which clustering reads and never writes, and the history of stories. Writes run in the lanes that
 * assign articles to stories.
 */
export function storyChoiceStore(engine: Engine, lanes: Lanes) {
  const { reader } = engine
  /** Holds all lanes of these stories, so that no machine assigns their articles meanwhile. */
  async function write<Result>(named: readonly string[], work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const lanesOf = async (from: Db) => {
      const current = await currentIds(engine, from, named)
      return lanesOfStories(engine, from, [...named, ...current.values()])
    }
    let wanted = await lanesOf(reader)
    for (let tries = 0; ; tries++) {
      const done = await lanes.exclusive(wanted.map(decidingLane), () =>
        engine.write(async (tx) => {
          // An article in another language may have joined before the lanes were held.
          const now = await lanesOf(tx)
          if (now.every((lane) => wanted.includes(lane))) return { result: await work(tx) }
          return { missing: now }
        }),
      )
      if ('result' in done) return done.result
      if (tries === mostTries) throw new Error('Articles in ever new languages came into the story: try it again.')
      wanted = done.missing
    }
  }
  const present = async (id: StoryId) => asId<StoryId>((await currentIds(engine, reader, [id])).get(id) ?? id)

  return {
    /** One transaction: moves the articles, stores the choice, refreshes both stories. Repeating it returns `already`. */
    choose: (choice: NewChoice, at: string): Promise<ChoiceOutcome> =>
      write(choice.to === undefined ? [choice.from] : [choice.from, choice.to], (tx) => choose(engine, tx, choice, at)),

    /** Moves the articles back and restores their memberships; what joined since stays. Returns undefined when there is no such choice. */
    async undo(id: ChoiceId, at: string): Promise<UndoOutcome | undefined> {
      const row = await reader.selectFrom('story_choice').selectAll().where('id', '=', id).executeTakeFirst()
      return write(row ? [row.from_story, row.to_story] : [], (tx) => undo(engine, tx, id, at))
    },

    async find(id: ChoiceId): Promise<StoryChoice | undefined> {
      const row = await reader.selectFrom('story_choice').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toChoice(row)
    },

    /** A story's choices that aren't undone, latest first. */
    listOf: async (storyId: StoryId): Promise<readonly StoryChoice[]> =>
      (await rowsOf(engine, await present(storyId))).map(toChoice),

    /** The stories that a reader separated from this one. */
    async apartFrom(storyId: StoryId): Promise<readonly StoryId[]> {
      const id = await present(storyId)
      const rows = (await rowsOf(engine, id)).filter(({ aliases }) => aliases === null)
      const current = await currentOf(engine, rows)
      const others = rows.flatMap((row) => [current(row.from_story), current(row.to_story)])
      return [...new Set(others)].filter((other) => other !== id)
    },

    /** Latest first, including undone ones. */
    async list(limit: number): Promise<readonly StoryChoice[]> {
      const rows = await reader
        .selectFrom('story_choice')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.max(0, limit))
        .execute()
      return rows.map(toChoice)
    },

    /** The active choices, which clustering must follow. */
    active: (): Promise<ActiveChoices> => activeChoices(engine),
    /** Latest first. */
    history: async (storyId: StoryId): Promise<readonly StoryEvent[]> => historyOf(engine, await present(storyId)),
    /** Stores clustering's proposals; a dismissed one stays dismissed. */
    propose: (proposals: readonly ProposedByDocument[], at: string): Promise<void> =>
      engine.write((tx) => propose(engine, tx, proposals, at)),
    /** A story's proposals that can still be carried out. */
    proposals: async (storyId: StoryId): Promise<readonly OpenProposal[]> =>
      openProposals(engine, await present(storyId)),
    /** True when a similar proposal was dismissed. */
    isDismissed: (proposal: StoryProposal): Promise<boolean> => isDismissed(reader, proposal),
    dismiss: (proposal: StoryProposal, at: string): Promise<void> => engine.write((tx) => dismiss(tx, proposal, at)),
    latestEvent: (): Promise<number> => latestEvent(engine),
    /** The current stories of documents that were moved after an event, for the clustering lane to catch up. */
    placesAfter: (
      sequence: number,
    ): Promise<{
      readonly sequence: number
      readonly places: readonly { readonly documentId: DocumentId; readonly storyId: StoryId }[]
    }> => placesAfter(engine, sequence),
  }
}

export type StoryChoiceStore = ReturnType<typeof storyChoiceStore>

/** Reads, decides and moves in one transaction, so that two choices made at once run one after the other. */
async function choose(engine: Engine, tx: Tx, asked: NewChoice, at: string): Promise<ChoiceOutcome> {
  const named = asked.to === undefined ? [asked.from] : [asked.from, asked.to]
  const aliases = await currentIds(engine, tx, named)
  const from = aliases.get(asked.from) ?? asked.from
  const to = asked.to && (aliases.get(asked.to) ?? asked.to)
  const there = await tx
    .selectFrom('story')
    .select(['id', 'title'])
    .where(engine.isIn('id', to === undefined ? [from] : [from, to]))
    .execute()
  if (there.length < new Set([from, to ?? from]).size) return { kind: 'missing' }
  if (from === to) return { kind: 'already' }
  const members = await tx
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article_id')
    .select(['membership.article_id', 'article.document_id'])
    .where('membership.story_id', '=', from)
    .execute()
  const wanted = asked.kind === 'merge' ? undefined : new Set<string>(asked.articleIds)
  const leaving = members.filter(({ article_id }) => wanted === undefined || wanted.has(article_id))
  if (leaving.length === 0) return { kind: 'already' }
  if (to === undefined && leaving.length === members.length) return { kind: 'everything' }
  const led = await tx.selectFrom('story_alias').select('id').where('story_id', '=', from).execute()
  const id = asId<ChoiceId>(newStoryId(Date.parse(at)))
  const target = asId<StoryId>(to ?? newStoryId(Date.parse(at)))
  const moves = leaving.map(({ document_id }) => ({ documentId: asId<DocumentId>(document_id), to: target }))
  const groups = await moveDocuments(engine, tx, moves, at, atOnce, { by: 'reader', choiceId: id })
  const [group] = groups
  if (!group) return { kind: 'already' }
  const row: StoryChoiceTable = {
    id,
    kind: asked.kind,
    from_story: from,
    to_story: target,
    from_title: group.fromTitle,
    to_title: group.toTitle,
    moved: JSON.stringify(group.articles),
    aliases: group.hasEmptied ? JSON.stringify(led.map((each) => each.id)) : null,
    at,
    undone_at: null,
  }
  await tx.insertInto('story_choice').values(row).execute()
  return { kind: 'done', choice: toChoice(row) }
}

async function undo(engine: Engine, tx: Tx, id: ChoiceId, at: string): Promise<UndoOutcome | undefined> {
  const row = await tx.selectFrom('story_choice').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  if (row.undone_at !== null) return { kind: 'already', choice: toChoice(row) }
  const moved = new Map(movedIn(row).map((article) => [article.articleId, article]))
  const place = (await currentIds(engine, tx, [row.to_story])).get(row.to_story) ?? row.to_story
  const there = await tx
    .selectFrom('membership')
    .innerJoin('article', 'article.id', 'membership.article_id')
    .select(['membership.article_id', 'article.document_id'])
    .where('membership.story_id', '=', place)
    .execute()
  const members = there.filter(({ article_id }) => moved.has(article_id))
  const emptied = members.length === there.length ? place : undefined
  const later = await laterChoice(tx, row, moved, emptied)
  if (later) return { kind: 'later', choice: toChoice(row), later: toChoice(later) }
  if (row.aliases !== null) await revive(engine, tx, row.from_story, JSON.parse(row.aliases) as string[])
  await moveDocuments(
    engine,
    tx,
    members.map(({ article_id, document_id }) => ({
      documentId: asId<DocumentId>(document_id),
      to: asId<StoryId>(row.from_story),
      place: moved.get(article_id)!,
    })),
    at,
    atOnce,
    { by: 'reader', choiceId: id, isUndo: true },
  )
  await tx.updateTable('story_choice').set({ undone_at: at }).where('id', '=', id).execute()
  return { kind: 'undone', choice: toChoice({ ...row, undone_at: at }) }
}

/**
 * The latest active choice that depends on an earlier one, and must be undone first: it moved some of the same articles on, ended
 * the story they would return to, or moved articles back out of a story that undoing would leave empty.
 */
async function laterChoice(
  tx: Tx,
  choice: StoryChoiceTable,
  moved: ReadonlyMap<string, Moved>,
  emptied: string | undefined,
): Promise<StoryChoiceTable | undefined> {
  const rows = await tx
    .selectFrom('story_choice')
    .selectAll()
    .where('undone_at', 'is', null)
    .where(sql<boolean>`(at, id) > (${choice.at}, ${choice.id})`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.find(
    (row) =>
      row.from_story === emptied ||
      (row.from_story === choice.from_story && row.aliases !== null) ||
      movedIn(row).some(({ articleId }) => moved.has(articleId)),
  )
}

/** Restores a merged story and the aliases that redirected to it. */
async function revive(engine: Engine, tx: Tx, id: string, aliases: readonly string[]): Promise<void> {
  await tx.deleteFrom('story_alias').where('id', '=', id).execute()
  await tx.updateTable('story_alias').set({ story_id: id }).where(engine.isIn('id', aliases)).execute()
}

/** The active choices about a story or one merged into it, latest first. */
async function rowsOf(engine: Engine, storyId: StoryId): Promise<readonly StoryChoiceTable[]> {
  const { reader } = engine
  const merged = await reader.selectFrom('story_alias').select('id').where('story_id', '=', storyId).execute()
  const ids = [storyId, ...merged.map(({ id }) => id)]
  return reader
    .selectFrom('story_choice')
    .selectAll()
    .where('undone_at', 'is', null)
    .where((eb) => eb.or([engine.isIn('from_story', ids), engine.isIn('to_story', ids)]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The current ids of the stories in choices. */
async function currentOf(engine: Engine, rows: readonly StoryChoiceTable[]): Promise<(id: string) => StoryId> {
  const ids = rows.flatMap((row) => [row.from_story, row.to_story])
  const current = await currentIds(engine, engine.reader, ids)
  return (id) => asId<StoryId>(current.get(id) ?? id)
}

async function activeChoices(engine: Engine): Promise<ActiveChoices> {
  const rows = await engine.reader.selectFrom('story_choice').selectAll().where('undone_at', 'is', null).execute()
  const current = await currentOf(engine, rows)
  if (rows.length === 0) return { touched: new Set(), whole: new Set(), placed: new Set(), apart: [] }
  const placed = await engine.reader
    .selectFrom('article')
    .select('document_id')
    .where(
      engine.isIn(
        'id',
        rows.flatMap((row) => movedIn(row).map(({ articleId }) => articleId)),
      ),
    )
    .execute()
  const pairs = rows
    .filter(({ aliases }) => aliases === null)
    .map((row) => [current(row.from_story), current(row.to_story)] as const)
  return {
    touched: new Set(rows.flatMap((row) => [current(row.from_story), current(row.to_story)])),
    whole: new Set(rows.filter(({ kind }) => kind === 'merge').map((row) => current(row.to_story))),
    placed: new Set(placed.map((row) => asId<DocumentId>(row.document_id))),
    apart: pairs.filter(([a, b]) => a !== b),
  }
}

function movedIn(row: StoryChoiceTable): readonly Moved[] {
  return JSON.parse(row.moved) as readonly Moved[]
}

function toChoice(row: StoryChoiceTable): StoryChoice {
  return {
    id: asId<ChoiceId>(row.id),
    kind: row.kind as StoryChoice['kind'],
    from: asId<StoryId>(row.from_story),
    to: asId<StoryId>(row.to_story),
    fromTitle: row.from_title,
    toTitle: row.to_title,
    articleIds: movedIn(row).map(({ articleId }) => asId<ArticleId>(articleId)),
    at: row.at,
    ...defined({ undoneAt: row.undone_at ?? undefined }),
  }
}
