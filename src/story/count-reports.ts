import { cite } from '../core/citation.ts'
import { defined } from '../core/defined.ts'
import { agencies, agencyNamed } from '../core/names/agencies.ts'
import { nth } from '../core/nth.ts'
import type { Source } from '../core/source.ts'
import type { Member, Report } from '../core/story.ts'
import { datelineAgency } from '../core/time/dateline.ts'
import { isCopyKind, isEarlier, type Overlap, overlapsOf, ownShareOf } from './measure-overlap.ts'
import { mayBeOpinion } from './reads-as-opinion.ts'
import { type CreditedOutlet, creditedOutlet, isToldTo, outletKey } from './retellings/credited-outlet.ts'
import type { MemberText } from './story-text.ts'

const shownNames = new Map(agencies.map(([name]) => [name.toLowerCase(), name]))

/** The display name of an agency that a credit line or source name refers to; undefined if it is no agency. */
export function agencyName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  return agencyNamed(name) ?? shownNames.get(name.trim().toLowerCase())
}

/** An agency for a credit line that names one, known to us or not, because the field is for agencies. */
export function creditName(credit: string | undefined): string | undefined {
  const trimmed = credit?.trim()
  return trimmed ? (agencyName(trimmed) ?? trimmed) : undefined
}

/** A member with at least this share of its own words, in at least `minOwnSentences`, is an independent report. */
const minOwnShare = 0.5
const minOwnSentences = 3
/** A member that shares less than this with earlier ones counts as original. */
const originalShare = 0.97

/** A member before its group is known. */
type CountedMember = {
  readonly text: MemberText
  readonly overlaps: readonly Overlap[]
  readonly own: number
  readonly role: Member['role']
  readonly isOwnReport: boolean
  readonly isOpinion: boolean
  /** An agency's text that shares passages with an earlier one, without an outlet's own reporter. */
  readonly isAgencys?: boolean
  readonly agency?: string
  readonly copiedFrom?: Overlap
  /** The outlet whose report it retells, and the member that is that report, if the story has it. */
  readonly retold?: CreditedOutlet & { readonly member?: number }
}

/**
 * Counts the independent reports of a story. Whole or partial copies of each other are one report; so are texts credited to one agency, and
 * the own articles of one outlet or one family of outlets. An article that reuses passages is independent if half of its words and at least
 * three sentences are its own; otherwise it belongs to the report it took them from. If the first source is unknown, role and report are
 * `undecided`. Opinion is no report, but a story of nothing else has one, since something began it.
 */
export function countReports(members: readonly MemberText[]): {
  members: readonly Member[]
  reports: readonly Report[]
} {
  const overlaps = overlapsOf(members)
  const found = members.map((text) => countedMember(text, overlaps[text.member] ?? []))
  const counted = withRetold(withOneName(found))
  const groups = groupsOf(counted)
  const placed = counted.map((each, index) => memberOf(each, groups[index] ?? index))
  return { members: placed, reports: reportsOf(counted, groups) }
}

function countedMember(text: MemberText, overlaps: readonly Overlap[]): CountedMember {
  const { article, source, originName } = text.input
  const own = ownShareOf(text, overlaps)
  const isFromAgency = agencyName(source.name) !== undefined
  const agency =
    agencyName(source.name) ?? creditName(article.credit) ?? foreignOrigin(originName, source.name) ?? signedBy(text)
  const { role, copiedFrom } = roleOf(text, overlaps, own.share)
  const hasOwn = own.share >= minOwnShare && own.sentences >= minOwnSentences
  const base = { text, overlaps, isOpinion: mayBeOpinion(text), ...defined({ agency }) }
  const hasReporter = article.authors.some((author) => !isAgencyByline(author, agency))
  if (role === 'partly-own' && agency !== undefined && !isFromAgency && !hasReporter)
    return { ...base, own: own.share, role, isOwnReport: false, isAgencys: true, ...defined({ copiedFrom }) }
  if (role !== 'original') {
    const isOwnReport = role === 'partly-own' && hasOwn
    return { ...base, own: own.share, role, isOwnReport, ...defined({ copiedFrom }) }
  }
  if (agency === undefined || isFromAgency) return { ...base, own: own.share, role, isOwnReport: true }
  // The credit line names an agency whose own text is missing: without an outlet's own reporter, the article is the agency's.
  return hasReporter
    ? { ...base, own: own.share, role: 'undecided', isOwnReport: false }
    : { ...base, own: 0, role: 'copy', isOwnReport: false }
}

function roleOf(
  text: MemberText,
  overlaps: readonly Overlap[],
  own: number,
): Pick<CountedMember, 'role' | 'copiedFrom'> {
  const copies = overlaps.filter((overlap) => isCopyKind(overlap.kind))
  const copiedFrom = mostShared(copies.filter((overlap) => overlap.first === 'other'))
  if (copiedFrom) return { role: 'copy', copiedFrom }
  if (copies.some((overlap) => overlap.first === 'unknown')) return { role: 'undecided' }
  const shares = overlaps.filter((overlap) => overlap.kind === 'shares-passages' && isEarlier(overlap, text.member))
  const sharedWith = mostShared(shares)
  return sharedWith && own < originalShare ? { role: 'partly-own', copiedFrom: sharedWith } : { role: 'original' }
}

function mostShared(overlaps: readonly Overlap[]): Overlap | undefined {
  return overlaps.reduce<Overlap | undefined>(
    (best, each) => (best && best.share >= each.share ? best : each),
    undefined,
  )
}

/** Group numbers by member, from 0 in order of each group's earliest member. */
function groupsOf(counted: readonly CountedMember[]): number[] {
  const parent = new Map<string, string>()
  const root = (node: string): string => {
    let at = node
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) {
      // Shorten chains by pointing each step further up.
      parent.set(at, parent.get(next) ?? next)
      at = next
    }
    return at
  }
  const join = (a: string, b: string) => {
    if (root(a) !== root(b)) parent.set(root(b), root(a))
  }
  for (const each of counted) for (const tie of tiesOf(each)) join(nodeOf(each.text.member), tie)
  const numbers = new Map<string, number>()
  return counted.map(({ text }) => {
    const key = root(nodeOf(text.member))
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
}

/** What groups a member with others into one report: texts it copies, its agency, its outlet and the outlet's family. */
function tiesOf({ text, overlaps, role, isOwnReport, isAgencys, agency, copiedFrom, retold }: CountedMember): string[] {
  const { source } = text.input
  const ties = overlaps.filter((overlap) => isCopyKind(overlap.kind)).map(nodeOfOther)
  if (role === 'partly-own' && !isOwnReport && !isAgencys && copiedFrom) ties.push(nodeOfOther(copiedFrom))
  if (agency !== undefined && (role !== 'partly-own' || isAgencys)) ties.push(`agency ${agency}`)
  if (retold) ties.push(retold.member === undefined ? `outlet ${retold.key}` : nodeOf(retold.member))
  if (isOwnReport) ties.push(`source ${source.id}`)
  if (isOwnReport && source.family) ties.push(`family ${source.family}`)
  return ties
}

function nodeOf(member: number): string {
  return `member ${member}`
}

function nodeOfOther(overlap: Overlap): string {
  return overlap.other === undefined ? `outside ${overlap.otherId}` : nodeOf(overlap.other)
}

function memberOf({ text, own, role, copiedFrom, retold }: CountedMember, group: number): Member {
  const { article, source, document } = text.input
  const retells = retold && cite(document, retold.sentence)
  return {
    articleId: article.id,
    documentId: document.id,
    sourceId: source.id,
    sourceName: source.name,
    title: document.title,
    publishedAt: document.publishedAt,
    kind: article.kind,
    completeness: article.completeness,
    own: Math.round(own * 1000) / 1000,
    group,
    role,
    ...defined({ copiedFrom: copiedFrom?.otherId, retells }),
  }
}

function reportsOf(counted: readonly CountedMember[], groups: readonly number[]): Report[] {
  // Groups are numbered in the order of their first members.
  const all = [...Map.groupBy(counted.keys(), (index) => groups[index] ?? index)].map(
    ([group, indexes]) => [group, indexes.map((index) => nth(counted, index))] as const,
  )
  const news = all.filter(([, inGroup]) => inGroup.some(({ isOpinion }) => !isOpinion))
  // What only reads like opinion is more likely to be a report than what its page calls so.
  const unlabeled = all.find(([, inGroup]) => inGroup.some(({ text }) => text.input.article.kind !== 'opinion'))
  return (news.length > 0 ? news : unlabeled ? [unlabeled] : all.slice(0, 1)).map(([group, inGroup]) => {
    const owner = ownerOf(inGroup)
    return {
      group,
      ...originOf(inGroup),
      ...defined({ owner }),
      documentIds: inGroup.map(({ text }) => text.input.document.id),
    }
  })
}

/** The family that joins original reports of different outlets; of several, the one with the earliest. */
function ownerOf(inGroup: readonly CountedMember[]): string | undefined {
  const outletOf = new Map<string, string>()
  for (const { text, isOwnReport } of inGroup) {
    const { family, id } = text.input.source
    if (!isOwnReport || !family) continue
    if ((outletOf.get(family) ?? id) !== id) return family
    outletOf.set(family, id)
  }
  return undefined
}

function originOf(inGroup: readonly CountedMember[]): Pick<Report, 'originName' | 'how' | 'claimedBy'> {
  const retold = inGroup.flatMap((each) => each.retold ?? [])[0]
  if (retold) {
    const original = inGroup.find(({ text }) => text.member === retold.member)
    return { originName: original?.text.input.source.name ?? retold.name, how: 'credit' }
  }
  const agency = mostCredited(inGroup)
  if (agency !== undefined) {
    const claims = inGroup.map((each) => ({ source: each.text.input.source, agency: each.agency }))
    const claimedBy = soleClaimant(claims, agency)
    return { originName: agency, how: 'credit', ...defined({ claimedBy }) }
  }
  const original = inGroup.find(({ role }) => role === 'original')
  const first = original ?? inGroup[0]
  const originName = first?.text.input.source.name ?? ''
  if (inGroup.every(({ text }) => text.input.source.id === first?.text.input.source.id))
    return { originName, how: 'alone' }
  if (!original && inGroup.some(({ role }) => role === 'undecided')) return { originName, how: 'undecided' }
  return { originName, how: 'time' }
}

/** The agency that most members of a group name; an article that only borrows passages does not name its group. */
function mostCredited(inGroup: readonly CountedMember[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { agency, role, isAgencys } of inGroup)
    if (agency !== undefined && (role !== 'partly-own' || isAgencys)) counts.set(agency, (counts.get(agency) ?? 0) + 1)
  let best: string | undefined
  for (const [agency, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = agency
  return best
}

/** `CNA`, `CNA staff`: a byline that names nobody but the agency. */
function isAgencyByline(author: string, agency: string | undefined): boolean {
  const name = creditName(author.replace(/ (?:staff|reporters?|correspondents?|newsroom)$/i, ''))
  return (
    agency !== undefined &&
    name !== undefined &&
    (name === agency || isShortFor(name, agency) || isShortFor(agency, name))
  )
}

/** The agency in a text's dateline, if no reporter of the outlet signed it. */
function signedBy({ input }: MemberText): string | undefined {
  const agency = creditName(datelineAgency(input.document.text))
  return agency !== undefined && input.article.authors.every((author) => isAgencyByline(author, agency))
    ? agency
    : undefined
}

/** `CNA` for `Coastal News Agency`: the initials. */
function isShortFor(short: string, long: string): boolean {
  return (
    short.length > 1 && long.includes(' ') && long.replace(/(\p{L})[\p{L}’'.]*[\s-]*/gu, '$1').toUpperCase() === short
  )
}

/**
 * Finds what members retell of an outlet that is in the story, or that several retell. An article that says of its own outlet's news that
 * another outlet had it belongs to that report; of two that name each other, neither.
 */
function withRetold(counted: readonly CountedMember[]): CountedMember[] {
  const sources = counted.map(({ text }) => text.input.source)
  const credited = counted.map(({ text, isOwnReport }) => (isOwnReport ? creditedOutlet(text, sources) : undefined))
  if (credited.every((each) => each === undefined)) return [...counted]
  const keys = sources.map(outletKey)
  return counted.map((each, index) => {
    const retold = credited[index]
    if (!retold) return each
    const ofOutlet = counted.filter((_, other) => keys[other] === retold.key)
    const original = ofOutlet.find(({ isOwnReport, isOpinion }) => isOwnReport && !isOpinion)
    if (original) {
      const isBack = credited[original.text.member] !== undefined
      if (isBack || (retold.kind === 'told' && !isToldTo(original.text, each.text))) return each
      return { ...each, isOwnReport: false, retold: { ...retold, member: original.text.member } }
    }
    const others = credited.filter((other) => other?.key === retold.key).length
    return others > 1 && ofOutlet.length === 0 ? { ...each, isOwnReport: false, retold } : each
  })
}

/** Replaces an agency's initials with its full name, where members use both. */
function withOneName(counted: readonly CountedMember[]): CountedMember[] {
  const agencies = [...new Set(counted.flatMap(({ agency }) => agency || []))]
  const fullNames = new Map(agencies.map((agency) => [agency, agencies.find((other) => isShortFor(agency, other))]))
  return counted.map((each) => {
    const full = fullNames.get(each.agency ?? '')
    return full ? { ...each, agency: full } : each
  })
}

/** The origin named in the feed, if it is not the outlet itself. */
function foreignOrigin(originName: string | undefined, sourceName: string): string | undefined {
  const name = originName?.trim()
  if (!name || name.toLowerCase() === sourceName.trim().toLowerCase()) return undefined
  return agencyName(name) ?? name
}

/** An article of a report with the agency it names. */
type Claim = { readonly source: Source; readonly agency?: string | undefined }

/**
 * The only outlet that credits a report to an agency: the agency's own article is missing, and no outlet of another owner names it too.
 * Anybody can print `(Reuters)`.
 */
function soleClaimant(claims: readonly Claim[], agency: string): string | undefined {
  if (claims.some(({ source }) => agencyName(source.name) === agency)) return undefined
  const claiming = claims.filter((claim) => claim.agency === agency).map(({ source }) => source)
  const owners = new Set(claiming.map(({ family, id }) => family ?? id))
  return owners.size === 1 ? claiming[0]?.name : undefined
}
