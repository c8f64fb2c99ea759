import { defined } from '../../core/defined.ts'
import type { TranscriptLine } from '../../core/feed/entry-media.ts'
import { nth } from '../../core/nth.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { plainText } from '../plain-text.ts'
import { secondsOf } from '../read-number.ts'
import { hasVisibleText, oneLine } from './feed-elements.ts'

/** Cues are cut for a screen; for reading, they are joined up to the end of a sentence or this many characters. */
const PASSAGE = 400
/** Seconds. Nobody pauses so long within a sentence: what comes later starts a passage with its own time. */
const PAUSE = 30
/** Each is a line of a page that is built at once: this many are eight hours of speech. */
export const MAX_PASSAGES = 5_000
/** With one word each, this many are two days of speech. */
const MAX_LINES = 200_000
/** Seconds; a later time is not a position a player can seek to. */
const LATEST = 1e6
/** For JSON: more values than any transcript of 4 MB contains. */
const MAX_VALUES = 500_000

/** Limited to white space within the line, and to a bounded amount: otherwise unlimited space would be scanned again for every line. */
const TIMES_SOMEWHERE =
  /^[^\S\r\n]{0,100}\d{1,6}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?[^\S\r\n]{0,100}-->[^\S\r\n]{0,100}\d/m
/** A line that begins a cue, even when its time is unreadable: the text after it does not belong to the previous cue. */
const CUE = /^[^\S\r\n]{0,100}(\d{1,6}:[\d:.,]{1,20})[^\S\r\n]{0,100}-->/
/** A speaker in captions without voices: `Ada: `, `>> `, `- `. */
const SPEAKS = /^(?:>>|[-–—]|[^:.!?]{1,60}:\s)/

/**
 * Parses a transcript: WebVTT, SubRip, the JSON of Podcasting 2.0, HTML or plain text, recognized by content (media types are often wrong).
 * Returns plain text in passages, at most one more than are shown. Returns undefined when there is none.
 */
export function readTranscript(text: string): readonly TranscriptLine[] | undefined {
  const body = text.replace(/^\ufeff/, '').trimStart()
  const lines = /^[{[]/.test(body) ? jsonLines(body) : TIMES_SOMEWHERE.test(body) ? cueLines(body) : plainLines(body)
  const passages = joined(lines.slice(0, MAX_LINES)).slice(0, MAX_PASSAGES + 1)
  return passages.length > 0 ? passages : undefined
}

/** Cues of WebVTT and SubRip: a line with times, then text up to an empty line. */
function cueLines(body: string): readonly TranscriptLine[] {
  const found: TranscriptLine[] = []
  let cue: { readonly startSeconds?: number; readonly said: string[] } | undefined
  const end = () => {
    // Pushed one by one: there may be more than a call takes arguments.
    if (cue && found.length < MAX_LINES)
      for (const line of voices(cue.said.join(' '), cue.startSeconds)) found.push(line)
    cue = undefined
  }
  for (const line of body.split(/\r\n|\n|\r/)) {
    const times = CUE.exec(line)
    if (times) {
      end()
      cue = { ...startOf(secondsOf(nth(times, 1).replace(',', '.'))), said: [] }
    } else if (line.trim() === '') end()
    else cue?.said.push(line)
  }
  end()
  return found
}

function startOf(seconds: unknown): { readonly startSeconds?: number } {
  return typeof seconds === 'number' && seconds >= 0 && seconds < LATEST ? { startSeconds: seconds } : {}
}

/** The text of a cue by speaker: `<v Ada>` up to its end or to another. Text outside has no speaker. */
function voices(cue: string, startSeconds: number | undefined): readonly TranscriptLine[] {
  return cue.split(/(?=<\/?v[\s.>])/i).flatMap((part): readonly TranscriptLine[] => {
    const speaker = plainText(/^<v(?:\.[^\s>]*)?\s([^>]*)>/i.exec(part)?.[1] ?? '')
    return lineOf(plainText(part.replace(/<\/?[a-z0-9:.][^<>]*>/gi, '')), speaker, startSeconds)
  })
}

function jsonLines(body: string): readonly TranscriptLine[] {
  const file = findJsonOf(body, MAX_VALUES)
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
  if (!hasVisibleText(text)) return []
  const named = oneLine(speaker)
  return [{ ...defined({ startSeconds, speaker: hasVisibleText(named) ? named : undefined }), text }]
}

/** Joins timed lines of one speaker up to the end of a sentence. Lines without times are already paragraphs. */
function joined(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const passages: TranscriptLine[] = []
  let before: TranscriptLine | undefined
  for (const line of lines) {
    const last = passages.at(-1)
    if (last && continuesPassage(last, before?.startSeconds, line))
      passages[passages.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else passages.push(line)
    before = line
  }
  return passages
}

/**
 * Whether a line continues the passage before it, whose last line began at `beforeSeconds`. A line without a speaker is not attributed to
 * the previous one, and one that goes back in time or comes long after is not given that time.
 */
function continuesPassage(
  { text, speaker }: TranscriptLine,
  beforeSeconds: number | undefined,
  line: TranscriptLine,
): boolean {
  if (beforeSeconds === undefined || line.startSeconds === undefined || line.speaker !== speaker) return false
  const pause = line.startSeconds - beforeSeconds
  if (pause < 0 || pause > PAUSE || SPEAKS.test(line.text)) return false
  return text.length < PASSAGE && !/[.!?…。！？؟]["'”’»)]*$/.test(text)
}
