import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { asId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { revisionCache } from '../articles/revision-cache.ts'
import type { Engine } from '../engine/engine.ts'
import { unpackText } from '../engine/packed-text.ts'
import { normalizedTime } from '../engine/times.ts'
import { whileUnchanged } from '../engine/while-unchanged.ts'
import { hasDossier } from './has-dossier.ts'
import type { StoryFilter } from './stories.ts'

const keptStories = 2_000
/** Lists of some thousand pointers each. */
const keptLists = 50

type Listed = { readonly id: string; readonly revision: number }

/**
 * Lists stories with only the parts of their dossiers that relate them. The database extracts the parts, since whole dossiers are
 * many times larger, and the last two thousand are cached. Never stale, since the revisions are read after each write, and whatever lists
 * show of a story changes with its revision (`saveDossier`). A list in which nothing changed is the same object, so that what was computed
 * from it can be kept with it.
 */
export function relatedList(
  engine: Engine,
): (period: Pick<StoryFilter, 'from' | 'until'>, limit: number) => Promise<readonly RelatedRow[]> {
  const kept = revisionCache<RelatedRow>(keptStories)
  const lists = new Map<string, readonly RelatedRow[]>()
  const list = whileUnchanged(engine, readList, keptLists)
  return ({ from, until }, limit) => list(from, until, limit)

  async function readList(from: string, until: string, limit: number): Promise<readonly RelatedRow[]> {
    const rows = await rowsOf(await selectListed(engine, { from, until }, limit))
    const key = `${from} ${until} ${limit}`
    const known = lists.get(key)
    lists.delete(key)
    const isSame = known?.length === rows.length && known.every((row, at) => row === rows[at])
    lists.set(key, isSame ? known : rows)
    if (lists.size > keptLists) lists.delete(lists.keys().next().value as string)
    return isSame ? known : rows
  }

  async function rowsOf(listed: readonly Listed[]): Promise<readonly RelatedRow[]> {
    const missing = new Map<string, RelatedRow | undefined>()
    const known = listed.map(({ id, revision }) => {
      const row = kept.get(id, revision)
      if (!row) missing.set(id, undefined)
      return row
    })
    if (missing.size === 0) return known as RelatedRow[]
    for (const { revision, row } of await readRows(engine, [...missing.keys()])) {
      missing.set(row.id, row)
      kept.set(row.id, revision, row)
    }
    return listed.flatMap(({ id }, at) => known[at] ?? missing.get(id) ?? [])
  }
}

async function readRows(engine: Engine, ids: readonly string[]) {
  const loaded = await engine.reader
    .selectFrom('story')
    .innerJoin('story_dossier', 'story_dossier.story_id', 'story.id')
    .select(['story.id', 'title', 'story.language', 'first_at', 'last_at', 'changed_at', 'article_count'])
    .select(['revision', 'packed', partsIn(engine).as('parts')])
    .where(engine.isIn('story.id', ids))
    .execute()
  return loaded.map(({ revision, packed, parts, ...story }) => {
    const whole = packed === null ? parts : unpackText(packed)
    const { headline, language, members, entities, relation } = JSON.parse(whole) as RelatedRow['dossier']
    const id = asId<StoryId>(story.id)
    const row: RelatedRow = {
      id,
      title: story.title,
      language: story.language,
      firstAt: story.first_at,
      lastAt: story.last_at,
      changedAt: story.changed_at,
      articleCount: story.article_count,
      dossier: {
        storyId: id,
        headline,
        language,
        members: members.map(({ documentId }) => ({ documentId })),
        // Databases return null for a missing part.
        ...defined({ entities: entities ?? undefined, relation: relation ?? undefined }),
      },
    }
    return { revision, row }
  })
}

function selectListed(engine: Engine, filter: Pick<StoryFilter, 'from' | 'until'>, limit: number) {
  return engine.reader
    .selectFrom('story')
    .innerJoin('story_dossier', 'story_dossier.story_id', 'story.id')
    .select(['story.id', 'revision'])
    .where(hasDossier)
    .where('last_at', '>=', normalizedTime(filter.from) ?? filter.from)
    .where('first_at', '<=', normalizedTime(filter.until) ?? filter.until)
    .orderBy('report_count', 'desc')
    .orderBy('article_count', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('story.id')
    .limit(Math.max(0, limit))
    .execute()
}

/** The parts as one JSON text; empty where the dossier is packed. A missing part comes as null and counts as absent. */
function partsIn(engine: Engine) {
  const names = ['headline', 'language', 'entities', 'relation', 'members'] as const
  const pairs = names.map((name) =>
    engine.dialect === 'sqlite'
      ? sql`${sql.lit(name)}, json_extract(body, ${sql.lit(`$.${name}`)})`
      : sql`${sql.lit(name)}, body::json -> ${sql.lit(name)}`,
  )
  return engine.dialect === 'sqlite'
    ? sql<string>`case when packed is null then json_object(${sql.join(pairs)}) else '' end`
    : sql<string>`case when packed is null then json_build_object(${sql.join(pairs)})::text else '' end`
}

/** A story with the parts of its dossier that relate it to others. */
export type RelatedRow = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  readonly articleCount: number
  readonly dossier: Pick<Dossier, 'storyId' | 'headline' | 'language' | 'entities' | 'relation'> & {
    readonly members: readonly Pick<Dossier['members'][number], 'documentId'>[]
  }
}
