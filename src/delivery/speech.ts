import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runProgram } from './run-program.ts'
import { readWave, type Sound, writeWave } from './wave.ts'

/** Which program reads aloud, which one makes its sound small, and where recordings are kept. */
export type SpeechSettings = {
  /** espeak-ng, by name or by path; absent: nothing is read aloud here. */
  readonly command?: string
  /** opusenc, lame or ffmpeg, by name or by path; absent: recordings stay WAVE. */
  readonly encoder?: string
  readonly folder: string
  /** Longest time one program may take; a minute unless told. */
  readonly timeoutMs?: number
  /** How much of the data folder recordings may take; the oldest go first. */
  readonly folderBytes?: number
}

export type SpokenText = { readonly language: string; readonly text: string }

export type Recording = {
  readonly contentType: string
  readonly bytes: number
  readonly seconds: number
  read(): Promise<Buffer>
}

export type RecordingResult =
  | { readonly kind: 'recorded'; readonly recording: Recording }
  | { readonly kind: 'failed'; readonly message: string }

/** Reads texts aloud into files. */
export type Speech = {
  readonly isSet: boolean
  /** The end of the name of a recording. */
  readonly extension: string
  /** The recording of a text, made once: the same text is answered from the folder. */
  record(parts: readonly SpokenText[]): Promise<RecordingResult>
}

const mostCharacters = 60_000
const mostSoundBytes = 128 * 2 ** 20
const restMs = 350

const encoders = {
  opusenc: { extension: 'opus', contentType: 'audio/ogg', args: ['--quiet', '--bitrate', '24', '-', '-'] },
  lame: { extension: 'mp3', contentType: 'audio/mpeg', args: ['--quiet', '-V', '6', '-', '-'] },
  ffmpeg: {
    extension: 'opus',
    contentType: 'audio/ogg',
    args: ['-loglevel', 'error', '-i', 'pipe:0', '-c:a', 'libopus', '-b:a', '24k', '-f', 'ogg', 'pipe:1'],
  },
} as const
const plain = { extension: 'wav', contentType: 'audio/wav' } as const

/** A voice over the settings. Programs run one at a time, without a shell, and are given the text on standard input. */
export function createSpeech(settings: SpeechSettings): Speech {
  const { command, encoder, folder, timeoutMs = 60_000, folderBytes = 256 * 2 ** 20 } = settings
  const coder = encoder === undefined ? undefined : encoders[basename(encoder) as keyof typeof encoders]
  const { extension, contentType } = coder ?? plain
  if (command === undefined)
    return { isSet: false, extension, record: async () => ({ kind: 'failed', message: 'No voice is set here.' }) }
  const limits = { timeoutMs, mostBytes: mostSoundBytes }
  let voices: Promise<ReadonlySet<string>> | undefined
  let order: Promise<unknown> = Promise.resolve()

  const find = async (key: string): Promise<Recording | undefined> => {
    const name = (await readdir(folder)).find((each) => each.startsWith(`${key}-`) && each.endsWith(`.${extension}`))
    if (name === undefined) return undefined
    const path = join(folder, name)
    const seconds = Number(/-([\d.]+)s\./.exec(name)?.[1] ?? 0)
    return { contentType, bytes: (await stat(path)).size, seconds, read: () => readFile(path) }
  }

  const make = async (parts: readonly SpokenText[], key: string): Promise<RecordingResult> => {
    await mkdir(folder, { recursive: true })
    const known = await find(key)
    if (known) return { kind: 'recorded', recording: known }
    const heard = await (voices ??= listVoices(command, timeoutMs))
    const sounds: Sound[] = []
    for (const { language, text } of parts) {
      const voice = voiceFor(language, heard)
      const spoken = await runProgram(command, ['-v', voice, '-b', '1', '--stdin', '--stdout'], {
        input: text,
        ...limits,
      })
      if (spoken.kind === 'failed') return spoken
      const sound = readWave(spoken.output)
      if (!sound) return { kind: 'failed', message: `${command} wrote no sound.` }
      sounds.push(sound)
    }
    const { file, seconds } = writeWave(sounds, restMs)
    const coded = coder ? await runProgram(encoder!, coder.args, { input: file, ...limits }) : undefined
    if (coded?.kind === 'failed') return coded
    const path = join(folder, `${key}-${seconds.toFixed(1)}s.${extension}`)
    // Written under another name first: whoever finds it finds all of it.
    await writeFile(`${path}.part`, coded?.output ?? file, { mode: 0o600 })
    await rename(`${path}.part`, path)
    await keepWithin(folder, folderBytes, path)
    return { kind: 'recorded', recording: (await find(key))! }
  }

  return {
    isSet: true,
    extension,
    record(parts) {
      if (parts.reduce((sum, { text }) => sum + text.length, 0) > mostCharacters)
        return Promise.resolve({ kind: 'failed', message: `The text is longer than ${mostCharacters} characters.` })
      const key = createHash('sha256')
        .update(JSON.stringify([command, parts]))
        .digest('hex')
        .slice(0, 32)
      const made = order.then(() => make(parts, key))
      order = made.catch(() => {})
      return made
    },
  }
}

/** The languages a voice knows; none where it cannot say. */
async function listVoices(command: string, timeoutMs: number): Promise<ReadonlySet<string>> {
  const listed = await runProgram(command, ['--voices'], { input: '', timeoutMs, mostBytes: 2 ** 20 })
  if (listed.kind === 'failed') return new Set()
  const lines = listed.output.toString('utf8').split('\n').slice(1)
  return new Set(lines.map((line) => line.trim().split(/\s+/)[1] ?? '').filter((language) => language !== ''))
}

const otherNames: Readonly<Record<string, string>> = {
  zh: 'cmn',
  no: 'nb',
  iw: 'he',
  fr: 'fr-fr',
  en: 'en-gb',
  pt: 'pt',
}

/** The voice of a language: under its own name, under another that it has, or of English. */
function voiceFor(language: string, voices: ReadonlySet<string>): string {
  const primary = language.toLowerCase().split('-')[0]!
  const named = [language.toLowerCase(), primary, otherNames[primary] ?? ''].find((name) => voices.has(name))
  return named ?? 'en'
}

async function keepWithin(folder: string, mostBytes: number, newest: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name)
      const { size, mtimeMs } = await stat(path)
      return { path, size, mtimeMs }
    }),
  )
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, size } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= mostBytes || path === newest) continue
    await rm(path, { force: true })
    total -= size
  }
}
