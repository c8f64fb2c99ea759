import type { Extraction } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Block, Cue } from '../core/document.ts'
import type { TranscriptLine } from '../core/feed/entry-media.ts'
import { nth } from '../core/nth.ts'
import { isWatched } from '../core/reading/heard.ts'
import { formatReason } from '../core/reading/incomplete-reason.ts'

/** `>> ADA: ` in captions: what shows that somebody else speaks is no word, and the name behind it is where a turn begins. */
const CHANGES = /^>{1,3}\s?(?=\p{Lu}[^:.!?]{0,60}:\s)/u

/**
 * A transcript as an article: a block per passage, made of its lines' words, with the time of each as a cue. Where the file names who speaks,
 * the passage begins with the name and a colon, as printed transcripts write a turn.
 */
export function extractFromTranscript(
  passages: readonly (readonly TranscriptLine[])[],
  about: Pick<Extraction, 'title' | 'authors'> & Pick<Partial<Extraction>, 'publishedAt' | 'language' | 'recording'>,
): Extraction {
  const blocks: Block[] = []
  const cues: Cue[] = []
  let text = ''
  for (const passage of passages) {
    if (text !== '') text += '\n'
    const start = text.length
    const { speaker, text: opening } = nth(passage, 0)
    if (speaker && !opening.startsWith(`${speaker}:`)) text += `${speaker}: `
    for (const [index, line] of passage.entries()) {
      if (index > 0) text += ' '
      const from = text.length
      text += index === 0 ? line.text.replace(CHANGES, '') : line.text
      if (line.startSeconds !== undefined)
        cues.push({ start: from, end: text.length, atMs: Math.round(line.startSeconds * 1000) })
    }
    blocks.push({ start, end: text.length, kind: 'paragraph' })
  }
  const { title, authors, publishedAt, language, recording } = about
  return {
    title,
    authors,
    text,
    blocks,
    cues,
    ...defined({ publishedAt, language, recording }),
    pictures: [],
    kind: recording && isWatched(recording) ? 'video' : 'audio',
    completeness: text === '' ? { kind: 'failed', reason: formatReason('empty') } : { kind: 'complete' },
    removals: [],
  }
}
