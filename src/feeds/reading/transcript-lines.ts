import { defined } from '../../core/defined.ts'
import type { TranscriptLine } from '../../core/feed/entry-media.ts'
import { nth } from '../../core/nth.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { plainText } from '../plain-text.ts'
import { secondsOf } from '../read-number.ts'
import { hasVisibleText, oneLine } from './feed-elements.ts'

/** With one word each, this many are two days of speech. */
export const MAX_LINES = 200_000
/** Seconds; a later time is not a position a player can seek to. */
const LATEST = 1e6
/** For JSON: more values than any transcript of 4 MB contains. */
const MAX_VALUES = 500_000
/** Seconds between two cues of which the second still shows the words of the first. */
const TOUCHING = 0.5

/** Not a time in brackets. */
const JSON_START = /^(?:\{|\[\s*[{\]])/
/** Limited to white space within the line, and to a bounded amount: otherwise unlimited space would be scanned again for every line. */
const TIMES_SOMEWHERE =
  /^[^\S\r\n]{0,100}\d{1,6}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?[^\S\r\n]{0,100}-->[^\S\r\n]{0,100}\d/m
/** A line that begins a cue, even when its time is unreadable: the text after it does not belong to the previous cue. */
const CUE = /^[^\S\r\n]{0,100}(\d{1,6}:[\d:.,]{1,20})[^\S\r\n]{0,100}-->[^\S\r\n]{0,100}([\d:.,]{0,24})/
/** Parts of a WebVTT file that are not words. */
const NO_WORDS = /^(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)(?:[\s:=-]|$)/
const TIME = String.raw`(\d{1,3}(?::[0-5]\d){1,2}(?:[.,]\d{1,3})?)`
/** `[00:12:03] The bridge`, `(12:03) The bridge` */
const BRACKETED = new RegExp(String.raw`^\s{0,20}[[(]${TIME}[\])]\s{0,20}(?:[-–—:]\s)?(.*)$`)
/** `12:03` alone in its line */
const ALONE = new RegExp(String.raw`^\s{0,20}${TIME}\s{0,20}$`)
/** `Ada North (12:03):` alone in its line */
const HEADED = new RegExp(
  String.raw`^\s{0,20}(\p{Lu}[^:[\](){}<>]{0,60}?)\s{1,20}[[(]?${TIME}[\])]?\s{0,20}:?\s{0,20}$`,
  'u',
)

/** Whether a file is a transcript by its own marks: WebVTT, SubRip, or the JSON of podcasts. */
export function isTimedTranscript(text: string): boolean {
  const body = text.replace(/^\ufeff/, '').trimStart()
  if (JSON_START.test(body)) return /"(?:segments|startTime)"\s{0,20}:/.test(body.slice(0, 1000))
  return /^WEBVTT(?:\s|$)/.test(body) || (!body.startsWith('<') && TIMES_SOMEWHERE.test(body))
}

/**
 * The lines of a transcript in their order, each with its time and speaker where the file gives them: WebVTT, SubRip, the JSON of Podcasting
 * 2.0, HTML, or plain text with or without times, recognized by content (media types are often wrong). No words are lost, and none are told
 * twice: captions that roll up repeat the line before.
 */
export function transcriptLines(text: string): readonly TranscriptLine[] {
  const body = text.replace(/^\ufeff/, '').trimStart()
  if (JSON_START.test(body)) return jsonLines(body)
  return TIMES_SOMEWHERE.test(body) ? cueLines(body) : /^WEBVTT(?:\s|$)/.test(body) ? [] : plainLines(body)
}

/** One cue as its file has it. Without a start its time is unreadable, or there is none. */
type RawCue = { readonly startSeconds?: number; readonly endSeconds?: number; readonly said: readonly string[] }

function cueLines(body: string): readonly TranscriptLine[] {
  const lines: TranscriptLine[] = []
  // Pushed one by one: there may be more than a call takes arguments.
  for (const { said, startSeconds } of toldOnce(rawCues(body)))
    for (const line of voices(said.join(' '), startSeconds)) {
      if (lines.length === MAX_LINES) return lines
      lines.push(line)
    }
  return lines
}

/** Cues of WebVTT and SubRip: a line with times, then text up to an empty line. Words that stand outside of any have no time. */
function rawCues(body: string): readonly RawCue[] {
  const isWebVtt = body.startsWith('WEBVTT')
  const cues: RawCue[] = []
  let times: Omit<RawCue, 'said'> | undefined
  let said: string[] = []
  const end = () => {
    if (times || !isNoWords(said, isWebVtt)) cues.push({ ...times, said })
    times = undefined
    said = []
  }
  for (const line of body.split(/\r\n|\n|\r/)) {
    const [, start, until] = CUE.exec(line) ?? []
    if (start !== undefined) {
      said = withoutName(said, times !== undefined)
      if (times || said.length > 0) end()
      times = defined({ startSeconds: momentOf(start), endSeconds: momentOf(until) })
      said = []
    } else if (line === '') end()
    else said.push(line)
  }
  end()
  return cues
}

/** The lines before the times of a cue, without its name or number. Within another cue only a number, or what follows an empty line, is one. */
function withoutName(said: readonly string[], isInCue: boolean): string[] {
  const last = said.at(-1) ?? ''
  const isName = !isInCue || /^\s*\d+\s*$/.test(last) || said.at(-2)?.trim() === ''
  return isName ? said.slice(0, -1) : [...said]
}

function isNoWords(said: readonly string[], isWebVtt: boolean): boolean {
  const [first = ''] = said
  if (isWebVtt && NO_WORDS.test(first.trimStart())) return true
  return said.every((line) => line.trim() === '') || (said.length === 1 && /^\s*\d+\s*$/.test(first))
}

/**
 * Cues without the lines that the cue before still showed, in a file that rolls up: most of its cues of several lines begin with the last line of
 * the cue before. In other files, words that are repeated were said twice.
 */
function toldOnce(cues: readonly RawCue[]): readonly RawCue[] {
  const shown = cues.map(({ said }) => said.map((line) => plainWords(line)).filter(hasVisibleText))
  const long = shown.flatMap((lines, at) => (lines.length > 1 && at > 0 ? [at] : []))
  const rolled = long.filter((at) => nth(shown, at)[0] === nth(shown, at - 1).at(-1))
  if (rolled.length < 2 || rolled.length < long.length * 0.6) return cues
  return cues.map((cue, at) => {
    if (at === 0 || !isTouching(nth(cues, at - 1), cue)) return cue
    const [before, lines] = [nth(shown, at - 1), nth(shown, at)]
    const most = Math.min(before.length, lines.length)
    const repeated = Array.from({ length: most }, (_, less) => most - less).find((count) =>
      lines.slice(0, count).every((line, index) => line === before.at(index - count)),
    )
    const said = cue.said.filter((line) => hasVisibleText(plainWords(line))).slice(repeated ?? 0)
    return { ...cue, said }
  })
}

function isTouching(before: RawCue, { startSeconds }: RawCue): boolean {
  const end = before.endSeconds ?? before.startSeconds
  return end !== undefined && startSeconds !== undefined && startSeconds - end <= TOUCHING
}

function plainWords(line: string): string {
  return oneLine(plainText(withoutTags(line)))
}

function withoutTags(text: string): string {
  return text.replace(/<\/?[a-z0-9:.][^<>]*>/gi, '')
}

/** Seconds of a time as players write it; undefined when there is none to seek to. */
function momentOf(time: string | undefined): number | undefined {
  return moment(secondsOf(time?.replace(',', '.')))
}

function moment(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && seconds >= 0 && seconds < LATEST ? seconds : undefined
}

/** The text of a cue by speaker: `<v Ada>` up to its end or to another. Text outside has no speaker. */
function voices(cue: string, startSeconds: number | undefined): readonly TranscriptLine[] {
  return cue.split(/(?=<\/?v[\s.>])/i).flatMap((part): readonly TranscriptLine[] => {
    const speaker = plainText(/^<v(?:\.[^\s>]*)?\s([^>]*)>/i.exec(part)?.[1] ?? '')
    return lineOf(plainText(withoutTags(part)), speaker, startSeconds)
  })
}

function jsonLines(body: string): readonly TranscriptLine[] {
  const file = findJsonOf(body, MAX_VALUES)
  const segments = Array.isArray(file) ? file : (file as { segments?: unknown } | null | undefined)?.segments
  if (!Array.isArray(segments)) return []
  return segments.slice(0, MAX_LINES).flatMap((segment: unknown): readonly TranscriptLine[] => {
    const { body: said, text, speaker, startTime } = (segment ?? {}) as Readonly<Record<string, unknown>>
    const words = typeof said === 'string' ? said : typeof text === 'string' ? text : ''
    return lineOf(words, typeof speaker === 'string' ? speaker : '', moment(startTime))
  })
}

/** Text by its lines; with two times or more, each is that of the words behind it. */
function plainLines(body: string): readonly TranscriptLine[] {
  const text = /^<|<(?:p|br|div|cite|time)\b/i.test(body) ? plainText(body) : body
  const lines = text.split(/[\r\n]+/).filter(hasVisibleText)
  const times = lines.filter((line) => BRACKETED.test(line) || ALONE.test(line) || HEADED.test(line))
  if (times.length < 2) return lines.slice(0, MAX_LINES).flatMap((line) => lineOf(line, ''))
  let speaker = ''
  let startSeconds: number | undefined
  return lines.slice(0, MAX_LINES).flatMap((line) => {
    const [, alone] = ALONE.exec(line) ?? []
    const [, name, beside] = HEADED.exec(line) ?? []
    if (alone !== undefined || beside !== undefined) {
      speaker = name ?? ''
      startSeconds = momentOf(alone ?? beside)
      return []
    }
    const [, at, words = line] = BRACKETED.exec(line) ?? []
    if (at !== undefined) speaker = ''
    const made = lineOf(words, speaker, at === undefined ? startSeconds : momentOf(at))
    // What follows in further paragraphs is said later than that.
    if (made.length > 0) startSeconds = undefined
    return made
  })
}

function lineOf(words: string, speaker: string, startSeconds?: number): readonly TranscriptLine[] {
  const text = oneLine(words)
  if (!hasVisibleText(text)) return []
  const named = oneLine(speaker)
  return [{ ...defined({ startSeconds, speaker: hasVisibleText(named) ? named : undefined }), text }]
}
