import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from './loopback-server.ts'

/** How a hub behaves; what is left out, as a good one does. */
export type HubPersona = {
  /** What it answers when it is asked. */
  readonly status?: number
  readonly verifies?: 'before-it-answers' | 'after' | 'with-another-topic' | 'with-another-mode' | 'never'
  readonly denies?: boolean
  readonly leaseSeconds?: string
  readonly signs?: 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'with-another-secret' | 'nothing'
  /** Where it sends who asks it. */
  readonly movedTo?: string
}

export type HubAsked = Readonly<Record<string, string>>

/** What a hub on loopback knows and did. */
export type TestHub = Awaited<ReturnType<typeof openHub>>

/** A hub with many names, each behaving in its own way: `ADDRESS/NAME`. What it was asked and what came of asking back is kept. */
export async function openHub(personas: Readonly<Record<string, HubPersona>>) {
  const asked = new Map<string, HubAsked[]>()
  const answers = new Map<string, { readonly status: number; readonly body: string; readonly type: string }[]>()
  const held = new Map<string, HubAsked>()
  const changed: Record<string, HubPersona> = {}
  let running: Promise<unknown>[] = []

  const address = await serve((request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const name = request.url!.slice(1)
    const persona = { ...personas[name], ...changed[name] }
    const fields = Object.fromEntries(new URLSearchParams(await textOf(request)))
    push(asked, name, fields)
    if (fields['hub.mode'] === 'publish') {
      response.writeHead(202).end()
      running.push(spread(name, fields['hub.url']!))
      return
    }
    const { status = 202, verifies = 'after', movedTo } = persona
    if (movedTo !== undefined) return void response.writeHead(307, { location: movedTo }).end()
    if (status >= 300) return void response.writeHead(status).end()
    if (verifies === 'before-it-answers') await askBack(name, persona, fields)
    response.writeHead(status).end()
    if (verifies !== 'before-it-answers') running.push(askBack(name, persona, fields))
  }

  async function askBack(name: string, persona: HubPersona, fields: HubAsked) {
    const { verifies, denies, leaseSeconds } = persona
    if (verifies === 'never') return
    const mode = fields['hub.mode']!
    const other = mode === 'subscribe' ? 'unsubscribe' : 'subscribe'
    const challenge = `challenge-${name}`
    const query = new URLSearchParams({
      'hub.mode': denies ? 'denied' : verifies === 'with-another-mode' ? other : mode,
      'hub.topic': verifies === 'with-another-topic' ? `${fields['hub.topic']}/other` : fields['hub.topic']!,
      ...(denies ? { 'hub.reason': 'not on the list' } : { 'hub.challenge': challenge }),
      ...(!denies && { 'hub.lease_seconds': leaseSeconds ?? fields['hub.lease_seconds'] ?? '' }),
    })
    const given = await fetch(`${fields['hub.callback']}?${query}`)
    const body = await given.text()
    push(answers, name, { status: given.status, body, type: given.headers.get('content-type') ?? '' })
    if (given.status >= 300 || body !== challenge) return
    if (mode === 'subscribe') held.set(name, fields)
    else held.delete(name)
  }

  /** What a publisher says has changed is fetched and sent to who asked for it. */
  async function spread(name: string, topic: string) {
    if (held.get(name)?.['hub.topic'] !== topic) return
    const answer = await fetch(topic)
    const body = new Uint8Array(await answer.arrayBuffer())
    await send(name, body, { 'content-type': answer.headers.get('content-type') ?? '' })
  }

  /** Sends a document to who asked for it; the status of the answer, or undefined where nobody did. */
  async function send(name: string, body: string | Uint8Array, more: Readonly<Record<string, string>> = {}) {
    const fields = held.get(name)
    if (!fields) return undefined
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const { signs = 'sha256' } = { ...personas[name], ...changed[name] }
    const secret = signs === 'with-another-secret' ? 'another' : fields['hub.secret']!
    const method = signs === 'with-another-secret' ? 'sha256' : signs
    const signature = signs === 'nothing' ? {} : { 'x-hub-signature': sign(method, secret, bytes) }
    const headers = { 'content-type': 'application/rss+xml', ...signature, ...more }
    const given = await fetch(fields['hub.callback']!, {
      method: 'POST',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers,
    })
    await given.text()
    return given.status
  }

  return {
    address,
    asked: (name: string): readonly HubAsked[] => asked.get(name) ?? [],
    answers: (name: string) => answers.get(name) ?? [],
    subscriber: (name: string) => held.get(name),
    send,
    change(name: string, persona: HubPersona) {
      changed[name] = { ...changed[name], ...persona }
    },
    /** It forgets whom it tells. */
    drop: (name: string) => held.delete(name),
    /** When it has asked back all it wanted to. */
    async settled() {
      while (running.length > 0) {
        const now = running
        running = []
        await Promise.all(now)
      }
    },
  }
}

function sign(method: string, secret: string, body: Uint8Array): string {
  return `${method}=${createHmac(method, secret).update(body).digest('hex')}`
}

function push<Value>(map: Map<string, Value[]>, name: string, value: Value): void {
  map.set(name, [...(map.get(name) ?? []), value])
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
