import { createHash } from 'node:crypto'
import type { Recording, RecordingState, SpeechTrial, VoiceFacts } from '../core/feed/recording.ts'
import { nth } from '../core/nth.ts'
import { openRecordingFolder } from './recording-folder.ts'
import { runProgram } from './run-program.ts'
import { formOf } from './sound-encoders.ts'
import type { SpokenText, Voice } from './voice.ts'
import { lengthOf, type Sound, writeWave } from './wave.ts'

/** The voice, the encoder, and where recordings are stored. */
type SpeechSettings = {
  /** If absent, nothing is read aloud. */
  readonly voice?: Voice
  /** opusenc, lame or ffmpeg, by name or path; if absent, recordings stay WAVE. */
  readonly encoder?: string
  readonly folder: string
  /** Longest time for the encoder; a minute by default. */
  readonly timeoutMs?: number
  /** Space for recordings in the data folder; the oldest are deleted first. */
  readonly folderBytes?: number
}

type RecordingResult =
  | { readonly kind: 'recorded'; readonly recording: Recording }
  | { readonly kind: 'failed'; readonly message: string }

/** Reads texts aloud into files. */
export type Speech = {
  readonly isSet: boolean
  readonly about: VoiceFacts
  /** File extension of recordings. */
  readonly extension: string
  speaks(language: string): boolean
  /** Records a text, or returns its stored recording. */
  record(parts: readonly SpokenText[]): Promise<RecordingResult>
  /** Starts a recording in the background; false when too many are waiting. */
  start(parts: readonly SpokenText[]): boolean
  state(parts: readonly SpokenText[]): Promise<RecordingState>
  find(parts: readonly SpokenText[]): Promise<Recording | undefined>
  /** Speaks one text and stores nothing. */
  tryOut(part: SpokenText): Promise<SpeechTrial>
  /** Cancels what is running. */
  close(): void
}

const maxCharacters = 60_000
const maxSoundBytes = 192 * 2 ** 20
const maxWaiting = 20
const failuresKept = 200
const restMs = 350

/** Creates the reader. It speaks one text at a time; failures are returned as values, and unfinished recordings leave no file. */
export function createSpeech(settings: SpeechSettings): Speech {
  const { voice, encoder, folder, timeoutMs = 60_000, folderBytes = 256 * 2 ** 20 } = settings
  const form = formOf(encoder)
  const { extension } = form
  if (voice === undefined) return noSpeech(extension)
  const kept = openRecordingFolder(folder, form, folderBytes)
  const stopping = new AbortController()
  const shares = new Map<string, number>()
  const failures = new Map<string, string>()
  let order: Promise<unknown> = Promise.resolve()
  const keyOf = (parts: readonly SpokenText[]) =>
    createHash('sha256')
      .update(JSON.stringify([voice.name, encoder, parts]))
      .digest('hex')
      .slice(0, 32)

  const make = async (parts: readonly SpokenText[], key: string): Promise<RecordingResult> => {
    const known = await kept.find(key)
    if (known) return { kind: 'recorded', recording: known }
    const sounds: Sound[] = []
    let size = 0
    for (const { language, text } of parts) {
      if (stopping.signal.aborted) return { kind: 'failed', message: 'The server is stopping.' }
      if (shares.has(key)) shares.set(key, sounds.length / parts.length)
      // A language without a voice is read by the voice of the whole text.
      const spoken = voice.speaks(language) ? language : nth(parts, 0).language
      const said = await voice.say({ language: spoken, text }, stopping.signal)
      if (said.kind === 'failed') return said
      size += said.sound.samples.length
      if (size > maxSoundBytes) return { kind: 'failed', message: 'The recording would be too long.' }
      sounds.push(said.sound)
    }
    const { file, seconds, starts } = writeWave(sounds, restMs)
    const coded = form.args
      ? await runProgram(encoder!, form.args, { input: file, timeoutMs, mostBytes: maxSoundBytes })
      : undefined
    if (coded?.kind === 'failed') return coded
    const cues = parts.map(({ text }, index) => {
      const from = nth(starts, index)
      return { from: rounded(from), until: rounded(from + lengthOf(nth(sounds, index))), text }
    })
    return { kind: 'recorded', recording: await kept.keep(key, coded?.output ?? file, { seconds, cues }) }
  }

  const queue = (parts: readonly SpokenText[], key: string): Promise<RecordingResult> => {
    if (parts.reduce((sum, { text }) => sum + text.length, 0) > maxCharacters)
      return Promise.resolve({ kind: 'failed', message: `The text is longer than ${maxCharacters} characters.` })
    if (parts.length === 0) return Promise.resolve({ kind: 'failed', message: 'There is no text to read aloud.' })
    const made = order.then(() => make(parts, key))
    order = made.catch(() => {})
    return made
  }

  return {
    isSet: true,
    about: voice.about,
    extension,
    speaks: voice.speaks,
    record: (parts) => queue(parts, keyOf(parts)),
    start(parts) {
      const key = keyOf(parts)
      if (shares.has(key)) return true
      if (shares.size >= maxWaiting || stopping.signal.aborted) return false
      shares.set(key, 0)
      failures.delete(key)
      queue(parts, key)
        // A full disk is reported to the caller only.
        .catch((error: unknown) => ({ kind: 'failed' as const, message: String(error) }))
        .then((result) => {
          shares.delete(key)
          if (result.kind === 'failed') failures.set(key, result.message)
          for (const oldest of failures.keys()) if (failures.size > failuresKept) failures.delete(oldest)
        })
      return true
    },
    async state(parts) {
      const key = keyOf(parts)
      const share = shares.get(key)
      if (share !== undefined) return { kind: 'making', share }
      const found = await kept.find(key)
      if (found) return { kind: 'recorded', seconds: found.seconds, bytes: found.bytes }
      const message = failures.get(key)
      return message === undefined ? { kind: 'none' } : { kind: 'failed', message }
    },
    find: (parts) => kept.find(keyOf(parts)),
    async tryOut(part) {
      const begun = performance.now()
      const said = await voice.say(part, stopping.signal)
      const tookMs = Math.round(performance.now() - begun)
      if (said.kind === 'failed') return { ...said, tookMs }
      return { kind: 'said', seconds: lengthOf(said.sound), bytes: said.sound.samples.length, tookMs }
    },
    close: () => stopping.abort(),
  }
}

function noSpeech(extension: string): Speech {
  const message = 'No voice is set up.'
  return {
    isSet: false,
    about: { kind: 'none', place: '', voices: {} },
    extension,
    speaks: () => false,
    record: async () => ({ kind: 'failed', message }),
    start: () => false,
    state: async () => ({ kind: 'none' }),
    find: async () => undefined,
    tryOut: async () => ({ kind: 'failed', message, tookMs: 0 }),
    close() {},
  }
}

/** To milliseconds. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
