import type { DestinationField, DestinationKind, SendResult, SendTrigger } from '../../core/destination.ts'
import type { Sending } from '../../store/notify/sendings.ts'

export type { Sending } from '../../store/notify/sendings.ts'

/** A destination as its reader sees it: without secrets, and only the host of its URL. */
export type DestinationView = {
  readonly id: string
  readonly kind: DestinationKind
  readonly name: string
  /** The service's own name. */
  readonly service: string
  readonly host: string
  readonly occasions: readonly SendTrigger[]
  readonly isOn: boolean
  readonly failures: number
  readonly lastError?: string
  readonly at: string
}

/** A kind of destination that can be added: its fields, and what can be sent automatically. */
export type DestinationForm = {
  readonly kind: DestinationKind
  readonly name: string
  readonly fields: readonly {
    readonly name: DestinationField
    readonly isSecret?: true
    readonly isOptional?: true
    readonly standard?: string
  }[]
  readonly occasions: readonly SendTrigger[]
}

export type DestinationsView = {
  readonly destinations: readonly DestinationView[]
  readonly forms: readonly DestinationForm[]
}

/** The result of adding one. For a webhook with its signing key, shown only this once. */
export type DestinationAdded =
  | { readonly kind: 'added'; readonly id: string; readonly secret?: string }
  | { readonly kind: 'refused'; readonly why: 'address' | 'missing' | 'too-many'; readonly field?: DestinationField }

/** The log of one destination, newest first. */
export type SendingsView = {
  readonly destination: DestinationView
  readonly form: DestinationForm
  readonly sendings: readonly Sending[]
  readonly next?: string
}

/** Where an article can be sent, and what was sent so far. */
export type SendFormView = {
  readonly title: string
  /** `article:<id>` or `entry:<id>`. */
  readonly about: string
  /** False: it has no web URL, so it can't be sent. */
  readonly isSendable: boolean
  readonly destinations: readonly DestinationView[]
  readonly sendings: readonly Sending[]
}

export type DestinationTested = SendResult
