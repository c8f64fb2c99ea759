import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defined } from '../core/defined.ts'
import { instanceOwner } from '../core/reader-identity.ts'
import { createSpeech } from '../delivery/speech.ts'
import { createHttp } from '../http/client.ts'
import { hostPauses } from '../http/host-pauses.ts'
import { readPorts } from '../http/ports.ts'
import { readProxy } from '../http/proxy.ts'
import { createRobotsCache } from '../http/robots-cache.ts'
import { openActiveMailer } from '../operations/admin/active-mailer.ts'
import { type HealthMonitor, openHealthMonitor } from '../operations/admin/health-monitor.ts'
import { openServerMaintenance } from '../operations/admin/server-maintenance.ts'
import type { AlertContext } from '../operations/notify/alert-jobs.ts'
import type { OperationContext } from '../operations/operation.ts'
import { countTurns } from '../operations/reader-turns.ts'
import { openAnswerJudge } from '../operations/search/answer-judge.ts'
import { openAnswerWriter } from '../operations/search/answer-writer.ts'
import { createAnalysisPool } from '../pipeline/analysis/analysis-pool.ts'
import { openMeaningIndex } from '../pipeline/analysis/meaning-index.ts'
import { latePipeline } from '../pipeline/late-pipeline.ts'
import { fetchPage } from '../pipeline/pages/fetch-page.ts'
import { createOutletIcons } from '../pipeline/pages/outlet-icons.ts'
import { createPictureSizer } from '../pipeline/pages/picture-sizer.ts'
import { createPictures } from '../pipeline/pages/pictures.ts'
import { createRecordingReader } from '../pipeline/pages/recording-reader.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { Log } from '../pipeline/pipeline-context.ts'
import { createFeedReader } from '../pipeline/polls/feed-reader.ts'
import { hostSpacing, usualSpacing } from '../pipeline/polls/host-spacing.ts'
import { withServerRules } from '../pipeline/site-rule-lookup.ts'
import { readWorkRoles } from '../pipeline/work-roles.ts'
import { openPictureFolder } from '../store/articles/picture-folder.ts'
import { openIconFolder } from '../store/feeds/icon-folder.ts'
import { filePathOf, isPostgresUrl, openStore, type StoreOptions } from '../store/open-store.ts'
import { alertText } from '../web/notify/alert-text.ts'
import { type Config, settingsInForce } from './config/config.ts'
import { type Limits, usualLimits } from './config/limits.ts'
import { openSiteRules } from './config/site-rules.ts'
import { backupFolderOf } from './database-damage.ts'
import { type Instruments, instrumentedHttp, instrumentedPool, instrumentedStore } from './outside/instrumented.ts'
import { openMailboxFetcher } from './outside/mailbox-fetcher.ts'
import { modelsOf } from './outside/models.ts'
import { newsletterAddressesOf } from './outside/newsletter-receiver.ts'
import { openInstruments } from './outside/open-instruments.ts'
import { openProvider } from './outside/provider.ts'
import { openTranslator } from './outside/translator.ts'
import { openVoice } from './outside/voice.ts'
import { websubOf } from './outside/websub.ts'
import { loadPlugins, outlivePlugins, pluginVersions } from './plugins.ts'
import { refuseEmptied } from './refuse-emptied.ts'
import { requestId } from './serve/request-id.ts'
import { version } from './version.ts'

/** A small machine takes its time for a hundred articles. */
const OWNER_SERVER_MS = 60_000

/** Everything the interfaces and the pipeline need, built once. Dispose it to stop: no work in progress is lost. */
export type Context = {
  readonly config: Config
  readonly limits: Limits
  readonly operations: OperationContext
  readonly pipeline: Pipeline
  readonly log: Log
  readonly health: HealthMonitor
  readonly watch: Instruments
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

export type ContextOptions = Pick<StoreOptions, 'silenceMs'> & {
  /** Limits other than the usual ones. */
  readonly limits?: Partial<Limits>
  /** Which background work this process does: all by default. */
  readonly roles?: string
}

/** Builds store, http client, threads and pipeline from the settings. Opens the store; starts nothing. */
export async function createContext(
  config: Config,
  log: Log,
  now: () => Date = () => new Date(),
  { limits: given, roles: asked = 'all', ...ofStore }: ContextOptions = {},
): Promise<Context> {
  const limits = { ...usualLimits, ...given }
  const database = config.TWOSOURCE_DATABASE ?? join(config.TWOSOURCE_DATA, 'twosource.db')
  const databaseFile = isPostgresUrl(database) ? undefined : filePathOf(database)
  if (databaseFile !== undefined) await refuseEmptied(databaseFile, config.TWOSOURCE_DATA, backupFolderOf(config))
  const plainStore = await openStore(database, { ...storeOptions(config, limits, log), ...ofStore })
  const httpSettings = {
    userAgent: userAgent(config.TWOSOURCE_CONTACT),
    allowPrivate: config.TWOSOURCE_ALLOW_PRIVATE,
    maxBytes: limits.feedBytes,
    timeoutMs: limits.timeoutMs,
    connectTimeoutMs: Math.min(10_000, limits.timeoutMs),
    perHost: limits.perHost,
    inFlight: limits.inFlight,
    now: () => now().getTime(),
    ...proxySettings(config),
    allowPorts: config.TWOSOURCE_ALLOW_PRIVATE
      ? ('any' as const)
      : (readPorts(config.TWOSOURCE_PORTS) ?? ('any' as const)),
  }
  const watch = openInstruments(config, httpSettings, log)
  const store = instrumentedStore(plainStore, watch)
  const http = instrumentedHttp(createHttp(httpSettings), watch)
  const ownerHttp = createHttp({ ...httpSettings, allowPrivate: true, allowPorts: 'any', timeoutMs: OWNER_SERVER_MS })
  const opened = await openProvider(config, httpSettings)
  const deadlineMs = limits.analysisMs
  const plugins = await loadPlugins(join(config.TWOSOURCE_DATA, 'plugins'), { renderMs: deadlineMs })
  for (const { file, kind, name } of plugins.loaded) log('plugin-loaded', { file, kind, name })
  for (const { file, why } of plugins.leftOut) log('plugin-left-out', { file, why })
  const providerFiles = plugins.loaded.filter(({ kind }) => kind === 'provider').map(({ file }) => file)
  const stopOutliving = outlivePlugins(providerFiles, log)
  const analysis = createAnalysisPool({
    plugins: { files: plugins.analyzers.map(({ file }) => file), versions: pluginVersions(plugins), log },
    threads: config.TWOSOURCE_ANALYSIS_THREADS ?? Math.max(1, availableParallelism() - 1),
    deadlineMs,
  })
  const pool = instrumentedPool(analysis, watch)
  const feedReader = createFeedReader({ deadlineMs })
  const recordings = createRecordingReader({ deadlineMs })
  const mailer = await openActiveMailer({
    store,
    environment: defined({ url: config.TWOSOURCE_SMTP_URL, from: config.TWOSOURCE_MAIL_FROM }),
    now,
    log,
  })
  const alertContext: AlertContext = {
    store,
    http,
    mailer,
    now,
    ...defined({ baseUrl: config.TWOSOURCE_BASE_URL }),
    contact: contactOf(config),
    say: alertText,
  }
  const activeModel = await modelsOf(httpSettings, { store, now, log, providers: plugins.providers })
  const model = activeModel.port
  const translating = openTranslator(httpSettings, { store, model })
  const websub = websubOf(config)
  const ofFile = await openSiteRules(join(config.TWOSOURCE_DATA, 'rules.txt'), log)
  const rules = withServerRules(ofFile, store)
  const robots = createRobotsCache(http, 'Twosource', now)
  const pauses = hostPauses(now)
  const { pollCapMinutes, inFlight, feedBytes, pageBytes, storyDays } = limits
  const workLimits = {
    ...{ pollCapMinutes, inFlight, feedBytes, pageBytes, storyDays },
    pollMinutes: config.TWOSOURCE_POLL_MINUTES,
    fetchesPages: config.TWOSOURCE_FETCH_PAGES !== false,
    rechecksPages: config.TWOSOURCE_FETCH_PAGES === true,
    ...defined({ keepDays: config.TWOSOURCE_KEEP_DAYS }),
  }
  const roles = readWorkRoles(asked)
  const work = {
    ...defined({ websub, tracer: watch.tracer }),
    store,
    rules,
    model,
    translator: translating.translator,
    http,
    ownerHttp,
    robots,
    pool,
    feedReader,
    log,
    now,
    pauses,
    spacing: hostSpacing(usualSpacing),
    limits: workLimits,
  }
  const pipeline = latePipeline(
    async () => (await import('./open-pipeline.ts')).openPipeline(work, alertContext, roles),
    roles,
  )
  const folder = await openPictureFolder(join(config.TWOSOURCE_DATA, 'images'), limits.pictureFolderBytes)
  const sizer = createPictureSizer()
  const pictures = createPictures({ http, folder, now, sizer, maxBytes: limits.pictureBytes })
  const icons = createOutletIcons({
    ...{ http, robots, pauses, now, store, sizer },
    folder: await openIconFolder(join(config.TWOSOURCE_DATA, 'icons')),
  })
  const { voice, encoder, close: closeVoice } = await openVoice(config, httpSettings)
  const speech = createSpeech({
    ...defined({ voice, encoder }),
    folder: join(config.TWOSOURCE_DATA, 'speech'),
  })
  const newsletters = newsletterAddressesOf(config)
  const mailboxes = openMailboxFetcher({ maxBytes: limits.newsletterBytes, http: httpSettings, store, now })
  const maintenance = openServerMaintenance({
    store,
    folder: config.TWOSOURCE_DATA,
    databaseFile,
    version,
    settings: () => settingsInForce(config),
    ...defined({
      backupFolder: config.TWOSOURCE_BACKUP_FOLDER,
      schedule:
        config.TWOSOURCE_BACKUP_HOURS > 0
          ? { everyHours: config.TWOSOURCE_BACKUP_HOURS, kept: limits.backupsKept }
          : undefined,
    }),
    now,
  })
  const health = openHealthMonitor({
    store,
    version,
    roles: pipeline.roles,
    silentMs: () => pipeline.silentMs(),
    failing: () => pipeline.failing(),
    now,
  })
  return {
    config,
    limits,
    log,
    health,
    watch,
    pipeline,
    operations: {
      // Only background work sees everything.
      store: store.seenBy(instanceOwner),
      reader: instanceOwner,
      http,
      ownerHttp,
      pictures,
      icons,
      recordings,
      mailer,
      speech,
      maintenance,
      model,
      answerWriter: openAnswerWriter(now, store.answerWritings),
      answerJudge: openAnswerJudge(now),
      activeModel,
      translator: translating.translator,
      meanings: openMeaningIndex(store.embeddings),
      alertContext,
      now,
      mostSubscriptions: limits.subscriptions,
      turns: countTurns(limits.turnsPerHour, () => now().getTime()),
      wake: () => pipeline.wake(),
      failingLoops: () => health.failingLoops(),
      importArticles: (...args) => pipeline.importArticles(...args),
      readStoredPage: (...args) => pipeline.readStoredPage(...args),
      sites: {
        rules,
        readPage: (question) => pool.page(question),
        fetchPage: (url) => fetchPage({ http, robots, pauses, limits: workLimits }, url),
        readFeed: (...asked) => feedReader.read(...asked),
        readSitemap: (sitemap) => feedReader.readSitemap(sitemap),
        feedBytes,
        ...defined({ rssBridge: config.TWOSOURCE_RSS_BRIDGE, rssHub: config.TWOSOURCE_RSSHUB }),
      },
      log,
      plugins,
      mailboxes,
      ...defined({ newsletters, provider: opened?.provider }),
    },
    async [Symbol.asyncDispose]() {
      maintenance.close()
      speech.close()
      await mailboxes[Symbol.asyncDispose]()
      await pipeline.stop()
      await feedReader.close()
      await recordings.close()
      icons.close()
      sizer.close()
      await pool.close()
      await plugins.close()
      stopOutliving()
      await watch.close()
      http.close()
      ownerHttp.close()
      opened?.close()
      translating.close()
      closeVoice()
      await store.close()
    },
  }
}

/** Options of a database server. */
function storeOptions(config: Config, limits: Limits, log: Log): StoreOptions {
  return {
    connections: limits.databaseConnections,
    ...defined({ readUrl: config.TWOSOURCE_READ_DATABASE }),
    readLagMs: limits.replicaLagMs,
    onReplica: log,
    onDiskSpace: log,
  }
}

/** The proxy for outgoing requests, if configured. */
function proxySettings({ TWOSOURCE_PROXY: address, TWOSOURCE_PROXY_RESOLVES: isResolving }: Config) {
  const proxy = address === undefined ? undefined : readProxy(address, isResolving)
  return proxy ? { proxy } : {}
}

/** Whom a push service may contact (RFC 8292 §2.1): the owner's setting, else an address that identifies nobody. */
function contactOf({ TWOSOURCE_CONTACT: contact, TWOSOURCE_BASE_URL: baseUrl }: Config): string {
  if (/^(https:\/\/|mailto:)/.test(contact)) return contact
  if (/^[^\s@]+@[^\s@]+$/.test(contact)) return `mailto:${contact}`
  return baseUrl?.startsWith('https:') ? baseUrl : 'https://localhost'
}

function userAgent(contact: string): string {
  return `Twosource/${version} (news reader${contact ? `; +${contact}` : ''})`
}

/** JSON lines on standard error, with the id of the request that caused them. */
export function createLog(write: (line: string) => void): Log {
  return (event, fields = {}) => {
    const request = requestId()
    write(
      `${JSON.stringify({ at: new Date().toISOString(), event, ...fields, ...defined({ request: request || undefined }) })}\n`,
    )
  }
}
