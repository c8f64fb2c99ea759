import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from './loopback-server.ts'

/** How the server behaves: as it should, or in one of the ways in which translators and strangers do not. */
export type Behavior =
  | 'honest'
  | 'drops numbers'
  | 'other numbers'
  | 'adds links'
  | 'adds markup'
  | 'denies'
  | 'echoes'
  | 'wrong language'
  | 'floods a sentence'
  | 'floods'
  | 'stalls'
  | 'fewer'
  | 'shuffles'
  | 'not text'
  | 'html'
  | 'broken json'
  | 'fails'
  | 'busy'
  | 'wants a key'
  | 'redirects'

/** A sentence in other languages, by code. */
export type Dictionary = Readonly<Record<string, Readonly<Record<string, string>>>>

export type TranslateServer = {
  readonly origin: string
  behavior: Behavior
  /** What was asked of `/translate`, in order. */
  readonly asked: {
    readonly q: readonly string[]
    readonly source: string
    readonly target: string
    readonly api_key?: string
  }[]
  /** Requests that came to the address a redirect led to. */
  strayed: number
  /** Lets go of the requests that were left hanging. */
  release(): void
}

/**
 * A server with the interface of LibreTranslate on loopback, for the length of the tests. What it is honest in comes from a dictionary;
 * a sentence that is not in it comes back as it was sent.
 */
export async function serveTranslations(dictionary: Dictionary, key?: string): Promise<TranslateServer> {
  const hanging: ServerResponse[] = []
  const state: TranslateServer = {
    origin: '',
    behavior: 'honest',
    asked: [],
    strayed: 0,
    release() {
      for (const response of hanging.splice(0)) response.destroy()
    },
  }
  const stray = await serve((_, response) => {
    state.strayed += 1
    json(response, { translatedText: [] })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { behavior } = state
    if (behavior === 'redirects') return void response.writeHead(307, { location: `${stray}/translate` }).end()
    if (request.url === '/languages') return json(response, languages)
    const said = JSON.parse(await bodyOf(request)) as (typeof state.asked)[number]
    state.asked.push(said)
    if (key !== undefined && said.api_key !== key) return json(response, { error: 'Invalid API key' }, 403)
    if (behavior === 'stalls') return void hanging.push(response)
    if (behavior === 'floods') return flood(response)
    if (behavior === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>')
    if (behavior === 'broken json')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"tran')
    if (behavior === 'fails') return json(response, { error: 'No' }, 500)
    if (behavior === 'busy') return json(response, { error: 'Slow down' }, 429)
    if (behavior === 'wants a key') return json(response, { error: 'Key' }, 403)
    const honest = said.q.map((text) => dictionary[text]?.[said.target] ?? text)
    json(response, { translatedText: spoiled(honest, said.q, behavior) })
  }

  const origin = await serve((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  return Object.assign(state, { origin })
}

const languages = ['en', 'fr', 'ar'].map((code) => ({
  code,
  name: code,
  targets: ['en', 'fr', 'ar'].filter((other) => other !== code),
}))

function spoiled(honest: readonly string[], q: readonly string[], behavior: Behavior): unknown {
  switch (behavior) {
    case 'drops numbers':
      return honest.map((text) => text.replace(/\s?[\d,.]*\d/g, ''))
    case 'other numbers':
      return honest.map((text) => text.replace(/\d+/g, (number) => String(Number(number) + 1)))
    case 'adds links':
      return honest.map((text) => `${text} Voir https://evil.example/?a=1`)
    case 'adds markup':
      return honest.map((text) => `<b onclick="alert(1)">${text}</b>`)
    case 'denies':
      return honest.map((text) => text.replace(/^Les ingénieurs ont/, 'Les ingénieurs n’ont pas'))
    case 'echoes':
      return q
    case 'wrong language':
      return honest.map(() => 'Die Fähren bringen jede Stunde Schüler und Händler über die Meerenge zur anderen Seite.')
    case 'floods a sentence':
      return honest.map((text) => text.repeat(40))
    case 'fewer':
      return honest.slice(1)
    case 'shuffles':
      return honest.toReversed()
    case 'not text':
      return honest.map((text) => ({ text }))
    default:
      return honest
  }
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function flood(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.on('error', () => {})
  const more = Buffer.alloc(65_536, 'a')
  let left = 2_000
  const write = () => {
    while (left-- > 0) if (!response.write(more)) return void response.once('drain', write)
    response.end()
  }
  write()
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
