import type { DestinationField, DestinationKind, SendResult, SendTrigger } from '../../core/destination.ts'
import type { Sending } from '../../store/notify/sendings.ts'

export type { Sending } from '../../store/notify/sendings.ts'

/** A destination as its reader sees it: no secret, and of its address the host alone. */
export type DestinationView = {
  readonly id: string
  readonly kind: DestinationKind
  readonly name: string
  /** The service, as its makers call it. */
  readonly service: string
  readonly host: string
  readonly occasions: readonly SendTrigger[]
  readonly isOn: boolean
  readonly failures: number
  readonly lastError?: string
  readonly at: string
}

/** A kind of destination that may be added: what to fill in, and what may go there by itself. */
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

/** What became of adding one. Of a webhook with the secret it is signed with, this once. */
export type DestinationAdded =
  | { readonly kind: 'added'; readonly id: string; readonly secret?: string }
  | { readonly kind: 'refused'; readonly why: 'address' | 'missing' | 'too-many'; readonly field?: DestinationField }

/** The log of one destination, the latest first. */
export type SendingsView = {
  readonly destination: DestinationView
  readonly form: DestinationForm
  readonly sendings: readonly Sending[]
  readonly next?: string
}

/** Where one article may be sent, and what became of it so far. */
export type SendFormView = {
  readonly title: string
  /** `article:<id>` or `entry:<id>`. */
  readonly about: string
  /** False: it has no address of the web, so that it cannot be sent. */
  readonly isSendable: boolean
  readonly destinations: readonly DestinationView[]
  readonly sendings: readonly Sending[]
}

export type DestinationTested = SendResult
