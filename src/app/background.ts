import { identityOfAccount } from '../core/account.ts'
import { readPreferences } from '../core/preferences.ts'
import { activeAccount } from '../operations/accounts/active-account.ts'
import type { OperationContext } from '../operations/operation.ts'
import { clockLead, explainLead } from '../operations/stories/clock-lead.ts'
import { runDueJobs } from '../pipeline/job-loop.ts'
import type { PipelineContext } from '../pipeline/pipeline-context.ts'
import { readBriefJobKey } from '../store/day/briefs.ts'
import type { Job } from '../store/jobs/jobs.ts'
import { dueBriefs } from '../story/summaries/brief-schedule.ts'
import { ConfigError } from './config/config.ts'
import type { Context } from './context.ts'
import { repeatUntilStopped } from './serve/repeat-until-stopped.ts'
import { version } from './version.ts'

const LOOK_MS = 30_000
const LEASE_MS = 5 * 60_000

export type PostContext = Pick<PipelineContext, 'log'> & {
  readonly operations: OperationContext
  /** URL of the server for links, without a trailing slash. */
  readonly base: string
}

/**
 * Queues the briefs whose hour has come and sends the queued ones; returns how many jobs were processed. Safe to repeat, and to run on
 * several servers with one database: a brief is queued once by its key.
 */
export async function postDueBriefs(context: PostContext, signal?: AbortSignal): Promise<number> {
  const { operations, log } = context
  const { store, now, mailer } = operations
  if (!mailer.isSet) return 0
  const at = now().toISOString()
  for (const { readerId, choice, at: since } of await store.briefs.listMailed()) {
    const { timeZone } = readPreferences(await store.preferences.all(readerId))
    for (const due of dueBriefs(choice, timeZone || 'UTC', since, at))
      if ((await store.briefs.stateOf(readerId, due.kind, due.day)) === undefined)
        await store.briefs.plan(readerId, due.kind, due.day, due.at)
  }
  const run = (job: Job) => sendBrief(context, job)
  return runDueJobs({ store, log, now }, { kind: 'send-brief', width: 2, leaseMs: LEASE_MS, run }, signal)
}

/**
 * Sends one brief at most once. It is recorded as sent before the mail is handed over, not after: if the program ends in between, that
 * day's mail may be missing, but never comes twice, and the page has the brief anyway. Only when the mail server certainly did not accept
 * it, the record is removed and the job tries again later.
 */
async function sendBrief({ operations, base, log }: PostContext, job: Job): Promise<void> {
  const { store, mailer, now } = operations
  const { kind, day, readerId } = readBriefJobKey(job.key)
  const account = await activeAccount(operations, readerId)
  const choice = await store.briefs.find(readerId)
  const isWanted = kind === 'day' ? choice?.isMailed : choice?.isWeekly
  if (!account?.email || !isWanted) return store.briefs.settle(readerId, kind, day, 'refused')
  // Composed first: a failure here has sent nothing and is retried.
  const { briefMail } = await import('./outside/brief-mail.ts')
  const made = await briefMail(operations, { identity: identityOfAccount(account), to: account.email, kind, day, base })
  if (!made) return store.briefs.settle(readerId, kind, day, 'empty')
  if (!(await store.briefs.begin(readerId, kind, day, now().toISOString(), made.storyIds))) return
  const result = await mailer.send(made.mail)
  switch (result.kind) {
    case 'sent':
      return store.briefs.settle(readerId, kind, day, 'sent')
    case 'refused':
      log('brief-refused', { kind, day, error: result.message })
      return store.briefs.settle(readerId, kind, day, 'refused')
    case 'failed':
      if (result.mayHaveArrived) return log('brief-uncertain', { kind, day, error: result.message })
      await store.briefs.settle(readerId, kind, day, 'planned')
      throw new Error(result.message)
  }
}

/** Looks for due briefs until disposed; a mail in progress is finished first. */
function startBriefPost(context: PostContext): AsyncDisposable {
  return repeatUntilStopped('brief-post', LOOK_MS, context.log, (signal) => postDueBriefs(context, signal))
}

const CLOCK_MS = 60_000
const MAILBOX_LOOK_MS = 60_000
const BACKUP_LOOK_MS = 10 * 60_000

/**
 * Starts the background work of this process's roles: the loops of the pipeline, and for `tell` the mail of briefs and notifying the hub.
 * `url`: where its pages are, if it has any, for links in mails when no public URL is configured. Disposing stops new work; the pipeline
 * itself ends with its context. Throws ConfigError when this machine's clock differs from the database's: it would take over jobs that
 * others are working on.
 */
export async function startBackground(context: Context, url?: string): Promise<AsyncDisposable> {
  const { config, operations, log, pipeline } = context
  const started: AsyncDisposable[] = []
  if (pipeline.roles.length > 0 && operations.store.dialect === 'postgres') {
    const why = explainLead(await clockLead(operations))
    if (why) throw new ConfigError(`${why} Set it (NTP), then start again.`)
    const look = async () => {
      const later = explainLead(await clockLead(operations))
      if (later) log('clock-differs', { why: later })
    }
    started.push(repeatUntilStopped('clock', CLOCK_MS, log, look))
  }
  pipeline.start()
  if (pipeline.roles.includes('fetch'))
    started.push(
      repeatUntilStopped('mailboxes', MAILBOX_LOOK_MS, log, (signal) => operations.mailboxes.fetchDue(signal)),
    )
  if (operations.maintenance.schedule !== undefined)
    started.push(
      repeatUntilStopped('backup', BACKUP_LOOK_MS, log, async () => {
        const outcome = await operations.maintenance.backUpIfDue()
        if (outcome) log(outcome.kind === 'done' ? 'backup-made' : 'backup-failed', outcome)
      }),
    )
  if (pipeline.roles.includes('tell')) {
    const publicBase = config.TWOSOURCE_BASE_URL
    const base = publicBase ?? url?.replace(/\/+$/, '')
    if (base !== undefined) started.push(startBriefPost({ operations, log, base }))
    const hub = config.TWOSOURCE_WEBSUB_HUB
    if (hub !== undefined && publicBase !== undefined) {
      const { startFeedAnnouncer } = await import('./outside/feed-announcer.ts')
      started.push(startFeedAnnouncer({ operations, log, version, base: publicBase, hub }))
    }
  }
  return {
    async [Symbol.asyncDispose]() {
      for (const each of started.toReversed()) await each[Symbol.asyncDispose]()
    },
  }
}
