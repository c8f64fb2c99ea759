import { defined } from '../../core/defined.ts'
import type { TranscriptLine } from '../../core/feed/entry-media.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { plainText } from '../plain-text.ts'
import { secondsOf } from '../read-number.ts'
import { isSeen, oneLine } from './feed-elements.ts'

/** Cues are cut for a screen; read as text, they go on until a sentence ends, or until this many characters. */
const PASSAGE = 400
/** Nobody takes so many seconds within a sentence: what comes later has a time of its own. */
const PAUSE = 30
/** Each is a line of a page, which is made at once: so many are eight hours of talk. */
export const MOST_PASSAGES = 5_000
/** Of one word each they are two days of talk. */
const MOST_LINES = 200_000
/** In seconds; a later one is no place a player is sent to. */
const LATEST = 1e6
/** In JSON: more than any transcript of 4 MB holds. */
const MOST_VALUES = 500_000

/** White space within its line alone, and so much of it: looked for on every line, what goes on for ever would be gone over each time. */
const TIMES_SOMEWHERE =
  /^[^\S\r\n]{0,100}\d{1,6}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?[^\S\r\n]{0,100}-->[^\S\r\n]{0,100}\d/m
/** A line that begins a cue, whether its time can be read or not: what follows is not said at the time of the cue before. */
const CUE = /^[^\S\r\n]{0,100}(\d{1,6}:[\d:.,]{1,20})[^\S\r\n]{0,100}-->/
/** Who speaks, as captions without voices say it: `Ada: `, `>> `, `- `. */
const SPEAKS = /^(?:>>|[-–—]|[^:.!?]{1,60}:\s)/

/**
 * Reads a transcript: WebVTT, SubRip, the JSON of Podcasting 2.0, HTML or plain text, told apart by what is in it (media types
 * are often wrong). Gives plain text in passages, one more than are shown where there are more; undefined when there is none.
 */
export function readTranscript(text: string): readonly TranscriptLine[] | undefined {
  const body = text.replace(/^\ufeff/, '').trimStart()
  const lines = /^[{[]/.test(body) ? jsonLines(body) : TIMES_SOMEWHERE.test(body) ? cueLines(body) : plainLines(body)
  const passages = joined(lines.slice(0, MOST_LINES)).slice(0, MOST_PASSAGES + 1)
  return passages.length > 0 ? passages : undefined
}

/** Cues of WebVTT and SubRip: a line of times, then text up to an empty line. */
function cueLines(body: string): readonly TranscriptLine[] {
  const found: TranscriptLine[] = []
  let cue: { readonly startSeconds?: number; readonly said: string[] } | undefined
  const end = () => {
    // One by one: they may be more than a call takes arguments.
    if (cue && found.length < MOST_LINES)
      for (const line of voices(cue.said.join(' '), cue.startSeconds)) found.push(line)
    cue = undefined
  }
  for (const line of body.split(/\r\n|\n|\r/)) {
    const times = CUE.exec(line)
    if (times) {
      end()
      cue = { ...startOf(secondsOf(times[1]!.replace(',', '.'))), said: [] }
    } else if (line.trim() === '') end()
    else cue?.said.push(line)
  }
  end()
  return found
}

function startOf(seconds: unknown): { readonly startSeconds?: number } {
  return typeof seconds === 'number' && seconds >= 0 && seconds < LATEST ? { startSeconds: seconds } : {}
}

/** The text of a cue by who says it: `<v Ada>` up to where that ends, or another begins. Nobody is named for what stands outside. */
function voices(cue: string, startSeconds: number | undefined): readonly TranscriptLine[] {
  return cue.split(/(?=<\/?v[\s.>])/i).flatMap((part): readonly TranscriptLine[] => {
    const speaker = plainText(/^<v(?:\.[^\s>]*)?\s([^>]*)>/i.exec(part)?.[1] ?? '')
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
    return lineOf(words, typeof speaker === 'string' ? speaker : '', startOf(startTime).startSeconds)
  })
}

function plainLines(body: string): readonly TranscriptLine[] {
  const text = /^<|<(?:p|br|div|cite|time)\b/i.test(body) ? plainText(body) : body
  return text.split(/[\r\n]+/).flatMap((line) => lineOf(line, ''))
}

function lineOf(words: string, speaker: string, startSeconds?: number): readonly TranscriptLine[] {
  const text = oneLine(words)
  if (!isSeen(text)) return []
  const named = oneLine(speaker)
  return [{ ...defined({ startSeconds, speaker: isSeen(named) ? named : undefined }), text }]
}

/** Timed lines of one speaker are put together until a sentence ends. Lines without times are paragraphs already. */
function joined(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const passages: TranscriptLine[] = []
  let before: TranscriptLine | undefined
  for (const line of lines) {
    const last = passages.at(-1)
    if (last && goesOn(last, before?.startSeconds, line))
      passages[passages.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else passages.push(line)
    before = line
  }
  return passages
}

/**
 * Whether a line belongs to the passage before it, of which the last line began at `beforeSeconds`. What names nobody is not taken for
 * the words of who spoke last, and what goes back in time, or comes long after, not for said then.
 */
function goesOn({ text, speaker }: TranscriptLine, beforeSeconds: number | undefined, line: TranscriptLine): boolean {
  if (beforeSeconds === undefined || line.startSeconds === undefined || line.speaker !== speaker) return false
  const pause = line.startSeconds - beforeSeconds
  if (pause < 0 || pause > PAUSE || SPEAKS.test(line.text)) return false
  return text.length < PASSAGE && !/[.!?…。！？؟]["'”’»)]*$/.test(text)
}
