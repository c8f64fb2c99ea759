import { defined } from '../../core/defined.ts'
import type { FeedId } from '../../core/ids.ts'
import type { PollOutcome, PollTarget, Postponed } from '../../store/store.ts'
import type { Tracer } from '../../watch/tracer.ts'
import type { ReadEntry } from '../pages/ingest-entry.ts'

/** Identifies a poll in every process: its feed and its time, which its entries store as their fetch time. */
export function pollKey(feedId: FeedId, at: string): string {
  return `${feedId} ${at}`
}

/** Polls a feed, with a trace where there is a tracer. Everything after the answer counts as reading it. */
export function tracedPoll(
  tracer: Tracer | undefined,
  target: PollTarget,
  poll: () => Promise<PollOutcome | Postponed>,
): Promise<PollOutcome | Postponed> {
  if (!tracer) return poll()
  const read = async () => {
    const outcome = await poll()
    tracer.rest('parse')
    return outcome
  }
  return tracer.poll(read, (outcome) => {
    if (!('result' in outcome)) return undefined
    const { result } = outcome
    return {
      poll: pollKey(target.feedId, outcome.at),
      attributes: {
        'twosource.feed': target.feedId,
        'server.address': URL.parse(target.url)?.hostname ?? '',
        'twosource.result': result.kind,
        ...defined({
          'twosource.reason': result.kind === 'failed' ? result.reason : undefined,
          'twosource.entries': result.kind === 'parsed' ? result.entries.length : undefined,
        }),
      },
      isError: result.kind === 'failed',
    }
  })
}

/** Reads and places one article, within the trace of the poll that fetched it. */
export async function tracedArticle(
  tracer: Tracer | undefined,
  read: () => Promise<ReadEntry | undefined>,
  settle: (read: ReadEntry) => Promise<unknown>,
): Promise<void> {
  const all = async (step: (work: () => Promise<unknown>) => Promise<unknown>) => {
    const found = await read()
    if (found) await step(() => settle(found))
    return found
  }
  if (!tracer) await all((work) => work())
  else
    await tracer.within(
      'read article',
      () => all((work) => tracer.step('cluster', work)),
      (found) => {
        if (!found) return undefined
        const { entry } = found.target
        return {
          poll: pollKey(entry.feedId, entry.fetchedAt),
          attributes: {
            'twosource.article': found.digest.articleId,
            'twosource.language': found.digest.document.language,
          },
        }
      },
    )
}
