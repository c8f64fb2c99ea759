import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { defined } from '../core/defined.ts'
import { whyNotOpened } from '../core/text/regular-file.ts'
import { accessKeyStore } from './accounts/access-keys.ts'
import { accountStore } from './accounts/accounts.ts'
import { invitationStore } from './accounts/invitations.ts'
import { preferenceStore } from './accounts/preferences.ts'
import { programGrantStore } from './accounts/program-grants.ts'
import { readerRowStore } from './accounts/reader-rows.ts'
import { securityEventStore } from './accounts/security-events.ts'
import { sessionStore } from './accounts/sessions.ts'
import { signInAttemptStore } from './accounts/sign-in-attempts.ts'
import { signInStores } from './accounts/sign-in-methods.ts'
import { guardedSettingStore } from './admin/guarded-settings.ts'
import { checkStore, countStored } from './admin/health.ts'
import { instanceStore } from './admin/instance.ts'
import { instanceSettingStore } from './admin/instance-settings.ts'
import { modelUseStore } from './admin/model-use.ts'
import { articleStore } from './articles/articles.ts'
import { embeddingStore } from './articles/embeddings.ts'
import { entryStore } from './articles/entries.ts'
import { mediaPositionStore } from './articles/media-positions.ts'
import { problemReportStore } from './articles/problem-reports.ts'
import { recheckStore } from './articles/rechecks.ts'
import { retentionStore } from './articles/retention.ts'
import { servedPageStore } from './articles/served-pages.ts'
import { siteLayoutStore } from './articles/site-layouts.ts'
import { textAccountStore } from './articles/text-accounts.ts'
import { translationStore } from './articles/translations.ts'
import { isUnfinishedCopy } from './copy/copy-state.ts'
import { briefStore } from './day/briefs.ts'
import { rankingStore } from './day/rankings.ts'
import { visitStore } from './day/visits.ts'
import { deskStore } from './desk/desk.ts'
import { commentStore } from './discussion/comments.ts'
import { moderationStore } from './discussion/moderation.ts'
import { makeDurableFolder, makeOwnFile } from './engine/durable-files.ts'
import type { Engine } from './engine/engine.ts'
import { farTimeStore } from './engine/far-times.ts'
import { lackingRights } from './engine/lacking-rights.ts'
import type { PostgresOptions } from './engine/postgres.ts'
import { asPrivilegeError } from './engine/postgres-errors.ts'
import { isAlone, viewerStores } from './engine/viewer-stores.ts'
import { whileUnchanged } from './engine/while-unchanged.ts'
import { embargoStore } from './feeds/embargoes.ts'
import { feedAddressStore } from './feeds/feed-addresses.ts'
import { feedStore } from './feeds/feeds.ts'
import { folderStore } from './feeds/folders.ts'
import { hubStore } from './feeds/hubs.ts'
import { mailboxStore } from './feeds/mailboxes.ts'
import { newsletterAddressStore } from './feeds/newsletter-addresses.ts'
import { opmlStore } from './feeds/opml-imports.ts'
import { outletStore } from './feeds/outlets.ts'
import { ownHeaderStore } from './feeds/own-headers.ts'
import { markAllPrivate } from './feeds/private-feeds.ts'
import { siteRuleStore } from './feeds/site-rules.ts'
import { jobStore } from './jobs/jobs.ts'
import { nodeStore } from './jobs/nodes.ts'
import { followStore } from './library/follows.ts'
import { highlightStore } from './library/highlights.ts'
import { muteStore } from './library/mutes.ts'
import { noteStore } from './library/notes.ts'
import { ownReadingStore } from './library/own-reading.ts'
import { ruleStore } from './library/rules.ts'
import { savedSearchStore } from './library/saved-searches.ts'
import { saveStore } from './library/saves.ts'
import { shareStore } from './library/shares.ts'
import { tagStore } from './library/tags.ts'
import { migrate, type Types } from './migrations/migrate.ts'
import { alertStore } from './notify/alerts.ts'
import { destinationStore } from './notify/destinations.ts'
import { sendingStore } from './notify/sendings.ts'
import { watchStore } from './notify/watches.ts'
import { entityStore } from './people/entities.ts'
import { answerWritingStore } from './search/answer-writings.ts'
import { searchStore } from './search/filtered-search.ts'
import { questionStore } from './search/questions.ts'
import { searchBacklog } from './search/search-backlog.ts'
import type { Store } from './store.ts'
import { StoreDamagedError, StoreError, StoreTroubleError, UnfinishedCopyError } from './store-errors.ts'
import { correctionStore } from './stories/corrections.ts'
import { laneStore } from './stories/lanes.ts'
import { withPrivateViews } from './stories/private-story-views.ts'
import { storyStore } from './stories/stories.ts'
import { storyChoiceStore } from './stories/story-choices.ts'
import { titleStore } from './stories/titles.ts'
import { writtenTextStore } from './stories/written-texts.ts'

/** SQLITE_READONLY, the primary code of its variants. */
const sqliteReadOnly = 8

export type StoreOptions = PostgresOptions & {
  /** How long after an article its story is refreshed, in milliseconds, so that a burst of articles costs one refresh. */
  readonly refreshDelayMs?: number
}

/**
 * Opens the store at a URL and migrates its data: `postgres://…`, `sqlite:/path/to/file.db`, or a plain path, whose folder is
 * created if missing. Throws NewerDataError when a newer program wrote the data, and UnfinishedCopyError when they are still being
 * copied.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { engine, schemaVersion } = await openMigrated(url, options)
  // If that can't be read, the rest may still be.
  const isUnfinished = await isUnfinishedCopy(engine).catch((error: unknown) => {
    if (!(error instanceof StoreDamagedError)) throw error
    return false
  })
  if (!isUnfinished) {
    // Marks what an older program left unmarked; if nothing can be written now, it stays unmarked.
    await markAllPrivate(engine, new Date().toISOString()).catch((error: unknown) => {
      if (!(error instanceof StoreTroubleError)) throw error
    })
    return storeOver(engine, schemaVersion, options)
  }
  await engine.close()
  throw new UnfinishedCopyError()
}

/** Opens the database at a URL and migrates its tables. */
export async function openMigrated(
  url: string,
  options: PostgresOptions = {},
): Promise<{ readonly engine: Engine; readonly schemaVersion: number }> {
  const { engine, types } = await openEngine(url, options)
  try {
    return { engine, schemaVersion: await migrate(engine, types, () => new Date().toISOString()) }
  } catch (error) {
    await engine.close().catch(() => {})
    throw asPrivilegeError(url, isPostgresUrl(url) ? error : inWordsOfFiles(filePathOf(url), error))
  }
}

/** Explains who must own a file that is readable but not writable; any other error is returned unchanged. */
function inWordsOfFiles(path: string, error: unknown): unknown {
  if (((error as { errcode?: number }).errcode ?? 0) % 256 !== sqliteReadOnly) return error
  const lacking = lackingRights(path)
  return lacking === undefined ? error : new StoreError(path, lacking, error)
}

/** The engine for a URL. Loads only its own driver. */
async function openEngine(
  url: string,
  options: PostgresOptions,
): Promise<{ readonly engine: Engine; readonly types: Types }> {
  if (isPostgresUrl(url)) {
    const { openPostgres, postgresTypes } = await import('./engine/postgres.ts')
    return { engine: await openPostgres(url, options), types: postgresTypes }
  }
  const { openSqlite, sqliteTypes } = await import('./engine/sqlite.ts')
  return { engine: await openSqlite(pathOf(url), options.onDiskSpace), types: sqliteTypes }
}

function storeOver(engine: Engine, schemaVersion: number, options: StoreOptions): Store {
  const settings = { refreshDelayMs: options.refreshDelayMs ?? 3_000 }
  const backlog = searchBacklog(engine)
  const lanes = laneStore(engine)
  let closed: Promise<void> | undefined
  const close = () => (closed ??= lanes.close().then(() => engine.close()))
  const whole = storeOf(engine)
  const seenBy = viewerStores(engine, () => whole, storeOf)
  return whole

  function storeOf(engine: Engine, feeds: readonly number[] = []): Store {
    const stories = storyStore(engine, lanes, settings)
    return {
      dialect: engine.dialect,
      feeds: feedStore(engine),
      folders: folderStore(engine),
      opml: opmlStore(engine),
      mediaPositions: mediaPositionStore(engine),
      entries: entryStore(engine, backlog),
      ownReading: ownReadingStore(engine),
      search: searchStore(engine, backlog),
      questions: questionStore(engine, backlog),
      savedSearches: savedSearchStore(engine),
      articles: articleStore(engine, backlog, settings),
      stories: feeds.length === 0 ? stories : withPrivateViews(engine, feeds, stories),
      entities: entityStore(engine),
      outlets: outletStore(engine),
      corrections: correctionStore(engine, settings),
      choices: storyChoiceStore(engine, lanes),
      instance: instanceStore(engine),
      jobs: jobStore(engine),
      farTimes: farTimeStore(engine),
      rechecks: recheckStore(engine),
      preferences: preferenceStore(engine),
      follows: followStore(engine),
      mutes: muteStore(engine),
      rules: ruleStore(engine),
      saves: saveStore(engine),
      notes: noteStore(engine),
      highlights: highlightStore(engine),
      tags: tagStore(engine),
      shares: shareStore(engine),
      visits: visitStore(engine),
      titles: titleStore(engine),
      translations: translationStore(engine),
      alerts: alertStore(engine),
      watches: watchStore(engine),
      desk: deskStore(engine),
      destinations: destinationStore(engine),
      sendings: sendingStore(engine),
      briefs: briefStore(engine),
      feedAddresses: feedAddressStore(engine),
      hubs: hubStore(engine),
      newsletterAddresses: newsletterAddressStore(engine),
      mailboxes: mailboxStore(engine),
      ownHeaders: ownHeaderStore(engine),
      textAccounts: textAccountStore(engine),
      siteLayouts: siteLayoutStore(engine),
      problemReports: problemReportStore(engine),
      embargoes: embargoStore(engine),
      servedPages: servedPageStore(engine),
      siteRules: siteRuleStore(engine),
      rankings: rankingStore(engine),
      accounts: accountStore(engine),
      sessions: sessionStore(engine),
      invitations: invitationStore(engine),
      accessKeys: accessKeyStore(engine),
      programGrants: programGrantStore(engine),
      signInAttempts: signInAttemptStore(engine),
      securityEvents: securityEventStore(engine),
      instanceSettings: instanceSettingStore(engine),
      ...signInStores(engine),
      readerRows: readerRowStore(engine),
      comments: commentStore(engine),
      moderation: moderationStore(engine),
      modelUse: modelUseStore(engine),
      modelChoice: guardedSettingStore(engine, 'model'),
      mailServer: guardedSettingStore(engine, 'mail'),
      move: guardedSettingStore(engine, 'move'),
      answerWritings: answerWritingStore(engine),
      writtenTexts: writtenTextStore(engine),
      embeddings: embeddingStore(engine),
      retention: retentionStore(engine),
      nodes: nodeStore(engine, schemaVersion),
      counts: whileUnchanged(engine, () => countStored(engine)),
      isAlone: whileUnchanged(engine, () => isAlone(engine)),
      ...defined({ dataVersion: engine.dataVersion }),
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

/** Whether a URL is of a PostgreSQL server. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}

function pathOf(url: string): string {
  const path = filePathOf(url)
  const why = whyNotOpened(typeOf(path))
  if (why) throw new StoreError(path, `it ${why}`)
  try {
    makeDurableFolder(dirname(path))
  } catch (error) {
    throw new StoreError(path, lackingRights(path) ?? (error as Error).message, error)
  }
  makeOwnFile(path)
  return path
}

/** What is at a path; undefined when nothing is. Throws StoreError when this user isn't allowed to check. */
function typeOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new StoreError(path, lackingRights(path) ?? (error instanceof Error ? error.message : String(error)), error)
  }
}

/** The file of a URL or path. */
export function filePathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : resolve(url.replace(/^sqlite:(\/\/(?=\/))?/, ''))
}
