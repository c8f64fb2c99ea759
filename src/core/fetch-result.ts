import type { HubLinks } from './source.ts'

/** Result of a request. Failures of the outside world are values: callers handle every kind, and none throws. */
export type FetchResult =
  | {
      readonly kind: 'ok'
      readonly url: string
      readonly status: number
      readonly body: Uint8Array
      readonly contentType: string
      readonly validators: Validators
      /** Freshness the server asked for, in seconds (Cache-Control max-age, else Expires). */
      readonly maxAgeSeconds?: number
      /** The URL that every redirect gives as permanent (301, 308). */
      readonly movedTo?: string
      /** The hub the response names, and the feed's own URL there (Link headers). */
      readonly links?: HubLinks
      /** All X-Robots-Tag headers, joined by commas. */
      readonly robotsTag?: string
      /** The headers to keep with a page, by name in lower case. */
      readonly headers?: Readonly<Record<string, string>>
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
      /** True when nothing was sent, because the host had asked for a pause. */
      readonly isHeld?: true
    }
  | { readonly kind: 'server-error'; readonly status: number }
  /** `location`: the target of a redirect that wasn't followed. */
  | { readonly kind: 'client-error'; readonly status: number; readonly location?: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'refused-address'; readonly host: string; readonly reason: string }
  | { readonly kind: 'bad-url'; readonly reason: string }
  | { readonly kind: 'too-many-redirects'; readonly hops: number }
  | { readonly kind: 'network-error'; readonly reason: string; readonly isUnknownName?: true }
  | { readonly kind: 'bad-encoding'; readonly reason: string }
  /** The server's own outgoing proxy failed or refused: `reason` says what to do about it. */
  | { readonly kind: 'proxy-error'; readonly why: ProxyTrouble; readonly reason: string }

/**
 * What is wrong with the proxy: it can't be reached (`unreachable`), rejects name or password (`login`), may not connect to the
 * target (`refused`), tried and failed (`failed`), doesn't answer in time (`silent`), or isn't a proxy (`garbled`).
 */
export type ProxyTrouble = 'unreachable' | 'login' | 'refused' | 'failed' | 'silent' | 'garbled'

/** Stored exactly as the server sent them and sent back unchanged (RFC 9110 §8.8, §13). */
export type Validators = { readonly etag?: string; readonly lastModified?: string }
