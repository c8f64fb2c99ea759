import type { Article } from '../article.ts'
import { defined } from '../defined.ts'
import type { Cue, Document } from '../document.ts'
import type { Enclosure } from '../entry.ts'
import { firstEndingAfter } from '../span.ts'

/** When words are heard in a recording, and where, if its address is known. */
export type Heard = { readonly seconds: number; readonly url?: string }

/** Pages that open at a time named in their query. All other addresses take a media fragment (`#t=723`), as files do. */
const WATCH_PAGES = [
  { hosts: /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/, paths: /^\//, name: 't' },
  { hosts: /(?:^|\.)dailymotion\.com$/, paths: /^\/video\//, name: 'start' },
  // PeerTube, on any server.
  { hosts: /./, paths: /^\/(?:w|videos\/watch)\/[\w-]{20,40}$/, name: 'start' },
] as const

/** When the text at an offset is heard; undefined where the transcript gives no time. */
export function heardAt(
  document: Pick<Document, 'cues' | 'blocks'>,
  { recording }: Pick<Article, 'recording'>,
  offset: number,
): Heard | undefined {
  const cue = cueAt(document, offset)
  if (!cue) return undefined
  const seconds = Math.floor(cue.atMs / 1000)
  return { seconds, ...defined({ url: recording && addressAt(recording.url, seconds) }) }
}

/** The cue of the text at an offset: for the name of a speaker, which comes before the first cue of its block, that cue. */
export function cueAt({ cues, blocks }: Pick<Document, 'cues' | 'blocks'>, offset: number): Cue | undefined {
  if (!cues) return undefined
  const block = firstEndingAfter(blocks, offset)
  const cue = firstEndingAfter(cues, offset)
  return block && cue && cue.start < block.end ? cue : undefined
}

/** The address of a recording that opens at a second. */
export function addressAt(recording: string, seconds: number): string {
  const url = URL.parse(recording)
  if (!url) return recording
  const page = WATCH_PAGES.find(({ hosts, paths }) => hosts.test(url.hostname) && paths.test(url.pathname))
  if (page) url.searchParams.set(page.name, String(seconds))
  else url.hash = `t=${seconds}`
  return url.href
}

/** The first audio or video file of an entry. */
export function recordingIn(enclosures: readonly Enclosure[]): Enclosure | undefined {
  return enclosures.find(({ url, type }) => /^(?:audio|video)\//.test(type ?? '') && /^https?:/i.test(url))
}

/** Whether a recording is watched, by its type, its ending, or the page it is on. Unknown ones count as heard. */
export function isWatched({ url, type }: NonNullable<Article['recording']>): boolean {
  const address = URL.parse(url)
  if (type) return type.startsWith('video/')
  if (!address) return false
  const isPage = WATCH_PAGES.some(({ hosts, paths }) => hosts.test(address.hostname) && paths.test(address.pathname))
  return isPage || /(?:^|\.)vimeo\.com$/.test(address.hostname) || /\.(?:mp4|m4v|webm|mov|ogv)$/i.test(address.pathname)
}
