import type { DestinationKind, DestinationSettings, Occasion, SendingEvent } from '../../core/destination.ts'
import type { Page } from '../store.ts'

/** A place of one reader outside, where articles and events are sent. Times are ISO 8601, UTC. */
export type Destination = {
  readonly id: string
  readonly readerId: string
  readonly kind: DestinationKind
  /** As the reader calls it. */
  readonly name: string
  readonly settings: DestinationSettings
  /** Settings that are never shown again; of a webhook `token` is what it is signed with. */
  readonly secret: DestinationSettings
  readonly occasions: readonly Occasion[]
  readonly isOn: boolean
  /** Attempts that failed since the last that did not. */
  readonly failures: number
  /** When the first of these was. */
  readonly failingSince?: string
  /** Nothing goes there before. */
  readonly retryAt?: string
  readonly lastError?: string
  readonly at: string
}

/** What is to be sent. Its id names the message wherever it goes: however often it is sent, it is the same message. */
export type NewSending = {
  readonly id: string
  readonly readerId: string
  readonly destinationId: string
  readonly event: SendingEvent
  /** `article:<id>` or `entry:<id>`, so that a page can say what became of it. */
  readonly about?: string
  readonly title: string
  /** JSON: the payload of a webhook as it goes out, or a `SentArticle`. */
  readonly body: string
}

/** A message in the log, without its body. */
export type Sending = Omit<NewSending, 'body'> & {
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly tries: number
  readonly madeAt: string
  readonly nextAt: string
  readonly doneAt?: string
  readonly lastError?: string
}

/** How an attempt went: sent, to be tried again, or given up. It may end with the destination switched off, or left alone for a time. */
export type SendingOutcome =
  | { readonly kind: 'sent' }
  | ((
      | { readonly kind: 'again'; readonly nextAt: string; readonly error: string }
      | { readonly kind: 'failed'; readonly error: string }
    ) & { readonly isOff: boolean; readonly retryAt?: string })

export type DestinationStore = {
  add(destination: Omit<Destination, 'failures' | 'failingSince' | 'retryAt' | 'isOn' | 'lastError'>): Promise<void>
  list(readerId: string): Promise<readonly Destination[]>
  find(readerId: string, id: string): Promise<Destination | undefined>
  /** Whoever's it is: for sending. */
  get(id: string): Promise<Destination | undefined>
  /** False when there is none. */
  change(
    readerId: string,
    id: string,
    change: Partial<Pick<Destination, 'name' | 'occasions' | 'secret'>>,
  ): Promise<boolean>
  /** On: what waited meanwhile goes out, from `at` on. False when there is none. */
  switch(readerId: string, id: string, isOn: boolean, at: string): Promise<boolean>
  /** With all that was sent there or waits. False when there is none. */
  remove(readerId: string, id: string): Promise<boolean>
  /** Those that are on and want to be told, of one reader or of all. */
  listening(occasion: Occasion, readerId?: string): Promise<readonly Destination[]>
}

export type SendingStore = {
  /** The messages and the jobs that send them, in one transaction; one that is there already stays. Answers how many were new. */
  add(sendings: readonly NewSending[], at: string): Promise<number>
  /** What is due in one destination, the oldest first, with what goes out. */
  due(destinationId: string, now: string, limit: number): Promise<readonly (NewSending & { readonly tries: number })[]>
  /** When the next one is due; undefined when nothing waits. */
  nextAt(destinationId: string): Promise<string | undefined>
  /** Counts an attempt before it is made. False when it does not wait any more. */
  start(id: string): Promise<boolean>
  settle(destinationId: string, id: string, outcome: SendingOutcome, at: string): Promise<void>
  find(readerId: string, id: string): Promise<(Sending & { readonly body: string }) | undefined>
  /** Of one destination, the latest first. */
  list(readerId: string, destinationId: string, limit: number, cursor?: string): Promise<Page<Sending>>
  /** What became of one thing, the latest first. */
  listAbout(readerId: string, about: string, limit: number): Promise<readonly Sending[]>
  /** Puts what was given up back, one message or all of a destination, under the same names. Answers how many. */
  again(readerId: string, destinationId: string, id: string | 'all', at: string): Promise<number>
  /** Drops what was sent or given up before a time, and of the rest all but the latest `most`. */
  prune(destinationId: string, before: string, most: number): Promise<void>
}
