import type { HubLinks } from './feed/hub.ts'

/** What a request ended in. The outside world's failures are values: every kind is handled, none throws. */
export type Fetched =
  | {
      readonly kind: 'ok'
      readonly url: string
      readonly status: number
      readonly body: Uint8Array
      readonly contentType: string
      readonly validators: Validators
      /** Freshness the server asked for, in seconds (Cache-Control max-age, else Expires). */
      readonly maxAgeSeconds?: number
      /** The address every hop agreed to move to for good (301, 308). */
      readonly movedTo?: string
      /** The hub that the answer names, and its own address there (Link fields). */
      readonly links?: HubLinks
      /** What the answer asks of programs, all X-Robots-Tag fields joined by commas. */
      readonly robotsTag?: string
    }
  | {
      readonly kind: 'not-modified'
      readonly validators: Validators
      readonly maxAgeSeconds?: number
      readonly movedTo?: string
    }
  | { readonly kind: 'gone'; readonly status: number }
  | { readonly kind: 'not-found'; readonly status: number }
  | { readonly kind: 'forbidden'; readonly status: number }
  | {
      readonly kind: 'busy'
      readonly status: number
      readonly retryAfterSeconds?: number
      /** True when nothing was sent, because the host had asked for a pause before. */
      readonly isHeld?: true
    }
  | { readonly kind: 'server-error'; readonly status: number }
  /** `location`: where a redirect that was not followed leads. */
  | { readonly kind: 'client-error'; readonly status: number; readonly location?: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'refused-address'; readonly host: string; readonly reason: string }
  | { readonly kind: 'bad-url'; readonly reason: string }
  | { readonly kind: 'too-many-redirects'; readonly hops: number }
  | { readonly kind: 'network-error'; readonly reason: string; readonly isUnknownName?: true }
  | { readonly kind: 'bad-encoding'; readonly reason: string }
  /** The house's own way out failed, or did not want to: `reason` says what to do about it. */
  | { readonly kind: 'proxy-error'; readonly why: ProxyTrouble; readonly reason: string }

/**
 * What is wrong with the proxy: it is not there (`unreachable`), wants another name and password (`login`), may not connect there
 * (`refused`), could not (`failed`), says nothing in time (`silent`), or is no proxy (`garbled`).
 */
export type ProxyTrouble = 'unreachable' | 'login' | 'refused' | 'failed' | 'silent' | 'garbled'

/** Kept byte for byte as the server sent them and sent back the same way (RFC 9110 §8.8, §13). */
export type Validators = { readonly etag?: string; readonly lastModified?: string }
