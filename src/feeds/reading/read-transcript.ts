import { defined } from '../../core/defined.ts'
import type { TranscriptLine } from '../../core/feed/entry-media.ts'
import { nth } from '../../core/nth.ts'
import { transcriptLines } from './transcript-lines.ts'

/** Cues are cut for a screen; for reading, they are joined up to the end of a sentence or this many characters. */
const PASSAGE = 400
/** For an article: sentences of one speaker are a paragraph up to about this many characters. */
export const PARAGRAPH = 250
/** Seconds. Nobody pauses so long within a sentence: what comes later starts a passage with its own time. */
const PAUSE = 30
/** Each is a line of a page that is built at once: this many are eight hours of speech. */
export const MAX_PASSAGES = 5_000

/** A speaker in captions without voices: `Ada: `, `>> `, `- `. */
const SPEAKS = /^(?:>>|[-–—]|[^:.!?]{1,60}:\s)/

/** A transcript as plain text in passages, at most one more than are shown. Returns undefined when there is none. */
export function readTranscript(text: string): readonly TranscriptLine[] | undefined {
  const passages = transcriptPassages(text).slice(0, MAX_PASSAGES + 1)
  if (passages.length === 0) return undefined
  return passages.map((lines) => {
    const { startSeconds, speaker } = nth(lines, 0)
    return { ...defined({ startSeconds, speaker }), text: lines.map((line) => line.text).join(' ') }
  })
}

/**
 * The lines of a transcript, joined to passages: those of one speaker up to the end of a sentence, from `least` characters on. Lines without
 * times are already paragraphs.
 */
export function transcriptPassages(text: string, least = 0): readonly (readonly TranscriptLine[])[] {
  const passages: { readonly lines: TranscriptLine[]; length: number }[] = []
  for (const line of transcriptLines(text)) {
    const last = passages.at(-1)
    if (last && continuesPassage(last, line, least)) {
      last.lines.push(line)
      last.length += line.text.length + 1
    } else passages.push({ lines: [line], length: line.text.length })
  }
  return passages.map(({ lines }) => lines)
}

/**
 * Whether a line continues the passage that ends with the line before it. A line without a speaker is not attributed to the previous one, and one
 * that goes back in time or comes long after is not given that time.
 */
function continuesPassage(
  { lines, length }: { readonly lines: readonly TranscriptLine[]; readonly length: number },
  line: TranscriptLine,
  least: number,
): boolean {
  const before = nth(lines, lines.length - 1)
  if (before.startSeconds === undefined || line.startSeconds === undefined || line.speaker !== before.speaker)
    return false
  const pause = line.startSeconds - before.startSeconds
  if (pause < 0 || pause > PAUSE || SPEAKS.test(line.text)) return false
  if (!/[.!?…。！？؟]["'”’»)]*$/.test(before.text)) return length < PASSAGE
  // Nobody says that the sentence after a turn's `Ada: ` is still hers.
  return length < least && !SPEAKS.test(nth(lines, 0).text)
}
