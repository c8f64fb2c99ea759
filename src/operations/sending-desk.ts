import type { Outgoing } from '../delivery/sender.ts'
import type { SendingJobs } from '../pipeline/pipeline-context.ts'
import type { Store } from '../store/store.ts'
import { announce } from './announce.ts'
import { deliverSendings } from './deliver-sendings.ts'

/** What sending works with. */
export type SendingContext = {
  readonly store: Store
  readonly http: Outgoing
  readonly now: () => Date
  /** Public address of the server, without a slash at its end; absent: links are paths alone. */
  readonly baseUrl?: string
}

/** Tells webhooks what happened and sends what waits, for the pipeline. */
export function createSendingJobs(context: SendingContext): SendingJobs {
  return {
    announce: (key) => announce(context, key),
    send: (destinationId) => deliverSendings(context, destinationId),
  }
}
