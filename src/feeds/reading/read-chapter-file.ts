import { defined } from '../../core/defined.ts'
import type { Chapter } from '../../core/feed/entry-media.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { resolveLink } from '../resolve-url.ts'
import { oneLine } from './feed-elements.ts'

const MOST = 1_000
/** More than any chapter file contains. */
const MAX_VALUES = 100_000

/**
 * Parses a chapter file (Podcasting 2.0 JSON Chapters 1.2): the chapters for a table of contents, sorted by time. Returns undefined when
 * the text isn't one. `url` is where it came from.
 */
export function readChapterFile(text: string, url: string): readonly Chapter[] | undefined {
  const file = findJsonOf(text, MAX_VALUES)
  const listed = isFields(file) ? file.chapters : undefined
  if (!Array.isArray(listed)) return undefined
  return listed
    .slice(0, MOST)
    .flatMap((chapter: unknown): Chapter[] => {
      if (!isFields(chapter) || chapter.toc === false) return []
      const startSeconds = secondsIn(chapter.startTime)
      const endSeconds = secondsIn(chapter.endTime)
      const title = typeof chapter.title === 'string' ? oneLine(chapter.title) : ''
      if (startSeconds === undefined || title === '') return []
      const link = typeof chapter.url === 'string' ? resolveLink(chapter.url, url) : undefined
      return [{ startSeconds, ...defined({ endSeconds }), title, ...defined({ url: link || undefined }) }]
    })
    .sort((a, b) => a.startSeconds - b.startSeconds)
}

function secondsIn(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value < 1e7 ? value : undefined
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
