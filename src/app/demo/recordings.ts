import { readFileSync } from 'node:fs'
import type { EditionArticle } from './edition.ts'

/** Its voices do not exist, so a recording of the edition is silent: it shows what opens at which second. */
const SECONDS = 750
const SAMPLES_PER_SECOND = 4_000

/** The paths of an article's recording and of its transcript; undefined for an article to be read. */
export function recordingOf({ kind, outlet, slug }: Pick<EditionArticle, 'kind' | 'outlet' | 'slug'>) {
  if (kind !== 'audio') return undefined
  const path = `/${outlet.id}/audio/${slug}`
  return { file: `${path}.wav`, fileType: 'audio/wav', transcript: `${path}.vtt`, transcriptType: 'text/vtt' }
}

/** The recording or the transcript at a path of the demo server. */
export function recordingAt(
  path: string,
  articles: readonly EditionArticle[],
): { readonly type: string; readonly body: Buffer } | undefined {
  for (const article of articles) {
    const recording = recordingOf(article)
    if (path === recording?.file) return { type: recording.fileType, body: silence() }
    if (path === recording?.transcript) {
      const file = new URL(`./edition/${article.outlet.id}/${article.slug}.vtt`, import.meta.url)
      return { type: recording.transcriptType, body: readFileSync(file) }
    }
  }
  return undefined
}

/** WAVE with 8 bits a sample, one channel. */
function silence(): Buffer {
  const bytes = SECONDS * SAMPLES_PER_SECOND
  const wave = Buffer.alloc(44 + bytes, 128)
  wave.write('RIFF', 0)
  wave.writeUInt32LE(36 + bytes, 4)
  wave.write('WAVEfmt ', 8)
  wave.writeUInt32LE(16, 16)
  wave.writeUInt16LE(1, 20)
  wave.writeUInt16LE(1, 22)
  wave.writeUInt32LE(SAMPLES_PER_SECOND, 24)
  wave.writeUInt32LE(SAMPLES_PER_SECOND, 28)
  wave.writeUInt16LE(1, 32)
  wave.writeUInt16LE(8, 34)
  wave.write('data', 36)
  wave.writeUInt32LE(bytes, 40)
  return wave
}
