import type { MovedEntry, MovedFeed, MoveKind } from '../../../core/feed/moved-entry.ts'
import { findJsonOf } from '../../../core/text/parse-json-of.ts'
import type { Http } from '../../../http/client.ts'
import { explainFailure } from '../../polls/schedule-poll.ts'

/** What Miniflux and FreshRSS call the place of feeds without a folder: there, every feed has one. */
const noFolders: ReadonlySet<string> = new Set(['', 'All', 'Uncategorized'])

/** The folders of those names, each once. */
export function foldersNamed(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => !noFolders.has(name))
}

/** Where a reader is, and what opens it. Without `user`, `password` is a token where there are such. */
export type MoveAccess = {
  readonly kind: MoveKind
  readonly address: string
  readonly user: string
  readonly password: string
}

/** `isFinal`: trying again is of no use, such as with a wrong password. */
export type MoveFailure = { readonly kind: 'failed'; readonly message: string; readonly isFinal: boolean }
export type MoveAnswer<Value> = { readonly kind: 'ok'; readonly value: Value } | MoveFailure

export type MovePage = {
  readonly entries: readonly MovedEntry[]
  /** Items that couldn't be read. */
  readonly unusable: number
  /** At the end: articles that the reader counts, but didn't send. */
  readonly unsent?: number
  /** Where the next page begins; absent: this was the last. */
  readonly next?: string
  /** How much of everything is done with this page, from 0 to 1. */
  readonly share: number
}

/** Another reader, whose contents are listed page by page. */
export type MoveSource = {
  /** Signs in and lists the subscriptions; before anything else. */
  feeds(): Promise<MoveAnswer<readonly MovedFeed[]>>
  /** A page; the first without a cursor. Asking again for the same gives the same, and what was added since. */
  page(cursor: string | undefined): Promise<MoveAnswer<MovePage>>
}

const mostBytes = 64 * 2 ** 20
/** More values than that many bytes of articles have. */
const mostValues = 4_000_000

/** Requests JSON; headers may hold a token, so a redirect isn't followed. */
export async function askJson(
  http: Http,
  url: string,
  { headers = {}, form }: { readonly headers?: Readonly<Record<string, string>>; readonly form?: URLSearchParams } = {},
): Promise<MoveAnswer<unknown>> {
  const answer = await askText(http, url, {
    headers: { accept: 'application/json', ...headers },
    ...(form && { form }),
  })
  if (answer.kind !== 'ok') return answer
  const value = findJsonOf(answer.value, mostValues)
  return value === undefined
    ? failed(`${hostIn(url)} did not answer with JSON. Check the address.`, true)
    : { kind: 'ok', value }
}

/** The same for any text. */
export async function askText(
  http: Http,
  url: string,
  { headers = {}, form }: { readonly headers?: Readonly<Record<string, string>>; readonly form?: URLSearchParams } = {},
): Promise<MoveAnswer<string>> {
  const sent = form && {
    body: new TextEncoder().encode(form.toString()),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  }
  const got = await (sent
    ? http.post(url, { ...sent, maxBytes: mostBytes })
    : http.get(url, { headers, maxBytes: mostBytes }))
  switch (got.kind) {
    case 'ok':
      return { kind: 'ok', value: new TextDecoder().decode(got.body) }
    case 'not-modified':
      return failed(`${hostIn(url)} gave an empty answer.`, false)
    case 'forbidden':
      return failed(`${hostIn(url)} refused the name or password (HTTP ${got.status}).`, true)
    case 'client-error':
      return got.location === undefined
        ? failed(`${hostIn(url)} did not accept the request (HTTP ${got.status}).`, true)
        : failed(`${hostIn(url)} redirects to ${originOf(got.location, url)}. Give that address.`, true)
    case 'not-found':
    case 'gone':
      return failed(`There is no such API at ${hostIn(url)} (HTTP ${got.status}). Check the address.`, true)
    default:
      return failed(explainFailure(got, false), got.kind === 'bad-url' || got.kind === 'too-large')
  }
}

export function failed(message: string, isFinal: boolean): MoveFailure {
  return { kind: 'failed', message, isFinal }
}

function hostIn(url: string): string {
  return URL.parse(url)?.host ?? 'The server'
}

function originOf(location: string, base: string): string {
  return URL.parse(location, base)?.origin ?? 'another address'
}

/** The address without a slash at its end. */
export function baseOf(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/\/+$/, '')
}
