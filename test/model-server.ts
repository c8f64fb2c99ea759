import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request for a text held, as a scripted model sees it. */
export type AskedOfModel = {
  readonly system: string
  readonly user: string
  /** The numbered sentences that are in it. */
  readonly sentences: readonly { readonly number: number; readonly text: string }[]
  readonly mostClaims: number
  /** An address nobody but a model that is obeyed would ever call. */
  readonly canary: string
}

/** What a scripted model answers. */
export type ModelReply =
  | { readonly kind: 'text'; readonly text: string; readonly usage?: boolean }
  /** Text, and then nothing more, with the connection left open. */
  | { readonly kind: 'stall'; readonly text: string }
  /** This again and again, until the other side hangs up. */
  | { readonly kind: 'flood'; readonly piece: string }
  /** Events as they are, one after another. */
  | { readonly kind: 'events'; readonly events: readonly string[] }
  /** Bytes that the connection breaks off after. */
  | { readonly kind: 'cut'; readonly text: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }

export type ModelBehaviour = (asked: AskedOfModel) => ModelReply
/** Vectors for texts, or whatever is in their place. */
export type VectorBehaviour = (texts: readonly string[]) => unknown

export type RequestToModel = {
  readonly path: string
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

/** A scripted server with the chat completions interface, and a canary beside it that must never be called. */
export type ModelServerUnderTest = {
  /** Its base address. */
  readonly address: string
  readonly canary: string
  readonly canaryCalls: readonly string[]
  readonly requests: readonly RequestToModel[]
  behave(behaviour: ModelBehaviour): void
  behaveVectors(behaviour: VectorBehaviour): void
  close(): Promise<void>
}

/** Starts it on loopback. Close it. */
export async function startModelServer(first: ModelBehaviour): Promise<ModelServerUnderTest> {
  let behaviour = first
  let vectors: VectorBehaviour = vectorsOf
  const requests: RequestToModel[] = []
  const canaryCalls: string[] = []
  const canary = createServer((request, response) => {
    canaryCalls.push(`${request.method} ${request.url}`)
    response.end('called')
  })
  const canaryAddress = await listen(canary)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { url: path = '', headers } = request
    const body = Buffer.concat(chunks).toString('utf8')
    requests.push({ path, body, headers })
    if (path.endsWith('/models')) return answerModels(response)
    if (path.endsWith('/embeddings')) return answerVectors(response, body, vectors)
    if (!path.endsWith('/chat/completions')) return void response.writeHead(404).end()
    await answerText(response, behaviour(askedIn(body, canaryAddress)))
  })
  const address = `${await listen(server)}/v1`
  return {
    address,
    canary: canaryAddress,
    canaryCalls,
    requests,
    behave(next) {
      behaviour = next
    },
    behaveVectors(next) {
      vectors = next
    },
    async close() {
      for (const each of [server, canary]) {
        each.closeAllConnections()
        await new Promise((resolve) => each.close(resolve))
      }
    },
  }
}

function answerModels(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ object: 'list', data: [{ id: 'scripted' }, { id: 'another' }, { id: 7 }] }))
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function askedIn(body: string, canary: string): AskedOfModel {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: unknown }[] }
  const textOf = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map(({ content }) =>
        typeof content === 'string' ? content : (content as { text?: string }[]).map(({ text }) => text ?? '').join(''),
      )
      .join('\n')
  const [system, user] = [textOf('system'), textOf('user')]
  const sentences = [...user.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, text]) => ({
    number: Number(number),
    text: text as string,
  }))
  const mostClaims = Number(/at most (\d+) claims/.exec(system)?.[1] ?? 3)
  return { system, user, sentences, mostClaims, canary }
}

async function answerText(response: ServerResponse, reply: ModelReply): Promise<void> {
  if (reply.kind === 'status') {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body ?? '')
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const event = (delta: object, more: object = {}) =>
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [{ index: 0, delta, finish_reason: null, ...more }] })}\n\n`
  response.write(event({ role: 'assistant', content: '' }))
  switch (reply.kind) {
    case 'text': {
      for (let at = 0; at < reply.text.length; at += 40)
        response.write(event({ content: reply.text.slice(at, at + 40) }))
      response.write(event({}, { finish_reason: 'stop' }))
      if (reply.usage !== false)
        response.write(
          `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [], usage: { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 } })}\n\n`,
        )
      response.end('data: [DONE]\n\n')
      return
    }
    case 'stall':
      response.write(event({ content: reply.text }))
      return
    case 'events':
      for (const each of reply.events) response.write(`data: ${each}\n\n`)
      response.end('data: [DONE]\n\n')
      return
    case 'cut':
      response.write(event({ content: reply.text }), () => response.destroy())
      return
    case 'flood':
      while (!response.destroyed) {
        if (response.write(event({ content: reply.piece }))) await new Promise(setImmediate)
        else
          await new Promise<void>((resolve) => {
            response.once('drain', resolve)
            response.once('close', resolve)
          })
      }
  }
}

function answerVectors(response: ServerResponse, body: string, behaviour: VectorBehaviour): void {
  const { input } = JSON.parse(body) as { readonly input: string | readonly string[] }
  const vectors = behaviour(typeof input === 'string' ? [input] : input)
  response.writeHead(200, { 'content-type': 'application/json' })
  const list = Array.isArray(vectors)
    ? vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }))
    : vectors
  response.end(
    JSON.stringify({ object: 'list', model: 'scripted', data: list, usage: { prompt_tokens: 7, total_tokens: 7 } }),
  )
}

/** Vectors of eight numbers that texts with the same words share. */
export function vectorsOf(texts: readonly string[]): readonly (readonly number[])[] {
  return texts.map((text) => {
    const vector = Array.from({ length: 8 }, () => 0.01)
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      let hash = 7
      for (const letter of word) hash = (hash * 31 + letter.codePointAt(0)!) % 9973
      vector[hash % 8]! += 1
    }
    return vector
  })
}
