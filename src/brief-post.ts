import { briefMail } from './brief-mail.ts'
import { identityOfAccount } from './core/account.ts'
import { readPreferences } from './core/preferences.ts'
import { lookUntilStopped } from './look-until-stopped.ts'
import { activeAccount } from './operations/active-account.ts'
import type { OperationContext } from './operations/operation.ts'
import { runDueJobs } from './pipeline/job-loop.ts'
import type { PipelineContext } from './pipeline/pipeline-context.ts'
import { readBriefJobKey } from './store/brief-store.ts'
import type { Job } from './store/job-store.ts'
import { dueBriefs } from './story/brief-schedule.ts'

const LOOK_MS = 30_000
const LEASE_MS = 5 * 60_000

export type PostContext = Pick<PipelineContext, 'log'> & {
  readonly operations: OperationContext
  /** Address of the server for links, without a slash at its end. */
  readonly base: string
}

/**
 * Plans the briefs whose hour has come and sends those that are planned; answers how many were worked off. Safe to repeat, and
 * for several servers on one database at once: a brief is planned once by its key.
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
 * Sends one brief at most once. That it is being sent is noted before the mail is handed over, not after: if the program ends in
 * between, the brief of that day may be missing, but never comes twice, and the page has it anyway. Only where it is known that
 * the mail server did not take it, the note is taken back and the job tries again later.
 */
async function sendBrief({ operations, base, log }: PostContext, job: Job): Promise<void> {
  const { store, mailer, now } = operations
  const { kind, day, readerId } = readBriefJobKey(job.key)
  const account = await activeAccount(operations, readerId)
  const choice = await store.briefs.find(readerId)
  const isWanted = kind === 'day' ? choice?.isMailed : choice?.isWeekly
  if (!account?.email || !isWanted) return store.briefs.settle(readerId, kind, day, 'refused')
  // Composed first: what fails here is tried again and has sent nothing.
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

/** Looks for due briefs until it is disposed; a mail under way is finished first. */
export function startBriefPost(context: PostContext): AsyncDisposable {
  return lookUntilStopped('brief-post', LOOK_MS, context.log, (signal) => postDueBriefs(context, signal))
}
