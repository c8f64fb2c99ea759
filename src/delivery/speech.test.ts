import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { briefDocument } from '../export/brief-fixture.ts'
import { briefScript } from '../export/brief-script.ts'
import { findEncoder, formOf } from './sound-encoders.ts'
import { createSpeech } from './speech.ts'
import { programVoice } from './speech-program.ts'

const isMissing = (name: string) => (existsSync(`/usr/bin/${name}`) ? false : `${name} is not installed`)
const skip = isMissing('espeak-ng') || isMissing('sox')

const espeak = programVoice({ command: 'espeak-ng' })

describe('reading aloud', { skip }, () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twosource-speech-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('makes a recording that is as long as it says, and no silence', async () => {
    const speech = createSpeech({ voice: espeak, folder: join(folder, 'kept') })
    const made = await speech.record(briefScript(briefDocument))
    assert.ok(made.kind === 'recorded', JSON.stringify(made))
    const { recording } = made
    assert.equal(recording.contentType, 'audio/wav')
    const path = join(folder, 'a.wav')
    const bytes = await recording.read()
    assert.equal(bytes.length, recording.bytes)
    await writeFile(path, bytes)
    const measure = spawnSync('sox', [path, '-n', 'stat'], { encoding: 'utf8' }).stderr
    const of = (name: string) => Number(new RegExp(`${name}[^:]*:\\s*([\\d.]+)`).exec(measure)?.[1])
    assert.ok(of('Length') > 20, measure)
    assert.ok(Math.abs(of('Length') - recording.seconds) < 0.2, measure)
    assert.ok(of('RMS     amplitude') > 0.02, measure)
    const again = await speech.record(briefScript(briefDocument))
    assert.ok(again.kind === 'recorded')
    assert.equal((await readdir(join(folder, 'kept'))).length, 2, 'the same text is recorded once, with its times')
  })

  it('knows when each sentence is said: in order, within the recording, each as long as it is heard', async () => {
    const parts = [
      { language: 'en', text: 'The ferry is late.' },
      { language: 'fr', text: 'Le pont sera fermé jusqu’au printemps prochain, dit la mairie.' },
      { language: 'en', text: 'No.' },
    ]
    const speech = createSpeech({ voice: espeak, folder: join(folder, 'cued') })
    assert.deepEqual(await speech.state(parts), { kind: 'none' })
    const made = await speech.record(parts)
    assert.ok(made.kind === 'recorded')
    const { cues, seconds } = made.recording
    assert.deepEqual(
      cues.map(({ text }) => text),
      parts.map(({ text }) => text),
    )
    let before = 0
    for (const { from, until } of cues) {
      assert.ok(from >= before && until > from && until <= seconds)
      before = until
    }
    const [first, second, third] = cues.map(({ from, until }) => until - from)
    assert.ok(second! > first! && first! > third!, JSON.stringify(cues))
    const state = await speech.state(parts)
    assert.deepEqual(state, { kind: 'recorded', seconds, bytes: made.recording.bytes })
    assert.deepEqual(await made.recording.read(4, 11), (await made.recording.read()).subarray(4, 12))
  })

  it('reads what looks like an option or a command as text', async () => {
    const speech = createSpeech({ voice: espeak, folder: join(folder, 'odd') })
    const text = '--help; $(touch /tmp/never) `id` <speak> -f /etc/passwd'
    const made = await speech.record([{ language: '--voices', text }])
    assert.equal(made.kind, 'recorded')
    assert.equal(existsSync('/tmp/never'), false)
  })

  it('makes the recording small where a program for it is set', { skip: isMissing('opusenc') }, async () => {
    const speech = createSpeech({ voice: espeak, encoder: 'opusenc', folder: join(folder, 'small') })
    const made = await speech.record(briefScript(briefDocument))
    assert.ok(made.kind === 'recorded')
    assert.equal(made.recording.contentType, 'audio/ogg')
    assert.equal(Buffer.from(await made.recording.read()).toString('latin1', 0, 4), 'OggS')
  })
})

describe('a program that reads aloud', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twosource-speech-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  const program = async (name: string, script: string) => {
    const path = join(folder, name)
    await writeFile(path, `#!/bin/sh\n${script}\n`)
    await chmod(path, 0o700)
    return path
  }
  const text = [{ language: 'en', text: 'Words' }]

  it('that hangs, floods, fails or is none leaves no recording and no crash', async () => {
    const scripts = { hangs: 'exec sleep 30', floods: 'exec yes', fails: 'exit 3', silent: 'exit 0' }
    for (const [name, script] of Object.entries(scripts)) {
      const kept = join(folder, `kept-${name}`)
      const voice = programVoice({ command: await program(name, script), timeoutMs: 700 })
      const speech = createSpeech({ voice, folder: kept })
      assert.equal((await speech.record(text)).kind, 'failed', name)
      assert.equal(existsSync(kept), false)
    }
    const none = createSpeech({ voice: programVoice({ command: join(folder, 'none') }), folder: join(folder, 'kept') })
    assert.equal((await none.record(text)).kind, 'failed')
  })

  it('is not asked to read without end, and is needed at all', async () => {
    const speech = createSpeech({
      voice: programVoice({ command: await program('never', 'exit 1') }),
      folder: join(folder, 'kept'),
    })
    const long = await speech.record([{ language: 'en', text: 'x'.repeat(60_001) }])
    assert.match(long.kind === 'failed' ? long.message : '', /longer than/)
    const off = createSpeech({ folder })
    assert.deepEqual([off.isSet, (await off.record(text)).kind], [false, 'failed'])
  })
})

describe('what makes recordings smaller', () => {
  it('is found in PATH', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twosource-encoders-'))
    assert.equal(await findEncoder(`${folder}:/nowhere`), undefined)
    await writeFile(join(folder, 'opusenc'), '')
    await writeFile(join(folder, 'lame'), '', { mode: 0o755 })
    const found = await findEncoder(`/nowhere:${folder}`)
    assert.equal(found, join(folder, 'lame'))
    assert.equal(formOf(found).extension, 'mp3')
    await rm(folder, { recursive: true })
  })
})
