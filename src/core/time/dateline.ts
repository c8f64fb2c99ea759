import { agencies } from '../names/agencies.ts'
import type { Span } from '../span.ts'

/** `SANDVIK, March 4 (Reuters) – `, `SANDVIK (AP) — `, `SANDVIK – `: place and agency before a sentence. */
const dateline =
  /^(?:\p{Lu}[\p{L}\p{M}\p{N} .,'’/-]{1,60}\s\([^()]{2,40}\)|\p{Lu}[\p{Lu}\p{M} .'’-]{2,40}(?:, \p{L}+ \d{1,2})?)\s?[–—-]{1,2}\s+(?=[\p{L}\p{N}"“‘'«])/u

/** A sentence's span without its dateline: always a suffix of the sentence. */
export function afterDateline(text: string, span: Span): Span {
  const match = dateline.exec(text.slice(span.start, Math.min(span.end, span.start + 130)))
  return match ? { start: span.start + match[0].length, end: span.end } : span
}

/** `(Reuters) - `, `Washington (CNN) `, `SANDVIK, N.D. — `: what `afterDateline` leaves, because analyzers count on it as it is. */
const agencyMark =
  /^(?:(?<place>\p{Lu}[\p{L}\p{M}.,'’-]*(?: \p{Lu}[\p{L}\p{M}.,'’-]*){0,3} )?\((?<agency>[\p{L} -]{2,30})\)\s?(?:[–—-]{1,2}\s)?\s?|\p{Lu}{3}[\p{Lu} .'’-]{0,30}, \p{Lu}[\p{L}.]{1,12}\s?[–—-]{1,2}\s)(?=[\p{Lu}\p{N}"“‘'«])/u

const agencyNames: ReadonlySet<string> = new Set(['CNN', ...agencies.flatMap(([, ...forms]) => forms)])

/** A sentence's span without the agency's mark or the place that its dateline still has: always a suffix of the sentence. */
export function afterAgencyMark(text: string, span: Span): Span {
  const match = agencyMark.exec(text.slice(span.start, Math.min(span.end, span.start + 130)))
  if (!match) return span
  const { place = '', agency } = match.groups ?? {}
  const isMark = agency === undefined || (agencyNames.has(agency) && !initialsBefore(`${place}(`).endsWith(agency))
  return isMark ? { start: span.start + match[0].length, end: span.end } : span
}

const agencyDateline = /^\p{Lu}[\p{L}\p{M}\p{N} .,'’/-]{1,60}\s\((\p{Lu}[\p{L} /-]{1,30})\)\s?[–—-]{1,2}\s/mu
/** Characters from the start of a text within which a dateline may appear: below a byline and a date. */
const reach = 300

/**
 * The agency in a text's dateline (`SANDVIK (CNA) –`), where agencies sign their dispatches; otherwise undefined. Not counted: a
 * picture caption (`The pier at dawn (AFP photo) –`, `(Ann Lee/AFP) –`) and an organization followed by its abbreviation (`World
 * Health Organization (WHO) –`).
 */
export function datelineAgency(text: string): string | undefined {
  const [head = '', agency] = agencyDateline.exec(text.slice(0, reach)) ?? []
  const isOfPicture = speaksOfPictures(head) || /\p{L} \p{Lu}[\p{L}-]*\//u.test(agency ?? '')
  return isOfPicture || initialsBefore(head).endsWith(agency ?? ' ') ? undefined : agency
}

/** `WHO` of `World Health Organization (`. */
function initialsBefore(head: string): string {
  const words = head.slice(0, head.indexOf('(')).split(/[\s-]+/)
  return words.map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '').join('')
}

/** Words for pictures in all languages we read, as part of a pattern. */
export const pictureNouns = [
  'photo(?:graph)?s?|photograph(?:y|ers?|ed)|photojournalists?|pictures?|images?|imagery|videos?|videograph(?:y|ers?)|footage|screen-?(?:shots?|grabs?)',
  "photographies?|photographes?|vidéos?|clichés?|captures? d[’']écran",
  '\\p{L}*(?:fotos?|bild(?:er)?|aufnahmen?|videos?)|fotograf(?:in|en)?',
  'fotograf[ií]as?|fotógrafos?|fotografas?|imagen|imágenes|vídeos?|imagem|imagens|immagin[ei]',
  '(?:ال|بال)?(?:صور|صورة|تصوير|فيديو|فيديوهات|مصور|مصورة|عدسة)|بعدسة',
].join('|')

const picture = new RegExp(`(?<![\\p{L}\\p{M}])(?:${pictureNouns})(?![\\p{L}\\p{M}])`, 'iu')

/** Whether a few words, such as those before the agency in a dateline, are about pictures: `File photo, Lyon (Reuters) -`. */
export function speaksOfPictures(words: string): boolean {
  return picture.test(words)
}
