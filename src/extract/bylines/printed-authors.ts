import type { PageFacts } from '../facts/page-facts.ts'
import { readDate } from '../facts/read-date.ts'
import type { HeadLines } from '../head-lines.ts'
import { keyOf } from '../words.ts'
import { isAgency } from './agency-credit.ts'
import { hasGivenName, hasNameShape, looksLikeName, withoutLetters } from './person-name.ts'
import { hasLeadIn, isBareLeadIn, isRoleLine, splitNames, uniqueNames } from './split-names.ts'

const unspaced = /\p{Script=Arabic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Lo}/u
const numericDate = /^\W*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\W*$/
/** So many lines directly above a headline may have its author and date. */
const nearAbove = 4
const readingTime = /^\W*\d{1,3}\s*[-–]?\s*(?:min(?:ute)?s?\b|mins? read)/iu

/**
 * The author names printed on a page: after `By` near the headline, in elements marked as bylines there, as links to author pages, below a
 * portrait, beside a date or an office; else in a note at the end of the text. `isOutlet` recognizes the site itself, which counts where
 * nobody else is named.
 */
export function printedAuthors(
  { head, titleAt, foot, signing }: HeadLines,
  facts: PageFacts,
  isOutlet: (name: string) => boolean,
): string[] {
  const lines = withoutOthers(head.map(parted))
  const title = ` ${keyOf(head[titleAt] ?? '')} `
  const below = lines.slice(titleAt + 1).flat()
  const above = titleAt < 0 ? [] : lines.slice(0, titleAt).flat()
  const marked = new Set(facts.bylines.map(keyOf))
  let siteAuthors: string[] = []
  const all = above.length
  // Where the page marks its authors otherwise, a portrait shows who was interviewed.
  const inPortrait = (part: readonly string[]) =>
    facts.bylines.length > 0 ? [] : standing(part, (line) => facts.portraits.has(line) && mayBePortrait(line))
  const finders: readonly (readonly [find: (part: readonly string[]) => string[], reachAbove: number])[] = [
    [afterBy, all],
    [(part) => standing(part, (line) => marked.has(keyOf(line)) && isNameLine(line)), all],
    [(part) => standing(part, (line) => facts.authorLinks.has(line) && isNameLine(line)), all],
    [inPortrait, all],
    [besideDate, nearAbove],
    [(part) => standing(part, (line) => marked.has(keyOf(line)) && isOrganizationLine(line)), 0],
  ]
  for (const [find, reachAbove] of finders)
    for (const part of [below, above.slice(Math.max(0, all - reachAbove))]) {
      // A person named in the headline is the subject, not the author; above it, `By Industry` is a menu's entry.
      const names = find(part)
        .slice(0, 8)
        .filter((name) =>
          find === afterBy ? part === below || hasNameShape(name) : !title.includes(` ${keyOf(name)} `),
        )
      if (names.some((name) => !isOutlet(name))) return names
      // The site's own name in a logo or beside a date doesn't say that it wrote this.
      if (siteAuthors.length === 0 && find !== inPortrait && find !== besideDate) siteAuthors = names
    }
  const end = foot.flatMap(parted)
  const noted = inNote(end)
  if (noted.length > 0) return noted
  const signed = uniqueNames(end.filter((line) => line.length <= 60).flatMap((line) => afterBy([line])))
  if (signed.length === 1) return signed
  const alone = signing.map(namesAlone).find((names) => names.length > 0 && names.every((name) => !isOutlet(name)))
  return alone ?? siteAuthors
}

/** The names of a line that has full names of people and nothing else: `Ann Lee/Bo Ray`. */
function namesAlone(line: string): string[] {
  const names = splitNames(line)
  const isPerson = (name: string): boolean => looksLikeName(name) && !isAgency(name)
  const isWhole = keyOf(names.join(' ')) === keyOf(line.replace(/\s(?:and|&|et|und|y)\s/gu, ' '))
  return isWhole && names.every(isPerson) ? uniqueNames(names) : []
}

/** The names that lines give after `By`. */
export function signedLine(lines: readonly string[]): string[] {
  return afterBy(withoutOthers(lines.map(parted)).flat())
}

/** `Medically reviewed by: Ann Lee`, `Photos by`: what others than the author did. */
const byOthers =
  /^(?:\p{L}+ )?(?:(?:reviewed|edited|verified|checked|fact-checked|updated|translated|illustrated|photographed) (?:for \p{L}+ )?by|(?:photos?|photograph(?:s|y)|pictures?|illustrations?|graphics?|videos?) (?:by\b|:))\s*:?/iu

/** The parts of lines without who reviewed, edited, translated or illustrated, whose name may be the part after that. */
function withoutOthers(lines: readonly (readonly string[])[]): string[][] {
  let isNext = false
  return lines.map((parts) =>
    parts.filter((part) => {
      const label = byOthers.exec(part)?.[0]
      const isOther = label !== undefined || (isNext && hasNameShape(part))
      isNext = label?.length === part.length
      return !isOther
    }),
  )
}

/** Parts of a line; pages run date and name together when their boxes have no space between. */
function parted(line: string): string[] {
  return line
    .replace(/(\b(?:19|20)\d\d)(?=\p{Lu}\p{Ll})/gu, '$1|')
    .replace(
      /(\p{Ll}{2})(?=(?:\d{1,2} \p{L}{3,9}|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2},?) (?:19|20)\d\d)/gu,
      '$1|',
    )
    .replace(/^(by|written by)(?=\p{Lu})/iu, '$1 ')
    .replace(/(\p{Ll}{2})(?=(?:View|Read|See|Follow|More|Share)\b)/gu, '$1|')
    .split(/\s*[|•·⋅∙‧●・]\s*|\s[–—-]\s/u)
    .filter((part) => part !== '')
}

function isNameLine(line: string): boolean {
  return hasNameShape(line) || (unspaced.test(line) && line.length <= 40) || /^\p{Lu}[\p{L}’'-]{2,}$/u.test(line)
}

function isOrganizationLine(line: string): boolean {
  return line.length <= 40 && mayFollowBy(line) && readDate(line) === undefined && splitNames(line).length === 1
}

function mayBePortrait(line: string): boolean {
  return looksLikeName(line) || (!line.includes(' ') && hasGivenName(line) && /^\p{Lu}\p{Ll}+$/u.test(line))
}

/** True for what may follow `By`: a person, or an organization in capitals. */
export function mayFollowBy(name: string): boolean {
  if (unspaced.test(name)) return name.length <= 40
  const words = withoutLetters(name).split(' ')
  return (
    name !== '' &&
    words.length <= 6 &&
    words.every((word) =>
      /^(?:[\p{Lu}\d]|(?:the|of|and|team|staff|editors|de|del|della|der|van|von|la|le|al|bin|for)$)/u.test(word),
    )
  )
}

function afterBy(lines: readonly string[]): string[] {
  for (const [i, line] of lines.entries()) {
    if (isBareLeadIn(line)) {
      const names = namesFrom(lines.slice(i + 1, i + 8))
      if (names.length > 0) return names
    } else if (hasLeadIn(line)) {
      const [first = '', ...others] = line.length <= 120 ? splitNames(line) : []
      const isOne = /^by\s/i.test(line) && /^[\p{L}\d]+$/u.test(first)
      if (isOne || mayFollowBy(first)) return uniqueNames([first, ...others.filter(mayFollowBy)])
    } else {
      const inside = /\bby (\p{Lu}.*)$/u.exec(line)?.[1]
      const names = inside === undefined || readDate(line) === undefined ? [] : splitNames(inside).filter(mayFollowBy)
      if (names.length > 0) return uniqueNames(names)
    }
  }
  return []
}

/** The names after `By` at the start of lines, separated by commas and `and`. */
function namesFrom(lines: readonly string[]): string[] {
  const names: string[] = []
  for (const line of lines) {
    if (/^\W*(?:and|&|et|und|y|,)?\W*$/iu.test(line)) continue
    const found = splitNames(line.replace(/^(?:and|&|et|und|,)\s+/iu, '')).filter(mayFollowBy)
    if (found.length === 0 || line.length > 100 || readDate(line) !== undefined || isRoleLine(line)) break
    if (names.length > 0 && !found.every(looksLikeName)) break
    names.push(...found)
  }
  return uniqueNames(names)
}

function standing(lines: readonly string[], test: (line: string) => boolean): string[] {
  const first = lines.findIndex(test)
  if (first < 0) return []
  return uniqueNames(
    lines
      .slice(first, first + 8)
      .filter(test)
      .flatMap(splitNames),
  )
}

/** A name with a date, a reading time, an office or an account within two lines. */
function besideDate(lines: readonly string[]): string[] {
  const isBeside = (line: string | undefined): boolean =>
    line !== undefined &&
    line.length <= 60 &&
    (readDate(line) !== undefined || numericDate.test(line) || readingTime.test(line) || isRoleLine(line))
  for (const [i, whole] of lines.entries()) {
    const line = whole.replace(/ in \p{Lu}.*$/u, '')
    const written = writersIn(line)
    if (written.length > 0) return written
    const near = [i - 2, i - 1, i + 1, i + 2]
    if (isTeam.test(line) && near.some((at) => isBeside(lines[at]))) return [line]
    const [, bare = line, mark] = ownMark.exec(line) ?? []
    if (!looksLikeName(bare) || !hasGivenName(bare)) continue
    const isMarked = mark !== undefined && (mark.includes('@') || isRoleLine(mark.replace(/^\W+|\W+$/g, '')))
    if (isMarked || near.some((at) => isBeside(lines[at]))) return uniqueNames(splitNames(bare))
  }
  return []
}

const isTeam = /^(?:the )?(?:\p{Lu}[\p{L}\d.]* ){1,3}(?:team|staff)$/iu

/** `Ann Lee (Senior editor)`, `Ann Lee @annlee`, `Ann Lee, University of Elsewhere`. */
const ownMark = /^(.{4,40}?)(\s*\([^()]{3,40}\)|\s+@\w{2,30}|, \p{Lu}[^,]{2,60})$/u

const writtenBy =
  /\b(?:[Ww]ritten|[Aa]uthored|[Pp]osted) by ((?:\p{Lu}[\p{L}.’'-]+ ){1,3}\p{Lu}[\p{L}’'-]+(?:(?:,? and|,? &|,) (?:\p{Lu}[\p{L}.’'-]+ ){1,3}\p{Lu}[\p{L}’'-]+){0,5})/u

/** `Ann Lee and Bo Ray` of `written by Ann Lee and Bo Ray`; one name if the words after it are none. */
function writersIn(line: string): string[] {
  const [first = '', ...others] = splitNames(writtenBy.exec(line)?.[1] ?? '')
  if (!looksLikeName(first)) return []
  return uniqueNames([first, ...(others.every((name) => looksLikeName(name) && hasGivenName(name)) ? others : [])])
}
const aboutAuthor =
  /^(?:about (?:the )?(?:author|writer)s?|(?:the )?authors?|written by|published by|posted by|contributors?)\s*:?\s*/iu
const isWriter =
  /^((?:\p{Lu}[\p{L}.’'-]+ ){1,3}?\p{Lu}[\p{L}’'-]+),? (?:is|was|has been|writes|covers|ist|est) .{0,120}\b(?:writer|editor|reporter|journalist|author|blogger|columnist|correspondent|writes|covers|contributor|founder)\b/u

/** `Ann Lee is a nurse…`, `Ann Lee covered cars…` under `Ann Lee`. */
function isAbout(note: string | undefined, name: string): boolean {
  return (
    note !== undefined &&
    note.length > name.length + 40 &&
    /^ \p{Ll}/u.test(note.slice(name.length)) &&
    note.startsWith(name)
  )
}

function inNote(lines: readonly string[]): string[] {
  for (const [i, line] of lines.entries()) {
    const written = writersIn(line)
    if (written.length > 0) return written
    const named = isWriter.exec(line)?.[1]
    if (named !== undefined && looksLikeName(named)) return [named]
    if (looksLikeName(line) && hasGivenName(line) && isAbout(lines[i + 1], line)) return [line]
    const lead = aboutAuthor.exec(line)?.[0]
    if (lead === undefined) continue
    const after = line.slice(lead.length) || (lines.slice(i + 1, i + 4).find(looksLikeName) ?? '')
    if (looksLikeName(after) || (lead.length < line.length && mayFollowBy(after))) return uniqueNames(splitNames(after))
  }
  return []
}
