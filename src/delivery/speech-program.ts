import { primaryLanguage } from '../core/text/primary-language.ts'
import { runProgram } from './run-program.ts'
import type { Voice } from './voice.ts'
import { readWave } from './wave.ts'

const maxSoundBytes = 64 * 2 ** 20

/** A voice by espeak-ng, by name or path. It's run without a shell, with the text on its standard input. */
export function programVoice({
  command,
  timeoutMs = 60_000,
}: {
  readonly command: string
  /** Longest time for one text; a minute by default. */
  readonly timeoutMs?: number
}): Voice {
  let voices: Promise<ReadonlySet<string>> | undefined
  return {
    name: command,
    about: { kind: 'program', place: command, voices: {} },
    // espeak-ng reads any text: languages without a voice as English.
    speaks: () => true,
    async say({ language, text }, signal) {
      const heard = await (voices ??= listVoices(command, timeoutMs))
      if (signal?.aborted) return { kind: 'failed', message: 'The server is stopping.' }
      const args = ['-v', voiceFor(language, heard), '-b', '1', '--stdin', '--stdout']
      const spoken = await runProgram(command, args, { input: text, timeoutMs, mostBytes: maxSoundBytes })
      if (spoken.kind === 'failed') return spoken
      const sound = readWave(spoken.output)
      return sound ? { kind: 'said', sound } : { kind: 'failed', message: `${command} produced no sound.` }
    },
  }
}

/** The languages with a voice; empty if the program can't list them. */
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

/** A language's voice: by its own name, by another name espeak-ng uses, or English. */
function voiceFor(language: string, voices: ReadonlySet<string>): string {
  const primary = primaryLanguage(language)
  const named = [language.toLowerCase(), primary, otherNames[primary] ?? ''].find((name) => voices.has(name))
  return named ?? 'en'
}
