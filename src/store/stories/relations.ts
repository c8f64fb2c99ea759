import { sql } from 'kysely'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { asId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import { revisionCache } from '../articles/revision-cache.ts'
import type { Engine } from '../engine/engine.ts'
import { unpackText } from '../engine/packed-text.ts'
import { normalizedTime } from '../engine/times.ts'
import { hasDossier } from './has-dossier.ts'
import type { StoryFilter } from './stories.ts'

const keptStories = 2_000

/**
 * Lists stories with only the parts of their dossiers that relate them. The database extracts the parts, since whole dossiers are
 * many times larger, and the last two thousand are cached. Never stale, since the revision is read each time.
 */
export function relatedList(
  engine: Engine,
): (period: Pick<StoryFilter, 'from' | 'until'>, limit: number) => Promise<readonly RelatedRow[]> {
  const kept = revisionCache<RelatedRow['dossier']>(keptStories)

  return async (filter, limit) => {
    const rows = await selectRows(engine, filter, limit)
    const parts = await partsOf(rows)
    return rows.flatMap((row) => {
      const dossier = parts.get(row.id)
      if (!dossier) return []
      return [
        {
          id: asId<StoryId>(row.id),
          title: row.title,
          language: row.language,
          firstAt: row.first_at,
          lastAt: row.last_at,
          changedAt: row.changed_at,
          articleCount: row.article_count,
          dossier,
        },
      ]
    })
  }

  async function partsOf(
    rows: readonly { readonly id: string; readonly revision: number }[],
  ): Promise<ReadonlyMap<string, RelatedRow['dossier']>> {
    const found = new Map<string, RelatedRow['dossier']>()
    const missing: string[] = []
    for (const { id, revision } of rows) {
      const known = kept.get(id, revision)
      if (known) found.set(id, known)
      else missing.push(id)
    }
    if (missing.length === 0) return found
    const loaded = await engine.reader
      .selectFrom('story_dossier')
      .select(['story_id', 'revision', 'packed', partsIn(engine).as('parts')])
      .where(engine.isIn('story_id', missing))
      .execute()
    for (const { story_id: id, revision, packed, parts: text } of loaded) {
      const whole = packed === null ? text : unpackText(packed)
      const { headline, language, members, entities, relation } = JSON.parse(whole) as RelatedRow['dossier']
      const parts = {
        storyId: asId<StoryId>(id),
        headline,
        language,
        members: members.map(({ documentId }) => ({ documentId })),
        // Databases return null for a missing part.
        ...defined({ entities: entities ?? undefined, relation: relation ?? undefined }),
      }
      found.set(id, parts)
      kept.set(id, revision, parts)
    }
    return found
  }
}

function selectRows(engine: Engine, filter: Pick<StoryFilter, 'from' | 'until'>, limit: number) {
  return engine.reader
    .selectFrom('story')
    .innerJoin('story_dossier', 'story_dossier.story_id', 'story.id')
    .select(['story.id', 'title', 'language', 'first_at', 'last_at', 'changed_at', 'article_count', 'revision'])
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
