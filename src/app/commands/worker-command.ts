import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, exitCodes, UsageError } from '../../cli/command.ts'
import { readWorkRoles, workRoleHelp } from '../../pipeline/work-roles.ts'
import { awaitDatabase } from '../await-database.ts'
import { startBackground } from '../background.ts'
import { type Config, ConfigError, readConfig } from '../config/config.ts'
import { reportGoneSettings } from '../config/gone-settings.ts'
import { createContext, createLog } from '../context.ts'
import { startHeartbeat } from '../heartbeat.ts'
import { serveHealth } from '../serve/serve-health.ts'
import { untilStopped } from '../serve/until-stopped.ts'
import { version } from '../version.ts'

/** The roles of `--roles`; all without it. Throws UsageError for an unknown role. */
export function readRoles(roles: string | boolean = 'all'): string {
  if (typeof roles === 'string' && readWorkRoles(roles) !== undefined) return roles
  throw new UsageError(`--roles takes ${workRoleHelp}, not ${roles}.`)
}

/** The port of `--health-port`. Throws UsageError for anything else. */
function readPort(text: string | boolean | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_535) return port
  throw new UsageError(`--health-port takes a port from 1 to 65535, not ${text}.`)
}

/** Background work without pages, until stopped. Any number may run on one database, on any number of machines. */
export const worker: Command = {
  name: 'worker',
  usage: '',
  summary: 'Do background work for a server that runs elsewhere',
  options: {
    roles: { type: 'string', takes: 'ROLES', means: workRoleHelp },
    'health-port': {
      type: 'string',
      takes: 'PORT',
      means: 'answer health checks (/livez, /readyz, /metrics) on this port',
    },
  },
  async run({ values, terminal }) {
    const healthPort = readPort(values['health-port'])
    const asked = readRoles(values.roles)
    const config = readConfig(process.env)
    requireDatabase(config)
    const log = createLog((line) => process.stderr.write(line))
    reportGoneSettings(process.env, terminal, log)
    await awaitDatabase(config, log)
    await using context = await createContext(config, log, undefined, { roles: asked })
    const { roles } = context.pipeline
    if (roles.length === 0) throw new UsageError('A worker needs at least one role.')
    await using _health = healthPort === undefined ? undefined : await serveHealth(context, healthPort)
    await using _beat = await startHeartbeat(context, false)
    await using background = await startBackground(context)
    // Before reporting that it works: whoever reads that may stop it at once.
    const told = untilStopped(context.log)
    terminal.json({ roles, pid: process.pid })
    terminal.line(`Twosource ${version} is working: ${roles.join(', ')}.`)
    if (roles.includes('tell') && config.TWOSOURCE_BASE_URL === undefined)
      terminal.line('Briefs aren’t mailed: set TWOSOURCE_BASE_URL, so that their links work.')
    await told
    terminal.line('Stopping: finishing work in progress.')
    context.health.stop()
    await Promise.all([background[Symbol.asyncDispose](), context.pipeline.stop()])
    return exitCodes.ok
  },
}

/** A worker with a new database of its own would wait for work forever. Throws ConfigError. */
function requireDatabase({ TWOSOURCE_DATABASE: database, TWOSOURCE_DATA: folder }: Config): void {
  const file = join(folder, 'twosource.db')
  if (database !== undefined || existsSync(file)) return
  throw new ConfigError(
    `There is no ${file}. A worker shares the database of a server: set TWOSOURCE_DATABASE to its PostgreSQL, or on the same machine TWOSOURCE_DATA to its folder.`,
  )
}
