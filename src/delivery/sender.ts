import type {
  DestinationField,
  DestinationKind,
  DestinationSettings,
  OutgoingArticle,
  SendResult,
} from '../core/destination.ts'
import type { FetchResult } from '../core/fetch-result.ts'

/** The part of the guarded HTTP client that a sender needs. */
export type SenderHttp = {
  post(
    url: string,
    request: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
  ): Promise<FetchResult>
}

/** A field the reader fills in. Secrets are never shown again. `standard` is the default. */
type SenderField = {
  readonly name: DestinationField
  readonly isSecret?: true
  readonly isOptional?: true
  readonly standard?: string
}

/** A service that receives articles, one file each: the settings it needs, and how to send. */
export type Sender = {
  readonly kind: Exclude<DestinationKind, 'webhook'>
  /** Its own spelling, in every language. */
  readonly name: string
  readonly fields: readonly SenderField[]
  /** `keeps`: saves pages to read later. `tells`: sends short messages, so alerts may go there too. */
  readonly does: 'keeps' | 'tells'
  /** Never throws for failures of the outside world. May be called again with the same article: services store one per URL. */
  readonly send: (article: OutgoingArticle, settings: DestinationSettings, http: SenderHttp) => Promise<SendResult>
}

/** A JSON body with headers. */
export function jsonRequest(value: unknown, headers: Readonly<Record<string, string>> = {}) {
  return {
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  }
}

/** A form body. */
export function formRequest(fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  }
}

/** A service's URL below its server's base URL, with or without final slashes. */
export function urlUnder(address: string | undefined, path: string): string {
  return `${(address ?? '').replace(/\/+$/, '')}${path}`
}

/** A reader's comma-separated tags. */
export function tagList(tags: string | undefined): readonly string[] {
  return (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
