import { readdir, rm, stat } from 'node:fs/promises'
import type { Server } from 'node:http'
import { getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { type Command, exitCodes, UsageError } from '../../cli/command.ts'
import { readNamedFile } from '../../cli/read-named-file.ts'
import { counted, type Terminal } from '../../cli/terminal.ts'
import { defined } from '../../core/defined.ts'
import { openAuthentication } from '../../operations/accounts/authentication.ts'
import { makeSetupCode, setupStage } from '../../operations/accounts/owner-setup.ts'
import { busySeconds, ignoringStoreTrouble, isBusy, isUnconfirmed, storeTroubleOf } from '../../operations/busy.ts'
import { readerNamed } from '../../operations/reader-named.ts'
import { workRoleHelp, workRoles } from '../../pipeline/work-roles.ts'
import { runRequest } from '../../store/engine/request-context.ts'
import { identifyBy } from '../../web/accounts/identify.ts'
import { clientAddress, parseNetworks, type TrustedProxies, trustProxies } from '../../web/accounts/trusted-header.ts'
import { isLoopbackAddress, isLoopbackHost, peerOf, setClientAddress, trustThisMachine } from '../../web/arrival.ts'
import { pathOf, serveBelow } from '../../web/below-path.ts'
import { limitConnections, serverLimits } from '../../web/connection-limits.ts'
import { createAnswerCache } from '../../web/page-cache.ts'
import { refuseTwoHosts } from '../../web/refuse-two-hosts.ts'
import { takeTurns } from '../../web/request-turns.ts'
import { awaitDatabase } from '../await-database.ts'
import { startBackground } from '../background.ts'
import { readRoles } from '../commands/worker-command.ts'
import { type Config, readConfig } from '../config/config.ts'
import { reportGoneSettings } from '../config/gone-settings.ts'
import { type Context, createContext, createLog } from '../context.ts'
import { startHeartbeat } from '../heartbeat.ts'
import { startNewsletterReceiver } from '../outside/newsletter-receiver.ts'
import { websubOf } from '../outside/websub.ts'
import { version } from '../version.ts'
import { cannotListen } from './cannot-listen.ts'
import { closeServer, trackAnswers } from './drain-server.ts'
import { openFirstPage } from './first-page.ts'
import { healthApi } from './health-api.ts'
import { programApis } from './program-apis.ts'
import { withRequestId } from './request-id.ts'
import { untilStopped } from './until-stopped.ts'

const keptMs = 30 * 86_400_000
/** Version, machine, flags and user, as Node names a folder. */
const compiledName = /^(v\d+\.\d+\.\d+)-\w+-[0-9a-f]+-\d+$/

/**
 * Removes the compile caches of other Node versions that are unchanged for a month: each takes some tens of megabytes, and nobody else
 * removes them. If still needed, Node makes one again. `folder` is that of this version. Never rejects.
 */
export async function removeOldCompiled(folder = getCompileCacheDir(), nowMs = Date.now()): Promise<void> {
  if (folder === undefined) return
  const place = dirname(folder)
  for (const name of await readdir(place).catch(() => [])) {
    const version = compiledName.exec(name)?.[1]
    if (version === undefined || version === process.version) continue
    const found = await stat(join(place, name)).catch(() => undefined)
    if (found && found.mtimeMs < nowMs - keptMs) await rm(join(place, name), { recursive: true }).catch(() => {})
  }
}

export type Running = {
  readonly url: string
  /** Accepts no more connections, and has this long to answer pending requests. */
  close(graceMs?: number): Promise<void>
}

const USUAL_GRACE_MS = 1_000
/** The first page has this long before the others are loaded. */
const FIRST_PAGE_MS = 150
/** A process has ten seconds to stop: requests get these. */
const STOP_GRACE_MS = 8_000

/**
 * Serves the pages of a context. With `trustsMachine` the person at this machine is the owner while nobody has a password: only when the
 * operator says so and `isPrivate` is true; `onProxy` is called when a proxy ends that. Throws ConfigError when it cannot listen, with what
 * to do.
 */
export async function servePages(
  context: Context,
  {
    trustsMachine = false,
    onProxy,
  }: { readonly trustsMachine?: boolean; readonly onProxy?: (url: string) => void } = {},
): Promise<Running> {
  const { TWOSOURCE_HOST: hostname, TWOSOURCE_PORT: port } = context.config
  const baseUrl = context.config.TWOSOURCE_BASE_URL === undefined ? {} : { baseUrl: context.config.TWOSOURCE_BASE_URL }
  const { instance } = context.operations.store
  const { promise, resolve, reject } = Promise.withResolvers<{ server: Server; port: number }>()
  // An address that stands for all is none that anybody can open.
  const named = hostname === '0.0.0.0' || hostname === '::' ? '127.0.0.1' : hostname
  const urlAt = (at: number) => `http://${named.includes(':') ? `[${named}]` : named}:${at}/`
  const sayProxy = () => {
    context.log('behind-a-proxy')
    void promise.then((running) => onProxy?.(urlAt(running.port)))
  }
  const here = trustsMachine && isPrivate(context.config) ? trustThisMachine(sayProxy) : undefined
  const isHere = here === undefined ? {} : { isHere: here }
  const { webFor, loadRest } = openFirstPage(context.operations, {
    version,
    ...baseUrl,
    ...hubOf(context),
    identify: identifyBy(openAuthentication(context.operations), { ...baseUrl, ...trustedProxies(context), ...isHere }),
    now: () => context.operations.now().toISOString(),
    trouble: () => instance.trouble(),
    rescue: () => context.operations.maintenance.rescue(),
    answerCache: createAnswerCache(() => context.operations.store.dataVersion?.()),
    onError: (error, reference) => context.log('page-failed', { reference, error: error.stack ?? error.message }),
  })
  const programs = programApis(context, here)
  const health = healthApi(context)
  const { meters } = context.watch
  const counted = meters && (await import('./count-answers.ts')).countAnswers(webFor, meters)
  const networks = parseNetworks(context.config.TWOSOURCE_TRUSTED_PROXIES ?? '')
  const noteClient = (request: Request, env: unknown) => {
    const forwardedFor = request.headers.get('x-forwarded-for')
    const client = networks && clientAddress(networks, { peer: peerOf(env), forwardedFor })
    if (client !== undefined) setClientAddress(env, client)
  }
  const ofPages = async (request: Request, env: object) => (await webFor(request)).fetch(request, env)
  const answer = (request: Request, env: unknown) => {
    noteClient(request, env)
    return health(request, env) ?? withinRequest(request, env)
  }
  const withinRequest = (request: Request, env: unknown) =>
    withRequestId(env, () =>
      runRequest(isReadOnly(request), () => {
        const ofProgram = programs(request, env)
        const answered = () => (ofProgram === undefined ? ofPages(request, env as object) : orBusy(ofProgram))
        return checkingDamage(counted ? counted(request, ofProgram !== undefined, answered) : answered(), instance)
      }),
    )
  const listening = listen({ fetch: answer, hostname, port, serverOptions: { ...serverLimits } }, (info) =>
    resolve({ server, port: info.port }),
  ) as Server
  const server = trackAnswers(takeTurns(listening))
  serveBelow(server, pathOf(context.config.TWOSOURCE_BASE_URL))
  refuseTwoHosts(server)
  limitConnections(server, context.limits.connections)
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(
      cannotListen(error, {
        host: hostname,
        port,
        hostSetting: 'TWOSOURCE_HOST',
        portSetting: 'TWOSOURCE_PORT',
        isAnyPortFine: true,
      }),
    ),
  )
  const running = await promise
  const rest = setTimeout(() => void loadRest(), FIRST_PAGE_MS)
  return {
    url: urlAt(running.port),
    close(graceMs = USUAL_GRACE_MS) {
      clearTimeout(rest)
      return closeServer(server, graceMs)
    },
  }
}

/** The error may come from damage that does not look like it: a text that cannot be decompressed, a number in place of a word. */
async function checkingDamage(
  answered: Response | Promise<Response>,
  instance: Context['operations']['store']['instance'],
) {
  const answer = await answered
  if (answer.status === 500) instance.suspectDamage()
  return answer
}

/** A reading request, which a replica of the database may answer. */
function isReadOnly({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** The answer to a program; "try later" when the database did not answer in time. */
async function orBusy(answer: Response | Promise<Response>): Promise<Response> {
  try {
    return await answer
  } catch (error) {
    // What these apps send can be repeated: marks, and feeds that are followed already.
    if (!isBusy(error) && !isUnconfirmed(error)) throw error
    const trouble = storeTroubleOf(error)
    return new Response(trouble === undefined ? 'Busy\n' : `Nothing was changed: ${trouble}\n`, {
      status: 503,
      headers: { 'Retry-After': String(busySeconds) },
    })
  }
}

/** The configured hub, which is notified when feeds change. */
function hubOf({ config }: Context): { readonly hub?: string } {
  return config.TWOSOURCE_WEBSUB_HUB === undefined ? {} : { hub: config.TWOSOURCE_WEBSUB_HUB }
}

/** The configured proxies that name their readers. */
function trustedProxies({ config, operations }: Context): { readonly proxies?: TrustedProxies } {
  const { TWOSOURCE_TRUSTED_HEADER: name, TWOSOURCE_NEW_READERS: bringsNewReaders } = config
  const networks = parseNetworks(config.TWOSOURCE_TRUSTED_PROXIES ?? '')
  if (name === undefined || networks === undefined) return {}
  const named = (given: string, isNew: boolean) => readerNamed(operations, given, isNew)
  return { proxies: trustProxies({ name, networks, bringsNewReaders }, named) }
}

/** The main command: pages, and all background work unless roles say otherwise, until stopped. */
export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'Start the reader (the default)',
  options: {
    opml: { type: 'string', takes: 'FILE', means: 'import this list of subscriptions first' },
    roles: { type: 'string', takes: 'ROLES', means: `${workRoleHelp}; none leaves the work to workers` },
    'only-me': { type: 'boolean', means: 'whoever uses this machine is the owner, without signing in' },
  },
  async run({ values, terminal }) {
    const config = readConfig(process.env)
    const roles = readRoles(values.roles)
    const trustsMachine = values['only-me'] === true
    if (trustsMachine && !isPrivate(config))
      throw new UsageError(
        '--only-me needs a server that only this machine can reach. Set TWOSOURCE_HOST to a loopback address, and unset TWOSOURCE_BASE_URL and TWOSOURCE_TRUSTED_PROXIES.',
      )
    const log = createLog((line) => process.stderr.write(line))
    reportGoneSettings(process.env, terminal, log)
    await awaitDatabase(config, log)
    await using context = await createContext(config, log, undefined, { roles })
    const opml = values.opml
    if (typeof opml === 'string') {
      const bytes = await readNamedFile(opml)
      if (typeof bytes === 'string') {
        terminal.error(bytes)
        return exitCodes.failed
      }
      const { importOpml } = await import('../../operations/feeds/import-opml.ts')
      const result = await importOpml.run(context.operations, { text: Buffer.from(bytes).toString('utf8') })
      if (result.kind === 'refused') {
        terminal.error(`${opml}: ${result.message}`)
        return exitCodes.failed
      }
      if (result.kind === 'queued')
        terminal.line(`${opml}: importing ${counted(result.feedCount, 'feed')} in the background.`)
      if (result.kind === 'added')
        terminal.line(`${opml}: ${counted(result.added, 'feed')} added, ${result.existing} already there.`)
    }
    const websub = websubOf(context.config)
    await ignoringStoreTrouble(
      context.operations.store.hubs.startAt(websub?.base, context.operations.now().toISOString()),
    )
    await using letters = await startNewsletterReceiver(context)
    // Install signal handlers before listening.
    const told = untilStopped(context.log)
    const running = await servePages(context, {
      trustsMachine,
      onProxy: (at) => void printSetupLink(context, at, terminal),
    })
    // A failure from here on ends the process: open pages would keep it running without any background work.
    await using _pages = { [Symbol.asyncDispose]: () => running.close() }
    const setup = trustsMachine ? undefined : await openSetupLink(context, running.url)
    await using _beat = await startHeartbeat(context, true)
    terminal.json({
      url: running.url,
      ...defined({ letterPort: letters?.port, setup: setup?.url }),
    })
    await using background = await startBackground(context, running.url)
    terminal.line(`Twosource ${version} is at ${running.url}`)
    const { roles: worked } = context.pipeline
    if (worked.length < workRoles.length)
      terminal.line(`Background work here: ${worked.join(', ') || 'none'}. Start workers for the rest.`)
    if (letters) terminal.line(`Newsletters are received on port ${letters.port}.`)
    if (setup) terminal.line(setup.line)
    for (const { file, why } of context.operations.plugins?.leftOut ?? [])
      terminal.line(`The plugin ${file} was skipped: ${why}`)
    void removeOldCompiled()
    await told
    terminal.line('Stopping: finishing work in progress.')
    context.health.stop()
    // All at once: requests are answered while jobs are finished or returned.
    await Promise.all([running.close(STOP_GRACE_MS), background[Symbol.asyncDispose](), context.pipeline.stop()])
    return exitCodes.ok
  },
}

/** True if the settings suggest that only this machine can reach the server. */
export function isPrivate(config: Config): boolean {
  const { TWOSOURCE_HOST: hostname, TWOSOURCE_BASE_URL: baseUrl, TWOSOURCE_TRUSTED_PROXIES: proxies } = config
  const isHere = hostname === 'localhost' || isLoopbackAddress(hostname)
  return isHere && proxies === undefined && (baseUrl === undefined || isLoopbackHost(URL.parse(baseUrl)?.host))
}

/** A link that signs the owner in, and its message; undefined once anybody has a password. It revokes the link before. */
export async function openSetupLink(
  { config, operations }: Pick<Context, 'config' | 'operations'>,
  at: string,
): Promise<{ readonly url: string; readonly line: string } | undefined> {
  // Pages are served even with a full disk or a damaged database, but without a link.
  const stage = await ignoringStoreTrouble(setupStage(operations))
  const token = await ignoringStoreTrouble(makeSetupCode(operations))
  if (token === undefined || stage === undefined || stage === 'closed') return undefined
  const url = `${config.TWOSOURCE_BASE_URL ?? at.replace(/\/$/, '')}/setup?token=${token}`
  return { url, line: `${setupLines[stage]} ${url}` }
}

/** For a server that trusted this machine, and found a proxy in front of it. */
export async function printSetupLink(context: Context, at: string, terminal: Terminal): Promise<void> {
  const setup = await openSetupLink(context, at).catch(() => undefined)
  terminal.line('Requests now arrive through a proxy, so using this machine no longer makes you the owner.')
  if (setup) terminal.line(`Open this link to sign in; it works once: ${setup.url}`)
}

const setupLines = {
  new: 'Open this link once, to choose who reads here:',
  before: 'Your data is kept. Open this link once, to choose who reads here:',
  'only-me': 'To sign in with another browser, open this link (good for a day):',
} as const
