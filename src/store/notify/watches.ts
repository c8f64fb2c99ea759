import { randomUUID } from 'node:crypto'
import { type Alert, type WatchOccasion, watchOccasions } from '../../core/alert.ts'
import { defined } from '../../core/defined.ts'
import type { FollowKind } from '../../core/marks.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { currentIds, markedTargets } from '../stories/story-aliases.ts'
import { begin } from './alert-follows.ts'
import type { AlertTarget } from './alerts.ts'
import type { WatchTable } from './notify-schema.ts'
import { type AlertsToRaise, raiseIn } from './raise-in.ts'

/** What a reader watches, at which occasions. `since`: earlier events are not told. Times are ISO 8601. */
export type Watch = {
  readonly id: string
  readonly readerId: string
  readonly ownerName: string
  readonly kind: FollowKind
  readonly target: string
  readonly label: string
  readonly occasions: readonly WatchOccasion[]
  readonly isShared: boolean
  readonly since: string
  readonly taken?: { readonly by: string; readonly name: string; readonly at: string }
}

/** One line of a watch's log: a message, or who took it or gave it back. */
export type WatchLogRow = {
  readonly id: string
  readonly at: string
} & (
  | {
      readonly kind: 'sent'
      readonly occasion: WatchOccasion
      readonly title: string
      readonly language: string
      readonly path: string
      readonly sourceName: string
    }
  | { readonly kind: 'taken' | 'returned'; readonly name: string }
)

/** An event of a story as it would be told. */
export type WatchedEvent = {
  readonly occasion: WatchOccasion
  readonly token: string
  readonly at: string
  readonly knownFrom: string
  readonly alert: Alert
}

/** For whom, and when their messages may go. `isMuted`: they do not want to hear of the story. */
export type WatchRecipient = Omit<AlertsToRaise, 'alerts'> & { readonly isMuted: boolean }

/** More than anybody keeps an eye on. */
export const mostWatches = 200
/** How often a watch was taken and given back, in its log. */
const keptTakings = 50
const prunedAtOnce = 1_000

/** Watches, what they told, and who took them. */
export function watchStore(engine: Engine) {
  const { reader } = engine
  /** A reader's own, and those shared with everybody here. */
  const visible = (readerId: string) =>
    reader
      .selectFrom('watch')
      .selectAll()
      .where((row) => row.or([row('reader_id', '=', readerId), row('is_shared', '=', 1)]))

  return {
    async list(readerId: string): Promise<readonly Watch[]> {
      return withPresentStories((await visible(readerId).orderBy('at').orderBy('id').execute()).map(toWatch))
    },

    async find(readerId: string, id: string): Promise<Watch | undefined> {
      const row = await visible(readerId).where('id', '=', id).executeTakeFirst()
      return row && (await withPresentStories([toWatch(row)]))[0]
    },

    /** Changes the reader's watch on the same target, if there is one. Undefined when they have too many. */
    save: (
      { readerId, ownerName, kind, target, label, occasions, isShared }: Omit<Watch, 'id' | 'since' | 'taken'>,
      at: string,
    ): Promise<Watch | undefined> =>
      engine.write(async (tx) => {
        const own = await tx.selectFrom('watch').selectAll().where('reader_id', '=', readerId).execute()
        const targets = await markedTargets(tx, kind, target)
        const before = own.find((row) => row.kind === kind && targets.includes(row.target))
        if (!before && own.length >= mostWatches) return undefined
        await begin(engine, readerId, at, tx)
        const chosen = { label, occasions: occasions.join(','), is_shared: isShared ? 1 : 0, owner_name: ownerName }
        if (!before) {
          const untaken = { taken_by: null, taken_name: null, taken_at: null }
          const row = { id: randomUUID(), reader_id: readerId, kind, target, since: at, at, ...chosen, ...untaken }
          await tx.insertInto('watch').values(row).execute()
          return toWatch(row)
        }
        // What was already watched goes on; a new occasion begins now.
        const isWider = occasions.some((each) => !toWatch(before).occasions.includes(each))
        const row = { ...before, ...chosen, since: isWider ? at : before.since }
        const free = isShared ? row : { ...row, taken_by: null, taken_name: null, taken_at: null }
        await tx.updateTable('watch').set(free).where('id', '=', before.id).execute()
        return toWatch(free)
      }),

    remove: (readerId: string, id: string): Promise<Watch | undefined> =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom('watch')
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        if (!row) return undefined
        await tx.deleteFrom('watch_article').where('watch_id', '=', id).execute()
        await tx.deleteFrom('watch_event').where('watch_id', '=', id).execute()
        return toWatch(row)
      }),

    /** One reader takes a shared watch; they or its owner give it back. A watch that another has stays theirs. */
    take: (
      id: string,
      by: { readonly id: string; readonly name: string },
      isTaken: boolean,
      at: string,
    ): Promise<void> =>
      engine.write(async (tx) => {
        const shared = tx.updateTable('watch').where('id', '=', id).where('is_shared', '=', 1)
        const done = isTaken
          ? await shared
              .set({ taken_by: by.id, taken_name: by.name, taken_at: at })
              .where('taken_by', 'is', null)
              .executeTakeFirst()
          : await shared
              .set({ taken_by: null, taken_name: null, taken_at: null })
              .where('taken_by', 'is not', null)
              .where((row) => row.or([row('taken_by', '=', by.id), row('reader_id', '=', by.id)]))
              .executeTakeFirst()
        if (done.numUpdatedRows > 0n) await noteTaking(tx, id, by, isTaken ? 'taken' : 'returned', at)
      }),

    /** The latest first: all of it for the owner, for others what came from news that everybody here may read. */
    async log({ id, readerId }: Watch, viewerId: string, limit: number): Promise<readonly WatchLogRow[]> {
      const rows = await reader
        .selectFrom('watch_event')
        .selectAll()
        .where('watch_id', '=', id)
        .where('what', '!=', 'known')
        .$if(readerId !== viewerId, (query) => query.where('is_open', '=', 1))
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id, at, what, occasion, title, language, path, source_name, actor_name }) =>
        what === 'sent'
          ? {
              id,
              at,
              kind: 'sent',
              occasion: occasion as WatchOccasion,
              title,
              language,
              path,
              sourceName: source_name,
            }
          : { id, at, kind: what === 'taken' ? 'taken' : 'returned', name: actor_name ?? '' },
      )
    },

    /** Everybody's watches on any of these; a story also under the ids merged into it. */
    async on(targets: readonly AlertTarget[]): Promise<readonly Watch[]> {
      if (targets.length === 0) return []
      const wanted = await Promise.all(
        targets.map(async ({ kind, target }) => ({ kind, targets: await markedTargets(reader, kind, target) })),
      )
      const byKind = [...Map.groupBy(wanted, ({ kind }) => kind)]
      const rows = await reader
        .selectFrom('watch')
        .selectAll()
        .where((row) =>
          row.or(
            byKind.map(([kind, all]) => {
              const ids = all.flatMap((each) => each.targets)
              return row.and([row('kind', '=', kind), engine.isIn('target', ids)])
            }),
          ),
        )
        .orderBy('id')
        .execute()
      return rows.map(toWatch)
    },

    /** The readers of unshared watches. */
    async ownersOfUnshared(): Promise<readonly string[]> {
      const rows = await reader.selectFrom('watch').select('reader_id').distinct().where('is_shared', '=', 0).execute()
      return rows.map(({ reader_id }) => reader_id)
    },

    /**
     * Tells what a watch has not told yet of a story: decides, records and raises the alerts in one transaction, so that neither a crash
     * nor a second run tells it again. Articles carry the thread of the story they were first seen in, so a story that is split, joined
     * or repaired counts as the one it was. Returns how many events were told.
     */
    tell: (
      watch: Watch,
      story: { readonly id: string; readonly articleIds: readonly string[] },
      events: readonly WatchedEvent[],
      recipients: readonly WatchRecipient[],
      at: string,
    ): Promise<number> =>
      engine.write(async (tx) => {
        const now = await tx.selectFrom('watch').selectAll().where('id', '=', watch.id).executeTakeFirst()
        if (!now) return 0
        const { since, occasions, isShared } = toWatch(now)
        const { threads, isNew } = await knownThreads(tx, watch.id, story, at)
        const told = await tx
          .selectFrom('watch_event')
          .select('token')
          .where('watch_id', '=', watch.id)
          .where(engine.isIn('thread', threads))
          .execute()
        const known = new Set(told.map(({ token }) => token))
        const once = new Map(events.map((event) => [event.token, event]))
        const fresh = [...once.values()].filter(
          ({ token, occasion }) => occasions.includes(occasion) && !known.has(token),
        )
        const isNews = ({ knownFrom, at }: WatchedEvent) => Date.parse(isNew ? knownFrom : at) > Date.parse(since)
        const rows = fresh.flatMap((event) =>
          threads.map((thread, index) => ({
            ...eventRow(watch.id, thread, event, isShared, at),
            what: index === 0 && isNews(event) ? 'sent' : 'known',
          })),
        )
        if (rows.length === 0) return 0
        const made = await engine.insertMany(tx, 'watch_event', rows, {
          ifExists: 'on conflict (watch_id, thread, token) do nothing',
          returning: ['token', 'what'],
        })
        const sent = new Set(made.filter(({ what }) => what === 'sent').map(({ token }) => token))
        const alerts = fresh.filter(({ token }) => sent.has(token)).map(({ alert }) => alert)
        const willing = recipients.filter(({ isMuted }) => !isMuted)
        await raiseIn(
          engine,
          tx,
          willing.map(({ isMuted: _, ...each }) => ({ ...each, alerts })),
          at,
        )
        return alerts.length
      }),

    /** Deletes at most a thousand of each that is older than any event can be told. Returns how many: 0 at the end. */
    prune: (before: string): Promise<number> =>
      engine.write(async (tx) => {
        const events = await tx
          .selectFrom('watch_event')
          .select('id')
          .where('at', '<', before)
          .limit(prunedAtOnce)
          .execute()
        const ids = events.map(({ id }) => id)
        if (ids.length > 0) await tx.deleteFrom('watch_event').where(engine.isIn('id', ids)).execute()
        const articles = await tx
          .selectFrom('watch_article')
          .select('article_id')
          .distinct()
          .where('at', '<', before)
          .limit(prunedAtOnce)
          .execute()
        const articleIds = articles.map(({ article_id }) => article_id)
        if (articleIds.length > 0)
          await tx
            .deleteFrom('watch_article')
            .where('at', '<', before)
            .where(engine.isIn('article_id', articleIds))
            .execute()
        return ids.length + articleIds.length
      }),
  }

  /** The threads that the story's articles belong to, the oldest first; articles not seen before join that one. */
  async function knownThreads(
    tx: Tx,
    watchId: string,
    story: { readonly id: string; readonly articleIds: readonly string[] },
    at: string,
  ): Promise<{ readonly threads: readonly string[]; readonly isNew: boolean }> {
    const rows = await tx
      .selectFrom('watch_article')
      .select(['article_id', 'thread'])
      .where('watch_id', '=', watchId)
      .where(engine.isIn('article_id', story.articleIds))
      .orderBy('at')
      .orderBy('article_id')
      .execute()
    const seen = new Set(rows.map(({ article_id }) => article_id))
    const threads = [...new Set(rows.map(({ thread }) => thread))]
    const isNew = threads.length === 0
    // The story's id alone may name an older thread whose articles all went elsewhere.
    if (isNew) threads.push(randomUUID())
    const added = story.articleIds
      .filter((id) => !seen.has(id))
      .map((id) => ({ watch_id: watchId, article_id: id, thread: threads[0] ?? story.id, at }))
    if (added.length > 0)
      await engine.insertMany(tx, 'watch_article', added, { ifExists: 'on conflict (watch_id, article_id) do nothing' })
    return { threads, isNew }
  }

  async function noteTaking(
    tx: Tx,
    watchId: string,
    by: { readonly id: string; readonly name: string },
    what: 'taken' | 'returned',
    at: string,
  ): Promise<void> {
    const id = randomUUID()
    const empty = { thread: '', occasion: '', title: '', language: '', path: '', source_name: '' }
    await tx
      .insertInto('watch_event')
      .values({
        ...empty,
        id,
        watch_id: watchId,
        token: id,
        what,
        is_open: 1,
        actor_id: by.id,
        actor_name: by.name,
        at,
      })
      .execute()
    const old = await tx
      .selectFrom('watch_event')
      .select('id')
      .where('watch_id', '=', watchId)
      .where('what', 'in', ['taken', 'returned'])
      .orderBy('at', 'desc')
      .offset(keptTakings)
      .limit(prunedAtOnce)
      .execute()
    if (old.length > 0)
      await tx
        .deleteFrom('watch_event')
        .where(
          engine.isIn(
            'id',
            old.map((row) => row.id),
          ),
        )
        .execute()
  }

  /** A watch on a story that was merged into another is one on that. */
  async function withPresentStories(watches: readonly Watch[]): Promise<readonly Watch[]> {
    const ids = watches.filter(({ kind }) => kind === 'story').map(({ target }) => target)
    const present = await currentIds(engine, reader, ids)
    return watches.map((watch) =>
      watch.kind === 'story' ? { ...watch, target: present.get(watch.target) ?? watch.target } : watch,
    )
  }
}

export type WatchStore = ReturnType<typeof watchStore>

function eventRow(watchId: string, thread: string, event: WatchedEvent, isShared: boolean, at: string) {
  const { title, language, path, sourceName } = event.alert
  return {
    id: randomUUID(),
    watch_id: watchId,
    thread,
    token: event.token,
    is_open: isShared ? 1 : 0,
    occasion: event.occasion,
    actor_id: null,
    actor_name: null,
    title,
    language,
    path,
    source_name: sourceName,
    at,
  }
}

function toWatch(row: WatchTable): Watch {
  const { id, reader_id, owner_name, kind, target, label, occasions, is_shared, since } = row
  const { taken_by: by, taken_name: name, taken_at: at } = row
  const chosen = occasions.split(',')
  return {
    id,
    readerId: reader_id,
    ownerName: owner_name,
    kind: kind as FollowKind,
    target,
    label,
    occasions: watchOccasions.filter((each) => chosen.includes(each)),
    isShared: is_shared === 1,
    since,
    ...defined({ taken: by !== null && at !== null ? { by, name: name ?? '', at } : undefined }),
  }
}
