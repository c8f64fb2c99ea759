import { guest } from '../core/reader-identity.ts'
import type { Mailer } from '../delivery/mail.ts'
import type { Http } from '../http/client.ts'
import type { AlertJobs } from '../pipeline/pipeline-context.ts'
import type { AlertRow } from '../store/alert-store.ts'
import type { Store } from '../store/store.ts'
import { deliverAlerts } from './deliver-alerts.ts'
import { raiseForStory } from './raise-alerts.ts'
import { raiseForSearches } from './raise-for-searches.ts'

/** A message in a reader's language: one alert, several at once, or a test of the channel. */
export type AlertText = {
  readonly title: string
  readonly body: string
  /** Of each alert: what happened and why it is told, the title and words it is about, and the path it leads to. */
  readonly lines: readonly {
    readonly text: string
    readonly title: string
    readonly words?: string
    readonly path: string
  }[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Words of a mail around the lines: how to switch it off. */
  readonly footer: string
}

/** What raising and sending alerts works with. */
export type AlertContext = {
  readonly store: Store
  readonly http: Http
  readonly mailer: Mailer
  readonly now: () => Date
  /** Public address of the server, without a slash at its end; absent: links are paths alone. */
  readonly baseUrl?: string
  /** Whom a push service may write to: an https or mailto address. */
  readonly contact: string
  /** Puts alerts into words; none of them: a test. `auto` is a language nobody chose. */
  readonly say: (alerts: readonly AlertRow[], language: string) => AlertText
}

/** The store as everybody may see it: what goes out to many readers at once tells nothing that is private to one. */
export async function storeForAll(store: Store): Promise<Store> {
  return (await store.isAlone()) ? store : store.seenBy(guest)
}

/** Raises and sends alerts for the pipeline. */
export function createAlertJobs(context: AlertContext): AlertJobs {
  return {
    async raise(key) {
      const told = { ...context, store: await storeForAll(context.store) }
      if (key === 'searches') await raiseForSearches(told)
      else if (key.startsWith('story:')) await raiseForStory(told, key.slice('story:'.length))
    },
    deliver: (readerId) => deliverAlerts(context, readerId),
  }
}
