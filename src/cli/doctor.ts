import type { JobsView } from '../operations/admin/list-jobs.ts'
import { listJobs } from '../operations/admin/list-jobs.ts'
import { restoreCommand } from '../operations/admin/rescue.ts'
import type { OperationContext } from '../operations/operation.ts'
import { clockLead, explainLead } from '../operations/stories/clock-lead.ts'
import { type Command, exitCodes } from './command.ts'
import { type DoctorCheck, fine, megabytes, wrong } from './doctor-check.ts'
import { configuredFileChecks, diskChecks } from './doctor-disk.ts'
import { backupChecks, emptyChecks, processChecks, yearCheck } from './doctor-instance.ts'
import { networkChecks } from './doctor-network.ts'
import { counted } from './terminal.ts'

export const doctor: Command = {
  name: 'doctor',
  usage: '[--network [HOST]]',
  summary: 'Find out what is wrong, and what to do about it',
  details: 'Checks the database, versions, disk, processes, feeds and failed jobs.',
  options: { network: { type: 'boolean', means: 'also test the connection: names, proxy, certificates' } },
  async run({ args, values, terminal, open }) {
    await using app = await open()
    const { operations } = app
    const store = await operations.store.check({ isWhole: true })
    const damaged = await damageChecks(operations)
    const found = await runChecks(operations, store, values.network === true, args[0]).catch((error: unknown) => {
      if (damaged.length === 0) throw error
      const why = error instanceof Error ? error.message : String(error)
      return { checks: [wrong('Some checks couldn’t run', why)], failingFeeds: [] }
    })
    const checks = [...damaged, ...found.checks]
    terminal.json({ ...found, checks })
    for (const { what, isOk, advice, isHint } of checks)
      terminal.line(isOk ? `✓ ${what}` : `${isHint ? '!' : '✗'} ${what}. ${advice}`)
    return checks.every(({ isOk, isHint }) => isOk || isHint) ? exitCodes.ok : exitCodes.failed
  },
}

/** What is damaged, and how to restore it. */
async function damageChecks({ maintenance }: OperationContext): Promise<readonly DoctorCheck[]> {
  const rescue = await maintenance.rescue()
  if (!rescue) return []
  const { damaged, remake, backup } = rescue
  if (remake)
    return [
      wrong(
        `The database is damaged, but nothing stored in it is lost: ${damaged}`,
        `Stop the server, then copy the database into a new file: ${remake.join(' && ')}`,
      ),
    ]
  const advice = backup
    ? `The newest intact backup is from ${backup.at.slice(0, 16).replace('T', ' ')} UTC. Stop the server, and put it back with: ${restoreCommand(backup)}`
    : `${maintenance.backupFolder} has no intact backup. Keep the file as it is, and look for a backup elsewhere.`
  return [wrong(`The database is damaged: ${damaged}`, advice)]
}

async function runChecks(
  operations: OperationContext,
  { schemaVersion, isOk, detail }: Awaited<ReturnType<OperationContext['store']['check']>>,
  isNetwork: boolean,
  host: string | undefined,
): Promise<{ readonly checks: readonly DoctorCheck[]; readonly failingFeeds: JobsView['failingFeeds'] }> {
  const view = await listJobs.run(operations, {})
  const { articles, stories } = view.progress
  const failed = articles.failed + stories.failed
  return {
    failingFeeds: view.failingFeeds,
    checks: [
      fine(`Twosource ${operations.maintenance.version} (data of version ${schemaVersion})`),
      {
        what: `Node ${process.versions.node}`,
        isOk: isNodeNewEnough(process.versions.node),
        advice: 'Use Node 24.12 or newer.',
      },
      {
        what: `Store (${view.store.dialect}, ${megabytes(view.store.sizeBytes)})`,
        isOk,
        advice: detail,
      },
      ...readDatabaseChecks(view.store),
      ...emptyChecks(operations.maintenance, view.progress),
      ...(await diskChecks(operations, view.store.sizeBytes)),
      ...(await backupChecks(operations)),
      ...(await processChecks(operations)),
      {
        what:
          view.progress.feeds.total === 0
            ? 'No feeds yet'
            : `${view.failingFeeds.length} of ${counted(view.progress.feeds.total, 'feed')} in trouble`,
        isOk: view.failingFeeds.length === 0,
        advice: 'See the Server page, or: twosource doctor --json',
      },
      yearCheck(operations),
      ...(await clockChecks(operations)),
      ...(isNetwork ? await networkChecks(operations, host) : []),
      ...(await newsletterChecks(operations)),
      ...pluginChecks(operations),
      ...(await configuredFileChecks(operations.maintenance.settings())),
      { what: counted(failed, 'failed job'), isOk: failed === 0, advice: 'See why and try again on the Server page.' },
    ],
  }
}

/** The read replica. */
function readDatabaseChecks({ readDatabase }: JobsView['store']) {
  if (readDatabase === undefined) return []
  const { isUp, lagMs = 0 } = readDatabase
  const seconds = (lagMs / 1000).toFixed(1)
  return [
    {
      what: isUp ? `Pages are read from a replica, ${seconds} s behind` : 'The replica for pages does not answer',
      isOk: isUp,
      advice: 'Pages are read from the database itself. See TWOSOURCE_READ_DATABASE.',
    },
  ]
}

/** Whether this machine's clock agrees with the others'. */
async function clockChecks(operations: OperationContext) {
  const leadMs = await clockLead(operations)
  if (leadMs === undefined) return []
  const why = explainLead(leadMs)
  return [{ what: why ?? 'Clock (as that of the database)', isOk: why === undefined, advice: 'Set it (NTP).' }]
}

/** Whether the port for incoming newsletters answers. */
async function newsletterChecks({ newsletters }: OperationContext) {
  if (newsletters === undefined) return []
  const { host, port, probe } = newsletters
  const place = `${host}:${port}`
  switch (await probe()) {
    case 'ours':
      return [{ what: `Newsletters are received at ${place}`, isOk: true, advice: '' }]
    case 'nobody':
      return [{ what: `Nothing receives newsletters at ${place} now`, isOk: true, advice: '' }]
    case 'other':
      return [
        {
          what: `Port ${port} for newsletters is in use by another program`,
          isOk: false,
          advice: 'Stop that program, or change TWOSOURCE_MAIL_PORT.',
        },
      ]
  }
}

/** One line for each file in the plugin folder. */
function pluginChecks({ plugins }: OperationContext) {
  const { loaded = [], leftOut = [] } = plugins ?? {}
  return [
    ...loaded.map(({ kind, name }) => ({ what: `Plugin ${name} (${kind})`, isOk: true, advice: '' })),
    ...leftOut.map(({ file, why }) => ({ what: `Plugin ${file}`, isOk: false, advice: `It was skipped: ${why}` })),
  ]
}

function isNodeNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 12)
}
