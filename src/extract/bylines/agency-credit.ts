import { agencies, agencyNamed } from '../../core/names/agencies.ts'
import { speaksOfPictures } from '../../core/time/dateline.ts'
import { withoutPictureCredits } from '../pictures/picture-credit.ts'
import { keyOf } from '../words.ts'
import { bareInitials, initialsInByline, initialsInDateline, isNameOfSite, shortAgencyName } from './agency-initials.ts'

/** Credits of outlets that name no agency, by the name we show. */
const names: readonly (readonly [name: string, words: string])[] = [
  ['agencies', '(?:the )?(?:news |wire )?agencies'],
  ['agences', '(?:les )?agences(?: de presse)?'],
  ['Agenturen', '(?:nachrichten)?agenturen'],
  ['agencias', '(?:las )?agencias(?: de noticias)?'],
  ['وكالات', '(?:ال)?وكالات(?: (?:ال)?أنباء)?'],
]

const before = '(?:(?:source|sources|with|avec|mit|con|from|مع|المصدر|by|par|por|von)\\s*:?\\s*)?'
/** `عواصم ـ وكالات` */
const place = '(?:[\\p{L} ]{2,30}\\s*[-–—ـ/:،,]\\s*)?'
const readers = names.map(
  ([name, words]) =>
    [name, new RegExp(`^[\\s([–—-]*${name === 'وكالات' ? place : ''}${before}${words}[\\s)\\].]*$`, 'iu')] as const,
)

/**
 * The name for agencies that a line credits without naming them (`Agencies`, `avec agences`, `وكالات`), when it contains nothing else: an
 * outlet that prints only that did not report the article. An outlet that also names itself (`Staff and agencies`) may have.
 */
export function unnamedAgencies(line: string): string | undefined {
  return line.length > 60 ? undefined : readers.find(([, pattern]) => pattern.test(line))?.[0]
}

const anyForm = agencies.flatMap(([, ...forms]) => forms.map((form) => form.replace(/[.\\/]/g, '\\$&'))).join('|')
const anyAgency = new RegExp(`(?<!\\p{L})(?:${anyForm})(?!\\p{L})`, 'u')

const genericName = /\b((?:\p{Lu}[\p{L}.'’-]+\s+){1,4}(?:Press|News) Agency)\b/u
const dateline = new RegExp(`^[^.!?\\n]{0,90}?[(\\[]\\s*(${anyForm})\\s*[)\\]]\\s*[-–—:]`, 'u')
const openingSlash = new RegExp(`^[^.!?\\n]{2,60}?[-–—/,]\\s*(${anyForm})\\s*[-–—:]\\s`, 'u')
/** `رويترز - `: a name alone, from those that aren't also a word, place or region. */
const openingName = /^(Reuters|AFP|dpa|EFE|Xinhua|Yonhap|رويترز|فرانس برس|أ ف ب|أ\.ف\.ب)\s*[-–—ـ]\s/u
const closing = new RegExp(`(?:^|[\\s.?!”"»)])[-–—/]+\\s*(${anyForm})\\s*\\.?$`, 'u')
/** `It ended at noon. (AP)`. Initials in brackets within a sentence only abbreviate the words before them. */
const closingBrackets = new RegExp(`(?:^|[.?!…؟”"»)\\]])\\s*[-–—/]*[(\\[]+\\s*(${anyForm})\\s*[)\\]]\\.?$`, 'u')
/** `Jane Holt, formerly of Reuters` */
const former = /(?<!\p{L})(?:former(?:ly)?|previously|ex-|ancien(?:ne)?|ehemals|früher)[^,;|]*/giu
const closingLine = new RegExp(
  `^[\\s;|]*(?:sources?\\s*:|المصدر\\s*:|avec|with|quelle\\s*:|fuente\\s*:|(?:text|texte|texto|testo|النص)\\s*(?::|by)|\\(c\\)|©)?\\s*(${anyForm})[\\s;|.]*$`,
  'iu',
)
const ofText = /^(?:text|texte|texto|testo|story|words|النص|نص)\s*(?::|by)\s*/iu
/** `Additional reporting by` is added to the outlet's own report. */
const reportingBy = /(?<!\b(?:additional|further|extra|other|supplementary) )\breporting by\b[^\n]{0,200}/iu
const notBeforeSlash = /\/\s*((?:\p{Lu}[\p{L}.'’-]+\s){0,3}\p{Lu}[\p{L}.'’-]+\s?(?:Agency|Agence|Agencia|Agentur))\s*$/u

/** `AP National Security Writer`. */
const agencyStaff = new RegExp(
  `(?:^|[,\\s])(${anyForm})\\s+(?:[\\w-]+\\s+){0,4}(?:writers?|reporters?|correspondents?|journalists?|editors?)$`,
  'iu',
)

export function isAgency(text: string): boolean {
  return agencyNamed(text) !== undefined
}

/** True for a line near the headline that may name an agency: `By …`, `Source: …`, or an agency and a date. */
export function isCreditLine(line: string): boolean {
  if (line.length > 100) return false
  return (
    /^(?:by|source\s*:)\s/i.test(line) ||
    isAgency(line.replace(/[\s|·•,–-]+(?:published|updated|posted|\d|\p{L}{3,9}\.? \d).*$/iu, ''))
  )
}

/** The agency in a byline, such as `PA` for `By PA Reporter` or `Ann Lee, Associated Press`; else undefined. */
export function agencyInByline(byline: string): string | undefined {
  const whole = agencyNamed(byline.replace(/^by\s+/i, ''))
  if (whole !== undefined) return whole
  const now = withoutPictureCredits(byline).replace(former, '')
  if (now !== byline) return now.trim() === '' ? undefined : agencyInByline(now)
  const generic = genericName.exec(byline)?.[1]
  const parts = byline.split(
    /\s*[,|/;•·–—()]\s*|\s+(?:for|via|with|of|and|at|avec|mit|con|et|und)\s+(?:the\s+)?|\s-\s/i,
  )
  for (const each of parts) {
    const part = each.replace(ofText, '')
    const name =
      agencyNamed(part) ??
      agencyNamed(
        part.replace(/\s*\b(?:reporters?|staff|writers?|correspondents?|journalists?|political editor)\b.*$/i, ''),
      )
    if (name !== undefined) return name
  }
  const staff = agencyStaff.exec(byline)?.[1]
  return (staff === undefined ? undefined : agencyNamed(staff)) ?? generic
}

/** The places of a page that may name an agency: authors and bylines, sources, and the blocks of its text. */
type Named = {
  readonly authors: readonly string[]
  readonly bylines: readonly string[]
  readonly sourceNames: readonly string[]
  readonly blocks: readonly string[]
  readonly creditText?: string | undefined
}

/**
 * The agency an article comes from: named in the byline, in the dateline (`LONDON (Reuters)`), or in the closing line (`(Reporting by …)`,
 * `/Agency`, `— AFP`). Mentions inside the text do not count, and neither do the site's own names.
 */
export function readCredit(page: Named & { readonly siteNames?: readonly string[] }): string | undefined {
  const { siteNames = [] } = page
  const named = namedCredit(page)
  const short = named === undefined ? undefined : shortAgencyName(named)
  if (short !== undefined && !siteNames.some((site) => keyOf(site) === keyOf(short))) return short
  const initials = creditByInitials(page)
  return initials === undefined || isNameOfSite(initials, siteNames) ? creditToUnnamed(page) : initials
}

function creditToUnnamed({ authors, bylines, sourceNames, creditText = '', blocks }: Named): string | undefined {
  const lines = [...authors, ...sourceNames, creditText, ...bylines.slice(0, 6), blocks.at(-1) ?? '']
  return lines.map(unnamedAgencies).find((name) => name !== undefined)
}

/** Initials of an agency that isn't in our list: in a dateline or a staff byline, or as credit in the structured data. */
function creditByInitials(page: Named): string | undefined {
  for (const block of page.blocks.slice(0, 4)) {
    const initials = initialsInDateline(block)
    if (initials !== undefined && !speaksOfPictures(block.slice(0, block.indexOf('(')))) return initials
  }
  for (const line of [...page.authors, ...page.sourceNames, ...page.bylines.slice(0, 6)]) {
    const initials = initialsInByline(line)
    if (initials !== undefined) return initials
  }
  return page.creditText === undefined ? undefined : bareInitials(page.creditText)
}

function namedCredit(page: Named): string | undefined {
  for (const line of [...page.authors, ...page.sourceNames, page.creditText ?? '', ...page.bylines.slice(0, 6)]) {
    const name = line.length <= 160 ? agencyInByline(line) : undefined
    if (name !== undefined) return name
  }
  for (const block of page.blocks.slice(0, 4)) {
    const name = agencyInOpening(block)
    if (name !== undefined) return name
  }
  return creditAtEnd(page.blocks.slice(-4))
}

function agencyInOpening(block: string): string | undefined {
  const [head, form] = dateline.exec(block) ?? openingSlash.exec(block) ?? openingName.exec(block) ?? []
  if (head === undefined || form === undefined || speaksOfPictures(head)) return undefined
  return agencyNamed(form)
}

function creditAtEnd(blocks: readonly string[]): string | undefined {
  for (const block of blocks.toReversed()) {
    const line = withoutPictureCredits(block)
    const form = (closingLine.exec(line) ?? closing.exec(line) ?? closingBrackets.exec(line))?.[1]
    const name = form === undefined ? undefined : agencyNamed(form)
    if (name !== undefined) return name
    const reporting = reportingBy.exec(line)?.[0]
    if (reporting !== undefined) {
      const generic = genericName.exec(reporting)?.[1] ?? genericName.exec(line)?.[1]
      if (generic !== undefined) return agencyNamed(generic) ?? generic
      const named = agencyInByline(reporting.replace(/^reporting by\s*/i, ''))
      if (named !== undefined) return named
      // The form `(Reporting by A; editing by B)` is Reuters' own, which uses no other agency's pictures.
      const isOfOthers = anyAgency.test(block) && !anyAgency.test(line)
      if (!isOfOthers && /^\(?\s*reporting by\b.*;.*\bediting by\b/iu.test(line)) return 'Reuters'
    }
    const slash = notBeforeSlash.exec(line)?.[1] ?? (line.length <= 80 ? genericName.exec(line)?.[1] : undefined)
    if (slash !== undefined) return agencyNamed(slash) ?? slash.trim()
  }
  return undefined
}
