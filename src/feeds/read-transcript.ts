import { findJsonOf } from '../core/parse-json-of.ts'
import type { TranscriptLine } from '../core/transcript.ts'
import { oneLine } from './feed-elements.ts'
import { plainText } from './plain-text.ts'
import { secondsOf } from './read-number.ts'

/** Cues are cut for a screen; read as text, they go on until a sentence ends, or until this many characters. */
const PASSAGE = 400
const MOST = 20_000
/** In JSON: more than any transcript of 4 MB holds. */
const MOST_VALUES = 500_000

/** White space within its line alone, and so much of it: looked for on every line, what goes on for ever would be gone over each time. */
const TIMES = /^[^\S\r\n]{0,100}(\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?)[^\S\r\n]{1,100}-->[^\S\r\n]{1,100}\d/

/**
 * Reads a transcript: WebVTT, SubRip, the JSON of Podcasting 2.0, HTML or plain text, told apart by what is in it (media types
 * are often wrong). Gives plain text in passages; undefined when there is none.
 */
export function readTranscript(text: string): readonly TranscriptLine[] | undefined {
  const body = text.replace(/^\ufeff/, '').trimStart()
  const lines = /^[{[]/.test(body) ? jsonLines(body) : TIMES_SOMEWHERE.test(body) ? cueLines(body) : plainLines(body)
  const passages = joined(lines.slice(0, MOST))
  return passages.length > 0 ? passages : undefined
}

const TIMES_SOMEWHERE = new RegExp(TIMES.source, 'm')

/** Cues of WebVTT and SubRip: a line of times, then text up to an empty line. */
function cueLines(body: string): readonly TranscriptLine[] {
  const found: TranscriptLine[] = []
  let startSeconds: number | undefined
  let said: string[] = []
  const end = () => {
    // One by one: they may be more than a call takes arguments.
    if (startSeconds !== undefined) for (const line of voices(said.join(' '), startSeconds)) found.push(line)
    startSeconds = undefined
    said = []
  }
  for (const line of body.split(/\r\n|\n|\r/)) {
    const times = TIMES.exec(line)
    if (times) {
      end()
      startSeconds = secondsOf(times[1]!.replace(',', '.'))
    } else if (line.trim() === '') end()
    else said.push(line)
  }
  end()
  return found
}

/** The text of a cue by who says it: `<v Ada>`, else `Ada: ` at its beginning as SubRip files have it. */
function voices(cue: string, startSeconds: number): readonly TranscriptLine[] {
  return cue.split(/(?=<v[ .])/i).flatMap((part): readonly TranscriptLine[] => {
    const speaker = oneLine(plainText(/^<v(?:\.[^\s>]*)?\s([^>]*)>/i.exec(part)?.[1] ?? ''))
    return lineOf(plainText(part.replace(/<\/?[a-z0-9:.][^<>]*>/gi, '')), speaker, startSeconds)
  })
}

function jsonLines(body: string): readonly TranscriptLine[] {
  const file = findJsonOf(body, MOST_VALUES)
  const segments = Array.isArray(file) ? file : (file as { segments?: unknown } | null | undefined)?.segments
  if (!Array.isArray(segments)) return []
  return segments.flatMap((segment: unknown): readonly TranscriptLine[] => {
    const { body: said, text, speaker, startTime } = (segment ?? {}) as Readonly<Record<string, unknown>>
    const words = typeof said === 'string' ? said : typeof text === 'string' ? text : ''
    const from = typeof startTime === 'number' && startTime >= 0 && startTime < 1e7 ? startTime : undefined
    return lineOf(words, typeof speaker === 'string' ? speaker : '', from)
  })
}

function plainLines(body: string): readonly TranscriptLine[] {
  const text = /^<|<(?:p|br|div|cite|time)\b/i.test(body) ? plainText(body) : body
  return text.split(/[\r\n]+/).flatMap((line) => lineOf(line, ''))
}

function lineOf(words: string, speaker: string, startSeconds?: number): readonly TranscriptLine[] {
  const text = oneLine(words)
  if (text === '') return []
  const named = oneLine(speaker)
  return [{ ...(startSeconds !== undefined && { startSeconds }), ...(named && { speaker: named }), text }]
}

/** Timed lines of one speaker are put together until a sentence ends. Lines without times are paragraphs already. */
function joined(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const passages: TranscriptLine[] = []
  for (const line of lines) {
    const last = passages.at(-1)
    const goesOn =
      last?.startSeconds !== undefined &&
      line.startSeconds !== undefined &&
      (line.speaker === undefined || line.speaker === last.speaker) &&
      last.text.length < PASSAGE &&
      !/[.!?…。！？؟]["'”’»)]*$/.test(last.text)
    if (goesOn) passages[passages.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else passages.push(line)
  }
  return passages
}
