import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'
import { createSpeech } from './speech.ts'
import { readSpeechServer, readVoices, type SpeechServerSettings, serverVoice } from './speech-server.ts'
import { writeWave } from './wave.ts'

type Asked = { readonly method: string; readonly url: string; readonly key: string | undefined; readonly body: unknown }

/** A speech server that answers every text with a tone, longer for longer texts; `answer` may act first. */
async function speechServer(answer: (asked: Asked, response: ServerResponse) => boolean = () => false) {
  const asked: Asked[] = []
  const read = async (request: IncomingMessage) => JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'))
  const origin = await serve(async (request, response) => {
    const one = {
      method: request.method ?? '',
      url: request.url ?? '',
      key: request.headers.authorization,
      body: await read(request),
    }
    asked.push(one)
    if (answer(one, response)) return
    const { text, input } = one.body as { readonly text?: string; readonly input?: string }
    const samples = Buffer.alloc(2 * 160 * (text ?? input ?? '').length, 1)
    response.setHeader('content-type', 'audio/wav').end(writeWave([{ samplesPerSecond: 16_000, samples }], 0).file)
  })
  return { origin, asked }
}

const http = client({})
const voiceOf = (settings: Omit<SpeechServerSettings, 'post' | 'voices'> & Partial<SpeechServerSettings>) =>
  serverVoice({ voices: {}, post: http.post, ...settings })
const hello = { language: 'en', text: 'Good morning.' }

describe('a speech server', () => {
  it('of Piper is given the text and the voice of its language, and its sound is taken', async () => {
    const { origin, asked } = await speechServer()
    const voice = voiceOf({ url: origin, kind: 'piper', voices: { en: 'en_GB-alba', '*': 'other' } })
    const said = await voice.say(hello)
    assert.equal(said.kind === 'said' && said.sound.samples.length, 2 * 160 * hello.text.length)
    await voice.say({ language: 'ar-EG', text: 'صباح الخير' })
    assert.deepEqual(
      asked.map(({ method, url, body }) => [method, url, body]),
      [
        ['POST', '/', { text: hello.text, voice: 'en_GB-alba' }],
        ['POST', '/', { text: 'صباح الخير', voice: 'other' }],
      ],
    )
  })

  it('of a newer Piper is found at its newer address, once', async () => {
    const { origin, asked } = await speechServer(({ url }, response) => {
      if (url !== '/') return false
      response.writeHead(405).end()
      return true
    })
    const voice = voiceOf({ url: origin, kind: 'piper' })
    for (let turn = 0; turn < 2; turn += 1) assert.equal((await voice.say(hello)).kind, 'said')
    assert.deepEqual(
      asked.map(({ url }) => url),
      ['/', '/synthesize', '/synthesize'],
    )
  })

  it('that is OpenAI-compatible is asked for WAVE with model, voice and key, whatever its address ends in', async () => {
    const { origin, asked } = await speechServer()
    for (const path of ['', '/v1', '/v1/', '/proxy/v1/audio/speech']) {
      const voice = voiceOf({
        url: origin + path,
        kind: 'openai',
        key: 'secret',
        model: 'kokoro',
        voices: { en: 'nova' },
      })
      assert.equal((await voice.say(hello)).kind, 'said')
      assert.doesNotMatch(JSON.stringify([voice.name, voice.about]), /secret/)
    }
    assert.deepEqual(
      asked.map(({ url }) => url),
      ['/v1/audio/speech', '/v1/audio/speech', '/v1/audio/speech', '/proxy/v1/audio/speech'],
    )
    const [{ key, body }] = asked as [Asked]
    assert.equal(key, 'Bearer secret')
    const wanted = { model: 'kokoro', voice: 'nova', input: hello.text, response_format: 'wav', speed: 1 }
    assert.deepEqual(body, wanted)
  })

  it('speaks the languages it has voices for, or all when none is named', () => {
    const speaks = (voices: Readonly<Record<string, string>>) =>
      voiceOf({ url: 'http://127.0.0.1', kind: 'piper', voices }).speaks('fr-CA')
    assert.deepEqual(
      [speaks({}), speaks({ en: 'a' }), speaks({ fr: 'a' }), speaks({ '*': 'a' })],
      [true, false, true, true],
    )
  })

  it('that fails once is asked again; what it does not do is said in words, and nothing is thrown', async () => {
    const answers: readonly [number, string, RegExp][] = [
      [401, '', /Check the key/],
      [404, '', /Check TWOSOURCE_SPEECH/],
      [422, '', /voices and the model/],
      [302, '', /rejected the request|no sound/],
      [500, '', /failed \(500\)/],
      [200, '{"error":"no"}', /instead of WAVE sound/],
    ]
    for (const [status, body, message] of answers) {
      const { origin } = await speechServer((_, response) => {
        response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body)
        return true
      })
      const said = await voiceOf({ url: `${origin}/speak`, kind: 'piper' }).say(hello)
      assert.match(said.kind === 'failed' ? said.message : 'said', message, String(status))
    }
    let turns = 0
    const { origin } = await speechServer((_, response) => {
      turns += 1
      if (turns > 1) return false
      response.writeHead(503).end()
      return true
    })
    assert.equal((await voiceOf({ url: origin, kind: 'piper' }).say(hello)).kind, 'said')
    const gone = await voiceOf({ url: 'http://127.0.0.1:1', kind: 'openai' }).say(hello)
    assert.match(gone.kind === 'failed' ? gone.message : 'said', /can’t be reached/)
  })

  it('that floods or hangs is given up', async () => {
    const { origin } = await speechServer((asked, response) => {
      if (asked.url === '/flood') response.end(Buffer.alloc(70 * 2 ** 20))
      return true
    })
    const { post } = client({ timeoutMs: 3_000 })
    const said = async (path: string) => {
      const result = await voiceOf({ url: origin + path, kind: 'piper', post }).say(hello)
      return result.kind === 'failed' ? result.message : 'said'
    }
    assert.match(await said('/flood'), /more than/)
    assert.match(await said('/hang'), /did not answer within/)
  })
})

describe('a recording by a server', () => {
  it('is made in the background, says how far it is, and knows when each sentence is said', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twosource-server-voice-'))
    const held: (() => void)[] = []
    let isHeld = true
    const { origin } = await speechServer((asked, response) => {
      if (!isHeld || (asked.body as { readonly text: string }).text !== 'Two.') return false
      held.push(() => response.end())
      return true
    })
    const speech = createSpeech({ voice: voiceOf({ url: origin, kind: 'piper', voices: { en: 'a' } }), folder })
    const parts = ['One.', 'Two.', 'Three three.'].map((text) => ({ language: 'en', text }))
    type State = Awaited<ReturnType<typeof speech.state>>
    const until = async (isThere: (state: State) => boolean) => {
      for (;;) {
        await setTimeout(1)
        const state = await speech.state(parts)
        if (isThere(state)) return state
      }
    }
    assert.equal(speech.start(parts), true)
    assert.equal(speech.start(parts), true, 'asked twice it is made once')
    const making = await until(() => held.length > 0)
    assert.deepEqual(making, { kind: 'making', share: 1 / 3 })
    held[0]!()
    // It sent no sound for the second sentence, so the whole recording fails until it's started again.
    const failed = await until(({ kind }) => kind !== 'making')
    assert.match(failed.kind === 'failed' ? failed.message : failed.kind, /instead of WAVE sound/)
    isHeld = false
    speech.start(parts)
    assert.equal((await until(({ kind }) => kind !== 'making')).kind, 'recorded')
    const { cues } = (await speech.find(parts))!
    assert.deepEqual(
      cues.map(({ from, until }) => [from, until]),
      [
        [0, 0.04],
        [0.39, 0.43],
        [0.78, 0.9],
      ],
    )
    await rm(folder, { recursive: true, force: true })
  })

  it('reads a language without a voice by the voice of the whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twosource-server-voice-'))
    const { origin, asked } = await speechServer()
    const speech = createSpeech({ voice: voiceOf({ url: origin, kind: 'piper', voices: { en: 'a' } }), folder })
    assert.equal(speech.speaks('ar'), false)
    await speech.record([hello, { language: 'ar', text: 'صباح الخير' }])
    assert.deepEqual(
      asked.map(({ body }) => (body as { readonly voice: string }).voice),
      ['a', 'a'],
    )
    await rm(folder, { recursive: true, force: true })
  })
})

describe('the URL of a speech server', () => {
  it('tells its kind by its path, and may carry a key and a model', () => {
    assert.deepEqual(readSpeechServer('http://127.0.0.1:5000'), { url: 'http://127.0.0.1:5000/', kind: 'piper' })
    assert.deepEqual(readSpeechServer('https://:a%2Fb@voice.example/v1/?x=1&model=kokoro'), {
      url: 'https://voice.example/v1/?x=1',
      kind: 'openai',
      key: 'a/b',
      model: 'kokoro',
    })
    assert.equal(readSpeechServer('https://voice.example/v1/audio/speech')?.kind, 'openai')
    for (const none of ['espeak-ng', 'ftp://a', 'http://name:key@a', 'http://:%@a', 'http://:%20@a'])
      assert.equal(readSpeechServer(none), undefined, none)
  })
})

describe('the list of voices', () => {
  it('is read, or refused whole', () => {
    assert.deepEqual(readVoices(' en=en_GB-alba-medium ,FR=siwis, *=a b '), {
      en: 'en_GB-alba-medium',
      fr: 'siwis',
      '*': 'a b',
    })
    for (const text of ['', 'en', 'en=', '=a', 'english=a', 'en=a,,fr=b'])
      assert.equal(readVoices(text), undefined, text)
  })
})
