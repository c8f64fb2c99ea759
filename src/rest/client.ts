import type { z } from 'zod'
import { defined } from '../core/defined.ts'
import type { Recording } from '../core/feed/recording.ts'
import type { Problem } from './problem.ts'
import { requestOf, routeFor } from './request-of.ts'
import type { Answers, AnyOperation, Route } from './route.ts'
import { type RouteTables, routes } from './routes/all-routes.ts'

export type { Problem } from './problem.ts'

/** Every operation a program can call. */
export type RoutedName = keyof RouteTables
type Named<Name> = Extract<AnyOperation, { readonly name: Name }>
export type InputOf<Name extends RoutedName> = z.input<Named<Name>['input']>

type DetailOf<Given> = Given extends readonly (infer Detail)[] ? Detail : Given
type AnswersOf<Given> = DetailOf<Given> extends { readonly answers: infer Answers } ? Answers : 'view'
type ResultOf<Name, Answers> = 'recording' extends Answers
  ? Omit<Recording, 'read'>
  : Answers extends 'file' | 'picture' | 'backup' | 'opml'
    ? ClientFile
    : Answers extends 'nothing' | 'done'
      ? true
      : Exclude<Awaited<ReturnType<Named<Name>['run']>>, undefined>
/** The result of an operation, as received over HTTP. */
export type ViewOf<Name extends RoutedName> = ResultOf<Name, AnswersOf<RouteTables[Name]>>

/** The only error thrown is for an input that no route accepts, which is the caller's mistake. */
export type ClientAnswer<Name extends RoutedName> =
  | {
      readonly kind: 'done'
      readonly view: ViewOf<Name>
      /** Of a list with further pages: the input for the next one. */
      readonly next?: InputOf<Name>
    }
  /** The server refused; `not-there` is a status of 404. */
  | {
      readonly kind: 'problem'
      readonly problem: Problem
      /** For too many requests. */
      readonly retryAfterSeconds?: number
    }
  | { readonly kind: 'unreachable'; readonly message: string }

/** One function for each operation, by name. */
export type Client = {
  readonly [Name in RoutedName]: (
    ...input: Record<string, never> extends InputOf<Name> ? [input?: InputOf<Name>] : [input: InputOf<Name>]
  ) => Promise<ClientAnswer<Name>>
}

export type ClientSettings = {
  /** The server's URL, such as https://news.example.org. */
  readonly address: string
  /** Created under Settings, Advanced, API tokens. Without it, requests are a guest's. */
  readonly token?: string
  readonly fetch?: typeof fetch
  readonly signal?: AbortSignal
}

/** Creates a client of a server: `await client.get_story({ id })`. */
export function createClient(settings: ClientSettings): Client {
  const byName = Map.groupBy(routes, ({ operation }) => operation)
  return Object.fromEntries(
    [...byName].map(([name, own]) => [name, (input = {}) => ask(settings, name, own, input)]),
  ) as unknown as Client
}

type Fields = Readonly<Record<string, unknown>>
type AnyAnswer = ClientAnswer<RoutedName>

async function ask(settings: ClientSettings, name: string, own: readonly Route[], input: Fields): Promise<AnyAnswer> {
  const route = routeFor(own, input)
  if (!route) throw new TypeError(`${name} has no route that takes ${Object.keys(input).join(', ') || 'nothing'}`)
  const { path, method, mediaType, body } = requestOf(route, input)
  const answer = await send(settings, path, {
    method,
    headers: {
      Accept: 'application/json, application/problem+json, */*;q=0.5',
      ...defined({
        Authorization: settings.token === undefined ? undefined : `Bearer ${settings.token}`,
        'Content-Type': mediaType,
      }),
    },
    ...defined({ body, signal: settings.signal }),
  })
  return answer.kind === 'unreachable' ? answer : read(route, input, answer.response)
}

async function send({ address, fetch: ask = fetch }: ClientSettings, path: string, request: RequestInit) {
  try {
    return { kind: 'came' as const, response: await ask(`${address.replace(/\/+$/, '')}/api/v1${path}`, request) }
  } catch (error) {
    return { kind: 'unreachable' as const, message: error instanceof Error ? error.message : String(error) }
  }
}

async function read(route: Route, input: Fields, response: Response): Promise<AnyAnswer> {
  if (!response.ok) {
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
    return {
      kind: 'problem',
      problem: await problemIn(response),
      ...defined({ retryAfterSeconds: wait >= 0 ? wait : undefined }),
    }
  }
  if (response.status === 204) return { kind: 'done', view: true } as AnyAnswer
  const next = nextInput(input, response.headers.get('link'))
  const view = fillsFile(route.answers) ? await fileIn(response) : await response.json()
  return { kind: 'done', view, ...defined({ next }) } as AnyAnswer
}

/** A proxy in between may answer with something other than a problem document. */
async function problemIn(response: Response): Promise<Problem> {
  const plain = { type: 'about:blank', title: response.statusText, status: response.status }
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return plain
  try {
    return (await response.json()) as Problem
  } catch {
    return plain
  }
}

/** The input with the one field that differs for the next page. */
function nextInput(input: Fields, link: string | null): Fields | undefined {
  const [, path] = /^<([^>]+)>; rel="next"$/.exec(link ?? '') ?? []
  const query = path === undefined ? undefined : URL.parse(path, 'http://localhost')?.searchParams
  const page = query?.get('page')
  const cursor = ['cursor', 'before'].find((field) => query?.has(field) && query.get(field) !== input[field])
  if (cursor !== undefined) return { ...input, [cursor]: query?.get(cursor) }
  return page === undefined || page === null ? undefined : { ...input, page: Number(page) }
}

/** A file or picture, unchanged. */
export type ClientFile = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly fileName?: string
}

function fillsFile(answers: Answers): boolean {
  return (
    answers === 'file' || answers === 'picture' || answers === 'backup' || answers === 'opml' || answers === 'sound'
  )
}

async function fileIn(response: Response): Promise<ClientFile> {
  const fileName = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
    ...defined({ fileName }),
  }
}
