import { z } from 'zod'
import type { Entity } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import type { EntityId, StoryId } from '../../core/ids.ts'
import { isPromisedBy, isReversalOf } from '../../core/reading/commitment-state.ts'
import { nameIn } from '../../core/reading/own-words.ts'
import type { Dossier } from '../../core/story.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import { entityId } from '../input.ts'
import { marksOnThing } from '../library/marks-on.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { figuresOf, type QuotedInStory, quotesPage, rolesOf } from './entity-quotes.ts'
import type { EntityView, SharedNameView } from './entity-views.ts'

/** Most quotations per page; then stories listed, searched for related entities, and searched for promises. */
const QUOTES = 40
const STORIES = 30
const STORIES_AROUND = 200
const STORIES_BOUND = 20
const PROMISES = 12
const LISTED_AROUND = 12

export const getEntity = defineOperation({
  name: 'get_entity',
  minRole: 'guest',
  summary: 'A person, organization or place: quotations, promises, changes and stories',
  input: z.strictObject({
    id: entityId,
    /** The cursor of older quotations: `next` of the previous page. */
    before: z.string().max(200).optional(),
    /** Quotations per page. */
    limit: z.coerce.number<number>().int().min(1).max(QUOTES).optional(),
  }),
  async run(context, { id, before, limit = QUOTES }): Promise<EntityView | SharedNameView | undefined> {
    const { entities, articles } = context.store
    const totals = await entities.find(id)
    if (!totals) return sharedName(context, id)
    const { entity } = totals
    const after = before === undefined ? undefined : readCursor(before)
    const [spoken, promising, changing, days, stories, around, marks] = await Promise.all([
      entities.spoken(id, limit + 1, after),
      after ? [] : entities.storiesWith(id, 'promised', STORIES_BOUND),
      after ? [] : entities.storiesWith(id, 'changed', STORIES_BOUND),
      after ? [] : entities.days(id),
      after ? [] : entities.stories(id, STORIES),
      after ? { rows: [], quoteCount: 0 } : entities.around(id, STORIES_AROUND),
      marksOnThing(context, { kind: 'entity', target: id }),
    ])
    const shown = upTo(spoken, limit)
    const rows = await readStories(context, [...shown.map(({ storyId }) => storyId), ...promising, ...changing])
    const inOrder = (ids: readonly StoryId[]) => ids.flatMap((storyId) => rows.get(storyId) ?? [])
    const said = quotesPage(inOrder(shown.map(({ storyId }) => storyId)), id, limit)
    const last = shown.at(-1)
    const promised = inOrder(promising)
      .flatMap((row) => promisedIn(row, entity))
      .slice(0, PROMISES)
    const changed = inOrder(changing).flatMap((row) => changedIn(row, entity))
    const { roles, ...namesakes } = after ? { roles: [] } : rolesOf(said)
    const figures = after ? [] : figuresOf(said)
    const cited = citedIn({ said, promised, changed, roles, figures })
    const others = around.rows.filter((each) => each.entity.id !== id)
    return {
      kind: 'entity',
      entity,
      ...marks,
      storyCount: totals.storyCount,
      quoteCount: totals.quoteCount,
      firstAt: totals.firstAt,
      lastAt: totals.lastAt,
      names: totals.names.filter((name) => name !== entity.name),
      roles,
      ...namesakes,
      said: said.map(({ dossier: _, roles: _roles, ...each }) => each),
      ...defined({ next: last && spoken.length > shown.length ? `${last.at} ${last.storyId}` : undefined }),
      isOlder: after !== undefined,
      promised,
      changed,
      figures,
      days,
      stories,
      around: {
        storyCount: Math.min(totals.storyCount, STORIES_AROUND),
        companions: others
          .toSorted((a, b) => b.storyCount - a.storyCount || b.quoteCount - a.quoteCount)
          .slice(0, LISTED_AROUND),
        quoteCount: around.quoteCount,
        voices: around.rows
          .filter(({ quoteCount }) => quoteCount > 0)
          .toSorted((a, b) => b.quoteCount - a.quoteCount)
          .slice(0, LISTED_AROUND),
      },
      documents: await articles.citedDocuments(cited),
    }
  },
})

/** An id that only single articles use: the entities that stories found it to mean. */
async function sharedName({ store }: OperationContext, id: EntityId): Promise<SharedNameView | undefined> {
  const rows = await store.entities.presenceOf(await store.entities.knownAs(id))
  if (rows.length === 0) return undefined
  return { kind: 'shared', id, rows: rows.toSorted((a, b) => b.storyCount - a.storyCount) }
}

function readCursor(text: string): { readonly at: string; readonly storyId: StoryId } | undefined {
  const [, at, storyId] = /^(\S{1,40}) (\S+)$/.exec(text) ?? []
  return at === undefined || storyId === undefined ? undefined : { at, storyId: storyId as StoryId }
}

/** The first rows that together fill a page with quotations. */
function upTo<Row extends { readonly quoteCount: number }>(rows: readonly Row[], quotes: number): readonly Row[] {
  let count = 0
  return rows.filter((row) => {
    const isShown = count < quotes
    count += row.quoteCount
    return isShown
  })
}

type StoryWithDossier = StoryRow & { readonly dossier: Dossier }

async function readStories(
  { store }: OperationContext,
  ids: readonly StoryId[],
): Promise<ReadonlyMap<StoryId, StoryWithDossier>> {
  const rows = await store.stories.findMany([...new Set(ids)])
  return new Map(rows.flatMap((row) => (row.dossier ? [[row.id, { ...row, dossier: row.dossier }] as const] : [])))
}

function promisedIn({ id, title, language, dossier }: StoryWithDossier, entity: Entity): EntityView['promised'] {
  const name = nameIn(dossier, entity)
  return dossier.commitments
    .filter((commitment) => isPromisedBy(commitment, name))
    .map((commitment) => ({ story: { id, title, language }, commitment }))
}

function changedIn({ id, title, language, dossier }: StoryWithDossier, entity: Entity): EntityView['changed'] {
  const name = nameIn(dossier, entity)
  return dossier.differences
    .filter((difference) => isReversalOf(difference, name))
    .map((difference) => ({ story: { id, title, language }, difference }))
}

/** The documents cited by what is shown. */
function citedIn({
  said,
  promised,
  changed,
  roles,
  figures,
}: Pick<EntityView, 'promised' | 'changed' | 'roles' | 'figures'> & { readonly said: readonly QuotedInStory[] }) {
  return [
    ...said.flatMap(({ utterances }) => utterances.flatMap(({ wordings }) => wordings.map(({ citation }) => citation))),
    ...promised.flatMap(({ commitment: { statement, changes = [] } }) => [
      ...statement.citations,
      ...changes.map(({ citation }) => citation),
    ]),
    ...changed.flatMap(({ difference: { a, b, signal } }) => [a.citation, b.citation, ...(signal ? [signal] : [])]),
    ...roles,
    ...figures.map(({ citation }) => citation),
  ].map(({ documentId }) => documentId)
}
