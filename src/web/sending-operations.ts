import type { DestinationKind, DestinationSettings, Occasion } from '../core/destination.ts'
import type {
  DestinationAdded,
  DestinationsView,
  DestinationTested,
  SendFormView,
  SendingsView,
} from '../operations/destination-views.ts'

type Sendable = { readonly article: string } | { readonly entry: string }

/** Sending articles and events outside. Undefined: what was asked for is not there, or could not be understood. */
export type SendingOperations = {
  destinations(): Promise<DestinationsView>
  addDestination(input: {
    readonly kind: DestinationKind
    readonly name: string
    readonly occasions: readonly Occasion[]
    readonly settings: DestinationSettings
  }): Answer<DestinationAdded>
  setDestination(input: {
    readonly id: string
    readonly name: string
    readonly occasions: readonly Occasion[]
  }): Answer<true>
  switchDestination(input: { readonly id: string; readonly isOn: boolean }): Answer<true>
  removeDestination(input: { readonly id: string }): Answer<true>
  renewWebhookSecret(input: { readonly id: string }): Answer<{ readonly secret: string }>
  testDestination(input: { readonly id: string }): Answer<DestinationTested>
  sendings(input: { readonly destination: string; readonly cursor?: string }): Answer<SendingsView>
  replaySending(input: { readonly sending: string } | { readonly allOf: string }): Answer<{ readonly count: number }>
  sendForm(input: Sendable): Answer<SendFormView>
  sendArticle(input: Sendable & { readonly destination: string }): Answer<true>
}

type Answer<View> = Promise<View | undefined>
