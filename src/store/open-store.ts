import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { whyNotOpened } from '../core/regular-file.ts'
import { keyStore } from './access-keys.ts'
import { accountStore } from './accounts.ts'
import { alertStore } from './alerts.ts'
import { answerWritingStore } from './answer-writings.ts'
import { articleStore } from './articles.ts'
import { askStore } from './asks.ts'
import { briefStore } from './briefs.ts'
import { commentStore } from './comments.ts'
import { isUnfinishedCopy } from './copy/copy-state.ts'
import { correctionStore } from './corrections.ts'
import { destinationStore } from './destinations.ts'
import { embeddingStore } from './embeddings.ts'
import type { Engine } from './engine.ts'
import { entityStore } from './entities.ts'
import { entryStore } from './entries.ts'
import { farTimeStore } from './far-times.ts'
import { feedAddressStore } from './feed-addresses.ts'
import { feedStore } from './feeds.ts'
import { findStore } from './finds.ts'
import { folderStore } from './folders.ts'
import { followStore } from './follows.ts'
import { checkStore, countHeld } from './health.ts'
import { highlightStore } from './highlights.ts'
import { houseStore } from './house.ts'
import { houseRuleStore } from './house-rules.ts'
import { houseSettingStore } from './house-settings.ts'
import { hubStore } from './hubs.ts'
import { invitationStore } from './invitations.ts'
import { jobStore } from './jobs.ts'
import { keepingStore } from './keepings.ts'
import { lackingRights } from './lacking-rights.ts'
import { laneStore } from './lanes.ts'
import { makeLastingFolder, makeOwnFile } from './lasting-folder.ts'
import { letterboxStore } from './letterboxes.ts'
import { lookStore } from './looks.ts'
import { meansStores } from './means.ts'
import { mediaPlaceStore } from './media-places.ts'
import { migrate, type Types } from './migrate.ts'
import { modelChoiceStore, modelUseStore } from './model-use.ts'
import { moderationStore } from './moderation.ts'
import { muteStore } from './mutes.ts'
import { nodeStore } from './nodes.ts'
import { noteStore } from './notes.ts'
import { opmlStore } from './opml-imports.ts'
import { outletStore } from './outlets.ts'
import { ownReadingStore } from './own-reading.ts'
import type { PostgresOptions } from './postgres.ts'
import { inWordsOfRights } from './postgres-refused.ts'
import { preferenceStore } from './preferences.ts'
import { markAllPrivate } from './private-feeds.ts'
import { withPrivateTellings } from './private-tellings.ts'
import { rankingStore } from './rankings.ts'
import { readerRowStore } from './reader-rows.ts'
import { savedSearchStore } from './saved-searches.ts'
import { saveStore } from './saves.ts'
import { searchBacklog } from './search-backlog.ts'
import { eventStore } from './security-events.ts'
import { isAlone, seenStores } from './seen-by.ts'
import { sendingStore } from './sendings.ts'
import { sessionStore } from './sessions.ts'
import { shareStore } from './shares.ts'
import { tryStore } from './sign-in-tries.ts'
import { siteLayoutStore } from './site-layouts.ts'
import type { Store } from './store.ts'
import { StoreDamagedError, StoreError, StoreTroubleError, UnfinishedCopyError } from './store-errors.ts'
import { storyStore } from './stories.ts'
import { storyChoiceStore } from './story-choices.ts'
import { tagStore } from './tags.ts'
import { textAccountStore } from './text-accounts.ts'
import { titleStore } from './titles.ts'
import { toldPageStore } from './told-pages.ts'
import { translationStore } from './translations.ts'
import { visitStore } from './visits.ts'
import { whileUnchanged } from './while-unchanged.ts'
import { writtenTextStore } from './written-texts.ts'

/** SQLITE_READONLY, the last byte of its kinds. */
const sqliteReadOnly = 8

export type StoreOptions = PostgresOptions & {
  /** How long after an article its story is refreshed, in milliseconds: a burst of articles costs one refresh. */
  readonly refreshDelayMs?: number
}

/**
 * Opens the store a URL names and brings its data up to date: `postgres://…`, `sqlite:/path/to/file.db`, or a plain path,
 * whose folder is made when it is not there. Throws NewerDataError when the data were written by a newer program, and
 * UnfinishedCopyError when they are still being copied.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { engine, schemaVersion } = await openMigrated(url, options)
  // Where that cannot be read, the rest still may be.
  const isUnfinished = await isUnfinishedCopy(engine).catch((error: unknown) => {
    if (!(error instanceof StoreDamagedError)) throw error
    return false
  })
  if (!isUnfinished) {
    // So is what an older program left unmarked where nothing can be written now.
    await markAllPrivate(engine, new Date().toISOString()).catch((error: unknown) => {
      if (!(error instanceof StoreTroubleError)) throw error
    })
    return storeOver(engine, schemaVersion, options)
  }
  await engine.close()
  throw new UnfinishedCopyError()
}

/** Opens the database a URL names and brings its tables up to date. */
export async function openMigrated(
  url: string,
  options: PostgresOptions = {},
): Promise<{ readonly engine: Engine; readonly schemaVersion: number }> {
  const { engine, types } = await openEngine(url, options)
  try {
    return { engine, schemaVersion: await migrate(engine, types, () => new Date().toISOString()) }
  } catch (error) {
    await engine.close().catch(() => {})
    throw inWordsOfRights(url, isPostgresUrl(url) ? error : inWordsOfFiles(filePathOf(url), error))
  }
}

/** What a file says that may be read but not written, in words of whose it has to be; any other error as it is. */
function inWordsOfFiles(path: string, error: unknown): unknown {
  if (((error as { errcode?: number }).errcode ?? 0) % 256 !== sqliteReadOnly) return error
  const lacking = lackingRights(path)
  return lacking === undefined ? error : new StoreError(path, lacking, error)
}

/** The engine a URL names. Only its own driver is loaded. */
async function openEngine(
  url: string,
  options: PostgresOptions,
): Promise<{ readonly engine: Engine; readonly types: Types }> {
  if (isPostgresUrl(url)) {
    const { openPostgres, postgresTypes } = await import('./postgres.ts')
    return { engine: await openPostgres(url, options), types: postgresTypes }
  }
  const { openSqlite, sqliteTypes } = await import('./sqlite.ts')
  return { engine: await openSqlite(pathOf(url), options.onRoom), types: sqliteTypes }
}

function storeOver(engine: Engine, schemaVersion: number, options: StoreOptions): Store {
  const settings = { refreshDelayMs: options.refreshDelayMs ?? 3_000 }
  const backlog = searchBacklog(engine)
  const lanes = laneStore(engine)
  let closed: Promise<void> | undefined
  const close = () => (closed ??= lanes.close().then(() => engine.close()))
  const whole = storeOf(engine)
  const seenBy = seenStores(engine, () => whole, storeOf)
  return whole

  function storeOf(engine: Engine, feeds: readonly number[] = []): Store {
    const stories = storyStore(engine, lanes, settings)
    return {
      dialect: engine.dialect,
      feeds: feedStore(engine),
      folders: folderStore(engine),
      opml: opmlStore(engine),
      mediaPlaces: mediaPlaceStore(engine),
      entries: entryStore(engine, backlog),
      ownReading: ownReadingStore(engine),
      finds: findStore(engine, backlog),
      asks: askStore(engine, backlog),
      searches: savedSearchStore(engine),
      articles: articleStore(engine, backlog, settings),
      stories: feeds.length === 0 ? stories : withPrivateTellings(engine, feeds, stories),
      entities: entityStore(engine),
      outlets: outletStore(engine),
      corrections: correctionStore(engine, settings),
      choices: storyChoiceStore(engine, lanes),
      house: houseStore(engine),
      jobs: jobStore(engine),
      farTimes: farTimeStore(engine),
      looks: lookStore(engine),
      preferences: preferenceStore(engine),
      follows: followStore(engine),
      mutes: muteStore(engine),
      saves: saveStore(engine),
      notes: noteStore(engine),
      highlights: highlightStore(engine),
      tags: tagStore(engine),
      shares: shareStore(engine),
      visits: visitStore(engine),
      titles: titleStore(engine),
      translations: translationStore(engine),
      alerts: alertStore(engine),
      destinations: destinationStore(engine),
      sendings: sendingStore(engine),
      briefs: briefStore(engine),
      feedAddresses: feedAddressStore(engine),
      hubs: hubStore(engine),
      letterboxes: letterboxStore(engine),
      accountsOfTexts: textAccountStore(engine),
      siteLayouts: siteLayoutStore(engine),
      toldPages: toldPageStore(engine),
      houseRules: houseRuleStore(engine),
      rankings: rankingStore(engine),
      accounts: accountStore(engine),
      sessions: sessionStore(engine),
      invitations: invitationStore(engine),
      keys: keyStore(engine),
      tries: tryStore(engine),
      events: eventStore(engine),
      houseSettings: houseSettingStore(engine),
      ...meansStores(engine),
      readerRows: readerRowStore(engine),
      comments: commentStore(engine),
      moderation: moderationStore(engine),
      modelUse: modelUseStore(engine),
      modelChoice: modelChoiceStore(engine),
      answerWritings: answerWritingStore(engine),
      writtenTexts: writtenTextStore(engine),
      embeddings: embeddingStore(engine),
      keeping: keepingStore(engine),
      nodes: nodeStore(engine, schemaVersion),
      counts: whileUnchanged(engine, () => countHeld(engine)),
      isAlone: whileUnchanged(engine, () => isAlone(engine)),
      ...(engine.dataVersion && { dataVersion: engine.dataVersion }),
      async clockMs() {
        const found = await sql<{ at: number }>`select ${engine.clockMs} as at`.execute(engine.reader)
        return Number(found.rows[0]?.at)
      },
      check: (checks) => checkStore(engine, schemaVersion, checks),
      seenBy: (viewer) => seenBy(viewer),
      close,
      [Symbol.asyncDispose]: close,
    }
  }
}

/** Whether a URL names a PostgreSQL server. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}

function pathOf(url: string): string {
  const path = filePathOf(url)
  const why = whyNotOpened(typeOf(path))
  if (why) throw new StoreError(path, `it ${why}`)
  try {
    makeLastingFolder(dirname(path))
  } catch (error) {
    throw new StoreError(path, lackingRights(path) ?? (error as Error).message, error)
  }
  makeOwnFile(path)
  return path
}

/** What stands at a path; undefined where nothing does. Throws StoreError where this user may not even look. */
function typeOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new StoreError(path, lackingRights(path) ?? (error instanceof Error ? error.message : String(error)), error)
  }
}

/** The file that a URL or a path names. */
export function filePathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : resolve(url.replace(/^sqlite:(\/\/(?=\/))?/, ''))
}
