import { clockLead, explainLead } from '../operations/clock-lead.ts'
import { listJobs } from '../operations/list-jobs.ts'
import type { OperationContext } from '../operations/operation.ts'
import type { JobsView } from '../operations/views.ts'
import { type Command, exitCodes } from './command.ts'

export const doctor: Command = {
  name: 'doctor',
  usage: '',
  summary: 'Check store, versions, feeds and failed jobs, and say what to do.',
  async run({ terminal, open }) {
    await using app = await open()
    const view = await listJobs.run(app.operations, {})
    const { articles, stories } = view.progress
    const failed = articles.failed + stories.failed
    const checks = [
      {
        what: `Node ${process.versions.node}`,
        isOk: isNodeNewEnough(process.versions.node),
        advice: 'Use Node 24.12 or newer.',
      },
      {
        what: `Store (${view.store.dialect}, ${megabytes(view.store.sizeBytes)})`,
        isOk: view.store.isOk,
        advice: view.store.detail,
      },
      ...readDatabaseChecks(view.store),
      {
        what: `${view.failingFeeds.length} of ${view.progress.feeds.total} feeds in trouble`,
        isOk: view.failingFeeds.length === 0,
        advice: 'See the Jobs page, or: twosource doctor --json',
      },
      ...(await clockChecks(app.operations)),
      ...(await letterChecks(app.operations)),
      ...pluginChecks(app.operations),
      { what: `${failed} failed jobs`, isOk: failed === 0, advice: 'See why and retry on the Jobs page.' },
    ]
    terminal.json({ checks, failingFeeds: view.failingFeeds })
    for (const { what, isOk, advice } of checks) terminal.line(isOk ? `✓ ${what}` : `✗ ${what}. ${advice}`)
    return checks.every(({ isOk }) => isOk) ? exitCodes.ok : exitCodes.failed
  },
}

/** The copy that pages are read from. */
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

/** Whether this machine may work beside others. */
async function clockChecks(operations: OperationContext) {
  const leadMs = await clockLead(operations)
  if (leadMs === undefined) return []
  const why = explainLead(leadMs)
  return [{ what: why ?? 'Clock (as that of the database)', isOk: why === undefined, advice: 'Set it right (NTP).' }]
}

/** Who answers where letters are to come in. */
async function letterChecks({ letters }: OperationContext) {
  if (letters === undefined) return []
  const { host, port, probe } = letters
  const place = `${host}:${port}`
  switch (await probe()) {
    case 'ours':
      return [{ what: `Letters are taken in at ${place}`, isOk: true, advice: '' }]
    case 'nobody':
      return [{ what: `Nothing takes in letters at ${place} now`, isOk: true, advice: '' }]
    case 'other':
      return [
        {
          what: `Port ${port}, for letters, is taken by another program`,
          isOk: false,
          advice: 'Stop what uses it, or set TWOSOURCE_MAIL_PORT to another port.',
        },
      ]
  }
}

/** One line for each file in the folder of plugins. */
function pluginChecks({ plugins }: OperationContext) {
  const { loaded = [], leftOut = [] } = plugins ?? {}
  return [
    ...loaded.map(({ kind, name }) => ({ what: `Plugin ${name} (${kind})`, isOk: true, advice: '' })),
    ...leftOut.map(({ file, why }) => ({ what: `Plugin ${file}`, isOk: false, advice: `It is left out: ${why}` })),
  ]
}

function isNodeNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 12)
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}
