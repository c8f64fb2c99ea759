import type { HubMode } from '../core/hub.ts'

/** What a callback address asks of the product. */
export type WebsubOperations = {
  findHub(input: { readonly token: string }): Promise<'open' | 'over' | undefined>
  /** Undefined: it was not asked for that. */
  confirmHub(input: {
    readonly token: string
    readonly mode: HubMode
    readonly topic: string
    readonly leaseSeconds?: number
  }): Promise<true | undefined>
  denyHub(input: { readonly token: string; readonly topic: string; readonly reason: string }): Promise<true | undefined>
  takeHubPush(input: {
    readonly token: string
    readonly signature?: string
    readonly contentType: string
    readonly body: Uint8Array
  }): Promise<'kept' | 'ignored' | 'later' | undefined>
}
