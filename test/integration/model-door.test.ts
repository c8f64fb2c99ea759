import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { ModelRequest } from '../../src/core/model.ts'
import { defaultModelChoice } from '../../src/core/reading/model-choice.ts'
import { streamPost } from '../../src/http/stream-post.ts'
import { type CurrentModelChoice, createModelPort, type UseCount } from '../../src/providers/model-port.ts'
import { broken, failing, marker, writing } from '../model-behaviours.ts'
import { type ModelServerUnderTest, startModelServer } from '../model-server.ts'

const key = 'sk-canary-7f3a9b'
const request: ModelRequest = {
  use: 'summary',
  instructions: 'Write at most 2 claims.',
  data: [{ label: 'Numbered sentences', text: '1. The bridge opened.\n2. It took nine years.' }],
  maxTokens: 500,
}

describe('the door to a model', () => {
  let server: ModelServerUnderTest
  before(async () => {
    server = await startModelServer(writing.honest!)
  })
  after(() => server.close())

  function open(choice: Partial<CurrentModelChoice> = {}, spent = { calls: 0, tokens: 0 }) {
    const counted: (UseCount & { use: string })[] = []
    const inForce: CurrentModelChoice = {
      ...defaultModelChoice,
      address: server.address,
      name: 'scripted',
      key,
      timeoutSeconds: 60,
      stallSeconds: 60,
      switches: { summaries: true, judging: true, answers: true, translation: true, embeddings: true },
      embeddingName: 'scripted-vectors',
      ...choice,
    }
    const port = createModelPort({
      seen: () => inForce,
      current: async () => inForce,
      ledger: {
        spent: async () => spent,
        count: async (use, count) => void counted.push({ use, ...count }),
      },
      send: (url, options) =>
        streamPost({ userAgent: 'Twosource test', allowPrivate: true, connectTimeoutMs: 30_000 }, url, options),
    })
    return { port, counted }
  }

  test('asks with our orders apart from the text of others, fenced, without tools, and counts', async () => {
    server.behave(writing.honest!)
    const { port, counted } = open()
    const told: string[] = []
    const answer = await port.complete({ ...request, onText: (soFar) => told.push(soFar) })
    assert.ok(answer.kind === 'answered')
    assert.equal(JSON.parse(answer.text).claims.length, 2)
    assert.equal(answer.model, 'scripted')
    assert.ok(told.length > 2 && told.at(-1) === answer.text)
    assert.deepEqual(counted, [{ use: 'summary', calls: 1, failures: 0, tokensIn: 321, tokensOut: 45 }])
    const { path, body, headers } = server.requests.at(-1)!
    assert.equal(path, '/v1/chat/completions')
    assert.equal(headers.authorization, `Bearer ${key}`)
    assert.equal(headers['user-agent'], 'Twosource test')
    const sent = JSON.parse(body)
    assert.deepEqual(Object.keys(sent).sort(), ['max_tokens', 'messages', 'model', 'stream', 'stream_options'])
    const [system, user] = sent.messages
    assert.match(system.content, /Write at most 2 claims\./)
    const mark = /<<<(\w{18})/.exec(system.content)?.[1]
    assert.ok(mark && user.content.includes(`<<<${mark}\n1. The bridge opened.`))
    assert.ok(!body.includes(key))
  })

  test('has every failure of a server as a value, within its limits', async () => {
    const kinds: Record<string, string> = {}
    for (const [name, behaviour] of Object.entries(failing)) {
      server.behave(behaviour)
      // A machine that does much else may take its time over all the others.
      const { port, counted } = open(name === 'stalls' ? { stallSeconds: 1 } : {})
      const answer = await port.complete(request)
      kinds[name] = answer.kind === 'failed' ? `failed: ${answer.why}` : answer.kind
      assert.equal(counted.length, 1, name)
      assert.equal(counted[0]!.failures, 1, name)
      if (name === 'is busy') assert.equal(answer.kind === 'failed' && answer.retryAfterSeconds, 17)
      if (answer.kind === 'failed') assert.ok(!answer.reason.includes(marker), name)
    }
    assert.deepEqual(kinds, {
      'floods a text': 'too-long',
      'floods claims': 'too-long',
      'floods thoughts': 'too-long',
      stalls: 'timeout',
      'breaks off': 'failed: form',
      'writes nothing': 'failed: empty',
      'sends no JSON': 'failed: form',
      'reports an error inside': 'failed: form',
      'wants a key': 'failed: key',
      'knows no such model': 'failed: not-found',
      'is busy': 'failed: busy',
      fails: 'failed: server',
      'answers with a page': 'failed: form',
      'sends elsewhere': 'failed: redirect',
      'sends elsewhere for good': 'failed: redirect',
    })
    assert.deepEqual(server.canaryCalls, [])
  })

  test('has no tools to be called, and takes nothing for an answer that is none', async () => {
    server.behave(writing['calls tools']!)
    const answer = await open().port.complete(request)
    assert.equal(answer.kind === 'failed' && answer.why, 'empty')
    for (const [name, written] of Object.entries(broken)) {
      server.behave((asked) => ({ kind: 'text', text: written(asked) }))
      const each = await open().port.complete({ ...request, maxTokens: 40_000 })
      assert.ok(each.kind === 'answered' || name === 'thoughts alone', `${name}: ${JSON.stringify(each)}`)
    }
    assert.deepEqual(server.canaryCalls, [])
  })

  test('thoughts are left out', async () => {
    server.behave(() => ({ kind: 'text', text: '<think>hm, hm</think>\n\nYes.', usage: false }))
    const { port, counted } = open()
    const answer = await port.complete(request)
    assert.equal(answer.kind === 'answered' && answer.text, 'Yes.')
    assert.ok(counted[0]!.tokensIn! > 50 && counted[0]!.tokensOut! > 3)
  })

  test('a server that echoes the key does not get it into a reason', async () => {
    server.behave(() => ({
      kind: 'status',
      status: 401,
      body: JSON.stringify({ error: { message: `Incorrect API key provided: ${key}.` } }),
    }))
    const answer = await open().port.complete(request)
    assert.ok(answer.kind === 'failed')
    assert.equal(answer.reason, 'status 401: Incorrect API key provided: ….')
  })

  test('asks for a form, and without it where the server refuses that', async () => {
    const form = { name: 'numbers', schema: { type: 'object' } }
    const formOf = (at: number) => JSON.parse(server.requests.at(at)!.body).response_format
    server.behave(writing.honest!)
    assert.equal((await open().port.complete({ ...request, form })).kind, 'answered')
    assert.deepEqual(formOf(-1), { type: 'json_schema', json_schema: { ...form, strict: true } })
    assert.equal((await open().port.complete(request)).kind, 'answered')
    assert.equal(formOf(-1), undefined)
    const before = server.requests.length
    server.behave((asked) =>
      formOf(-1) === undefined
        ? writing.honest!(asked)
        : { kind: 'status', status: 400, body: JSON.stringify({ error: { message: 'response_format is unknown' } }) },
    )
    const { port, counted } = open({ name: 'plain' })
    for (let times = 0; times < 2; times++) assert.equal((await port.complete({ ...request, form })).kind, 'answered')
    assert.equal(server.requests.length - before, 3, 'the second time it is not tried')
    assert.equal(counted.length, 2)
  })

  test('asks for nothing that is off, over budget or cancelled', async () => {
    server.behave(writing.honest!)
    const before = server.requests.length
    const off = open({ switches: { ...defaultModelChoice.switches, answers: true } }).port
    assert.equal(off.isOn('summary'), false)
    assert.equal(off.isOn('answer'), true)
    assert.deepEqual(await off.complete(request), { kind: 'off' })
    assert.deepEqual(await open({ address: '' }).port.complete(request), { kind: 'off' })
    assert.deepEqual(await open({ embeddingName: '' }).port.embed(['a']), { kind: 'off' })
    for (const spent of [
      { calls: 10, tokens: 0 },
      { calls: 0, tokens: 50 },
    ]) {
      const { port, counted } = open({ callsPerDay: 10, tokensPerDay: 50 }, spent)
      assert.deepEqual(await port.complete(request), { kind: 'over-budget' })
      assert.deepEqual(counted, [])
    }
    assert.deepEqual(await open().port.complete({ ...request, signal: AbortSignal.abort() }), { kind: 'cancelled' })
    assert.equal(server.requests.length, before)
  })

  test('many at once do not pass the budget together', async () => {
    server.behave(writing.honest!)
    const { port } = open({ callsPerDay: 3 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => port.complete(request)))
    assert.equal(answers.filter(({ kind }) => kind === 'answered').length, 3)
  })

  test('stops at once when it is cancelled, in the middle too', async () => {
    server.behave(failing.stalls!)
    const controller = new AbortController()
    const answer = open().port.complete({
      ...request,
      signal: controller.signal,
      onText: () => controller.abort(),
    })
    assert.deepEqual(await answer, { kind: 'cancelled' })
  })

  test('a server that is not there is a value too', async () => {
    const answer = await open({ address: 'http://127.0.0.1:9/v1' }).port.complete(request)
    assert.equal(answer.kind === 'failed' && answer.why, 'unreachable')
  })

  test('vectors are of length 1 and in order, or none', async () => {
    const { port, counted } = open()
    const texts = Array.from({ length: 70 }, (_, index) => `word${index} again`)
    const made = await port.embed(texts)
    assert.ok(made.kind === 'embedded')
    assert.equal(made.vectors.length, 70)
    assert.ok(made.vectors.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-5))
    assert.deepEqual(
      counted.map(({ calls, use }) => [calls, use]),
      [
        [1, 'embedding'],
        [1, 'embedding'],
      ],
    )
    for (const wrong of [
      () => [],
      () => [[1, 2]],
      () => [
        [0, 0],
        [0, 0],
      ],
      () => [[1], [1, 2]],
      () => [
        [null, 1],
        [1, 1],
      ],
      () => [['a'], ['b']],
      () => 'no',
      () => undefined,
    ]) {
      server.behaveVectors(wrong)
      const answer = await port.embed(['a', 'b'])
      assert.equal(answer.kind, 'failed', String(wrong))
    }
  })
})
