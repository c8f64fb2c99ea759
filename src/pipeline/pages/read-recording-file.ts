import type { Chapter, TranscriptLine } from '../../core/feed/entry-media.ts'
import { decodeAny } from '../../feeds/reading/parse-usual-feed.ts'
import { readChapterFile } from '../../feeds/reading/read-chapter-file.ts'
import { MOST_PASSAGES, readTranscript } from '../../feeds/reading/read-transcript.ts'

/** A file beside a recording, as it was fetched. */
export type RecordingFile = {
  readonly as: 'transcript' | 'chapters'
  readonly body: Uint8Array
  readonly contentType: string
  readonly url: string
}

export type RecordingRead = {
  readonly lines?: readonly TranscriptLine[]
  /** There are more than these lines. */
  readonly isCut?: true
  readonly chapters?: readonly Chapter[]
}

/** Reads what is said in a recording, or its chapters; nothing of what is neither. */
export async function readRecordingFile({ as, body, contentType, url }: RecordingFile): Promise<RecordingRead> {
  const text = await decodeAny(body, contentType)
  if (as === 'transcript') {
    const lines = readTranscript(text)
    if (!lines) return {}
    return lines.length > MOST_PASSAGES ? { lines: lines.slice(0, MOST_PASSAGES), isCut: true } : { lines }
  }
  const chapters = readChapterFile(text, url)
  return chapters ? { chapters } : {}
}
