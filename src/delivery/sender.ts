import type { DestinationField, DestinationKind, DestinationSettings, Sent, SentArticle } from '../core/destination.ts'
import type { Fetched } from '../core/fetched.ts'

/** The guarded way out, as far as a sender needs it. */
export type Outgoing = {
  post(
    url: string,
    request: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
  ): Promise<Fetched>
}

/** One thing a reader fills in. Secrets are never shown again. `standard` stands where nothing is given. */
export type SenderField = {
  readonly name: DestinationField
  readonly isSecret?: true
  readonly isOptional?: true
  readonly standard?: string
}

/** A service that takes an article, one file each: what it must be told, and how an article gets there. */
export type Sender = {
  readonly kind: Exclude<DestinationKind, 'webhook'>
  /** As its makers write it, in every language. */
  readonly name: string
  readonly fields: readonly SenderField[]
  /** `keeps`: pages to read later. `tells`: short messages, so that alerts may go there too. */
  readonly does: 'keeps' | 'tells'
  /** Never throws for what the world does. May be called again with the same article: services keep one of each address. */
  readonly send: (article: SentArticle, settings: DestinationSettings, http: Outgoing) => Promise<Sent>
}

/** JSON to post, with further fields of the request. */
export function jsonRequest(value: unknown, headers: Readonly<Record<string, string>> = {}) {
  return {
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  }
}

/** The fields of a form to post. */
export function formRequest(fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  }
}

/** An address of a service under the address of its server, whatever slashes that ends in. */
export function under(address: string | undefined, path: string): string {
  return `${(address ?? '').replace(/\/+$/, '')}${path}`
}

/** The tags a reader wrote, apart by commas. */
export function tagList(tags: string | undefined): readonly string[] {
  return (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
