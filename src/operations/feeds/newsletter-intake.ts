import type { ListenerFound } from '../../letters/probe-listener.ts'

/** Incoming newsletters; absent unless the owner enabled them. */
export type NewsletterIntake = {
  /** The domain of every newsletter address. */
  readonly domain: string
  readonly host: string
  readonly port: number
  /** Checks which server answers at the port. */
  probe(): Promise<ListenerFound>
}
