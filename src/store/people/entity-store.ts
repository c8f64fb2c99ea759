import type { Entity, EntityKind } from '../../core/annotation.ts'
import type { EntityId, StoryId } from '../../core/ids.ts'

/** How much somebody is in the news: of all stories kept, or of a period. Times are ISO 8601, UTC. */
export type Presence = {
  readonly entity: Entity
  readonly storyCount: number
  readonly quoteCount: number
  /** When the newest of the quotations was first published; absent where there is none. */
  readonly saidAt?: string
  /** When the newest of the stories had its newest article. */
  readonly lastAt: string
}

/** All that is counted of an entity. */
export type EntityTotals = Presence & {
  readonly firstAt: string
  /** How the texts write it, those of the newest stories first. */
  readonly names: readonly string[]
}

/** A story in which an entity is. */
export type EntityStoryRow = {
  readonly storyId: StoryId
  readonly title: string
  readonly language: string
  readonly lastAt: string
  readonly articleCount: number
  readonly reportCount: number
  /** How many articles of the story name the entity, and how many quotations there are of it. */
  readonly namedCount: number
  readonly quoteCount: number
}

/** In which stories somebody said, promised or took something back; `at` is when the newest quotation was published. */
export type SpokenRow = { readonly storyId: StoryId; readonly at: string; readonly quoteCount: number }

export type EntityStore = {
  /** Most stories first, then most quotations, then the newest. With a query: of all time, those whose name has its words. */
  list(
    filter: { readonly kind: EntityKind; readonly since: string; readonly query?: string },
    limit: number,
  ): Promise<readonly Presence[]>
  /** Those of the ids that are in a story. */
  presenceOf(ids: readonly EntityId[]): Promise<readonly Presence[]>
  find(id: EntityId): Promise<EntityTotals | undefined>
  /** Whom single articles mean by an id, as their stories found: several where a name is shared. */
  knownAs(id: EntityId): Promise<readonly EntityId[]>
  /** Newest first. */
  stories(id: EntityId, limit: number): Promise<readonly EntityStoryRow[]>
  /** How many stories were in the news last on each day (`YYYY-MM-DD`, UTC), the earliest first; not those with none. */
  days(id: EntityId): Promise<readonly { readonly day: string; readonly storyCount: number }[]>
  /** Stories with quotations, those with the newest first, after a row of the list when given. */
  spoken(id: EntityId, limit: number, after?: Pick<SpokenRow, 'at' | 'storyId'>): Promise<readonly SpokenRow[]>
  /** The newest stories with a commitment of it, and with statements of it that conflict. */
  bound(id: EntityId, what: 'promised' | 'changed', limit: number): Promise<readonly StoryId[]>
  /**
   * Who is in its newest stories, itself first: in how many, and with how many quotations there; those most in them and those
   * who say most. `quoteCount` is of all.
   */
  around(id: EntityId, storyLimit: number): Promise<{ readonly rows: readonly Presence[]; readonly quoteCount: number }>
  /** Writes what dossiers say that were kept before there was this, a stretch at a time; answers where to go on. */
  fill(after: string, limit: number): Promise<string | undefined>
}
