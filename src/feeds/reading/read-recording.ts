import { defined } from '../../core/defined.ts'
import type {
  Chapter,
  EpisodePlace,
  Participant,
  RecordingFacts,
  SideFile,
  Soundbite,
} from '../../core/feed/entry-media.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { countOf, numberOf, secondsOf } from '../read-number.ts'
import { resolveLink } from '../resolve-url.ts'
import { allElements, firstElement, oneLine, textIn } from './feed-elements.ts'
import { textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** Nobody looks at more than this many of one sort, and a feed can contain a million. */
const MAX_OF_ONE_SORT = 500

/**
 * The recording of an entry: iTunes and Podcasting 2.0 elements, and Podlove chapters. `cast` are the participants of the whole feed, used
 * for an entry that names none. Returns undefined when there are no such elements.
 */
export function readRecording(
  element: XmlElement,
  base: string,
  cast: readonly Participant[],
): RecordingFacts | undefined {
  const durationSeconds = secondsOf(textIn(element, 'itunes:duration')) || undefined
  const chapters = readChapters(element, base)
  const chapterFile = allElements(element, 'podcast:chapters').flatMap((file) => sideFile(file, base))[0]
  const transcripts = allElements(element, 'podcast:transcript').flatMap((file) => sideFile(file, base))
  const named = readParticipants(element, base)
  const soundbites = allElements(element, 'podcast:soundbite').flatMap(readSoundbite)
  const place = readPlace(element)
  const isExplicit = /^(?:yes|true|explicit)$/i.test(textIn(element, 'itunes:explicit') ?? '')
  const isRecording =
    durationSeconds !== undefined || firstElement(element, 'enclosure', 'media:content', 'media:group') !== undefined
  const participants = named.length > 0 || !isRecording ? named : cast
  const facts: RecordingFacts = defined({
    durationSeconds: durationSeconds || undefined,
    chapters: chapters.length > 0 ? chapters : undefined,
    chapterFile,
    transcripts: transcripts.length > 0 ? transcripts.slice(0, MAX_OF_ONE_SORT) : undefined,
    participants: participants.length > 0 ? participants : undefined,
    soundbites: soundbites.length > 0 ? soundbites.slice(0, MAX_OF_ONE_SORT) : undefined,
    place,
    isExplicit: isExplicit || undefined,
  })
  for (const _name in facts) return facts
  return undefined
}

/** Reads `podcast:person`: its text is the name; the default role is host (as the namespace defines). */
export function readParticipants(element: XmlElement, base: string): readonly Participant[] {
  return allElements(element, 'podcast:person')
    .flatMap((person): Participant[] => {
      const name = oneLine(textOf(person))
      if (name === '') return []
      const role = oneLine(person.attributes.role ?? '').toLowerCase() || 'host'
      const url = resolveLink(person.attributes.href, person.base || base)
      const imageUrl = resolveLink(person.attributes.img, person.base || base)
      return [{ name, role, ...defined({ url: url || undefined, imageUrl: imageUrl || undefined }) }]
    })
    .slice(0, MAX_OF_ONE_SORT)
}

/** Podlove Simple Chapters, which are in the feed itself. */
function readChapters(element: XmlElement, base: string): readonly Chapter[] {
  return allElements(element, 'psc:chapters')
    .flatMap((list) => allElements(list, 'psc:chapter'))
    .flatMap((chapter): Chapter[] => {
      const startSeconds = secondsOf(chapter.attributes.start)
      const title = oneLine(chapter.attributes.title ?? '')
      if (startSeconds === undefined || title === '') return []
      const url = resolveLink(chapter.attributes.href, chapter.base || base)
      const imageUrl = resolveLink(chapter.attributes.image, chapter.base || base)
      return [{ startSeconds, title, ...defined({ url: url || undefined, imageUrl: imageUrl || undefined }) }]
    })
    .slice(0, MAX_OF_ONE_SORT)
    .sort((a, b) => a.startSeconds - b.startSeconds)
}

function sideFile(file: XmlElement, base: string): SideFile[] {
  const url = resolveLink(file.attributes.url ?? file.attributes.href, file.base || base)
  const type = file.attributes.type?.trim().toLowerCase()
  const language = file.attributes.language?.trim().replaceAll('_', '-')
  return url ? [{ url, ...defined({ type: type || undefined, language: language || undefined }) }] : []
}

function readSoundbite(bite: XmlElement): Soundbite[] {
  const startSeconds = numberOf(bite.attributes.starttime)
  const durationSeconds = numberOf(bite.attributes.duration)
  if (startSeconds === undefined || !durationSeconds) return []
  const title = oneLine(textOf(bite))
  return [{ startSeconds, durationSeconds, ...defined({ title: title || undefined }) }]
}

function readPlace(element: XmlElement): EpisodePlace | undefined {
  const seasonElement = firstElement(element, 'podcast:season')
  const episodeElement = firstElement(element, 'podcast:episode')
  const season = countOf(seasonElement && textOf(seasonElement)) ?? countOf(textIn(element, 'itunes:season'))
  const episode = numberOf(episodeElement && textOf(episodeElement)) ?? countOf(textIn(element, 'itunes:episode'))
  const seasonName = oneLine(seasonElement?.attributes.name ?? '')
  const display = oneLine(episodeElement?.attributes.display ?? '')
  const type = textIn(element, 'itunes:episodetype')?.toLowerCase()
  const kind = type === 'trailer' || type === 'bonus' ? type : undefined
  const place: EpisodePlace = defined({
    season: season || undefined,
    seasonName: seasonName || undefined,
    episode: episode || undefined,
    display: display || undefined,
    kind,
  })
  for (const _name in place) return place
  return undefined
}

const MAX_CHAPTERS = 1_000
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
    .slice(0, MAX_CHAPTERS)
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
