import type { Citation } from '../core/citation.ts'
import type { Coverage, CoverageMatrix, CoveragePoint, WordChoice } from '../core/coverage.ts'
import type { DocumentId } from '../core/ids.ts'
import { sureEnough } from '../core/quote.ts'
import type {
  Commitment,
  CommitmentChange,
  Difference,
  Dossier,
  SpeakerLedger,
  TimelineEvent,
  Utterance,
  Wording,
} from '../core/story.ts'
import { firstReport, isTimeUnknown } from '../core/time/day-only.ts'
import { type CitedSources, type Exporter, sourceOf } from './exporter.ts'
import { markdownLine } from './markdown-line.ts'
import { type ExportedTopic, noFacts } from './story-facts.ts'

/** A story as CommonMark: every line has numbered references to its outlets in the list at the end. */
export const markdown: Exporter = {
  name: 'Markdown',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  render(dossier, documents, { topics } = noFacts) {
    const references = makeReferences(documents)
    const parts = [
      [`# ${markdownLine(dossier.headline.title)}`, factsOf(dossier), ...topicLine(topics)],
      section(
        'In brief',
        dossier.brief.map((point) => `- ${markdownLine(point.text)} ${references.mark(point.citations)}`),
      ),
      section(
        'Where accounts differ',
        dossier.differences.map((difference) => differenceLines(difference, references.mark)),
      ),
      section(
        'Who said what',
        dossier.ledger.map((ledger) => ledgerLines(ledger, references.mark)),
      ),
      section(
        'Said, speaker not certain',
        dossier.unattributed.map((utterance) => utteranceLine(utterance, references.mark)),
      ),
      section(
        'Commitments',
        dossier.commitments.map((commitment) => commitmentLine(commitment, references.mark)),
      ),
      section(
        'Timeline',
        dossier.timeline.map((event) => eventLine(event, references.mark)),
      ),
      section(
        'Figures',
        dossier.figures.map((figure) => {
          const readings = figure.readings.map(
            ({ at, value, low, high, citation }) =>
              `${bounded(value, low, high)} (${at.slice(0, 16).replace('T', ' ')}) ${references.mark([citation])}`,
          )
          return `- ${markdownLine(figure.unit)}: ${readings.join(' → ')}`
        }),
      ),
      section(
        'Corrections by the outlets',
        (dossier.amendments ?? []).map(
          ({ citation }) => `- ${markdownLine(citation.exact)} ${references.mark([citation])}`,
        ),
      ),
      section('Which outlet carries which point', coverageLines(dossier.coverage, references.mark)),
      section(
        'Words they chose',
        (dossier.wordChoices ?? []).map((choice) => choiceLine(choice, references.mark)),
      ),
      section('Reports', reportLines(dossier)),
    ]
    const body = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n\n'))
    return `${[...body, ...references.list()].join('\n\n')}\n`
  },
}

type Mark = (citations: readonly Citation[]) => string

/** Numbers documents in order of first citation. */
function makeReferences(documents: CitedSources): { mark: Mark; list(): string[] } {
  const numbers = new Map<DocumentId, number>()
  const mark: Mark = (citations) => {
    const marks = citations.map(({ documentId }) => {
      sourceOf(documents, documentId)
      if (!numbers.has(documentId)) numbers.set(documentId, numbers.size + 1)
      return `[${numbers.get(documentId)}]`
    })
    // `[1][2]` would be one link with text 1 and target 2 (CommonMark §6.3).
    return [...new Set(marks)].join(' ')
  }
  const list = () => {
    if (numbers.size === 0) return []
    const lines = [...numbers].map(([documentId, number]) => {
      const { sourceName, title, publishedAt, url, isWithdrawn } = sourceOf(documents, documentId)
      const standing = isWithdrawn ? ' (withdrawn by its outlet)' : ''
      return `[${number}]: <${address(url)}> "${markdownLine(`${sourceName}: ${title}, ${isTimeUnknown(publishedAt) ? 'undated' : publishedAt}${standing}`).replaceAll('"', '\\"')}"`
    })
    return ['## Sources', lines.join('\n')]
  }
  return { mark, list }
}

/** `at least 12`, `30 to 40` */
function bounded(value: number, low: number | undefined, high: number | undefined): string {
  if (low !== undefined && high !== undefined && low < high) return `${low} to ${high}`
  if (low !== undefined && high === undefined) return `at least ${value}`
  return high !== undefined && low === undefined ? `at most ${value}` : String(value)
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')]
}

function factsOf({ members, reports }: Dossier): string {
  const first = firstReport(members)
  const counts = `${count(members.length, 'article')}, ${count(reports.length, 'independent report')}`
  return first ? `${counts}. First: ${markdownLine(first.sourceName)}, ${first.publishedAt}.` : `${counts}.`
}

/** IPTC topics with their codes. */
function topicLine(topics: readonly ExportedTopic[]): string[] {
  if (topics.length === 0) return []
  return [`Topics: ${topics.map(({ code, name }) => `${markdownLine(name)} (medtop:${code})`).join(', ')}.`]
}

function differenceLines({ a, b, signal, why }: Difference, mark: Mark): string {
  const side = ({ speaker, citation }: Difference['a']) =>
    `  - ${speaker ? `${markdownLine(speaker)}: ` : ''}${quoted(citation.exact)} ${mark([citation])}`
  const reporter = signal ? [`  - The reporter: ${quoted(signal.exact)} ${mark([signal])}`] : []
  return [`- ${markdownLine(why)}`, side(a), side(b), ...reporter].join('\n')
}

function ledgerLines({ speaker, role, utterances }: SpeakerLedger, mark: Mark): string {
  const name = role ? `${markdownLine(speaker.name)}, ${markdownLine(role.exact)}` : markdownLine(speaker.name)
  return [`### ${name}`, '', ...utterances.map((utterance) => utteranceLine(utterance, mark)), ''].join('\n')
}

function utteranceLine({ wordings, outlets, fuller }: Utterance, mark: Mark): string {
  const [first] = wordings
  // Only the words between quotation marks are the speaker's exact words.
  const words = first.kind === 'direct' ? quoted(first.citation.exact) : markdownLine(first.citation.exact)
  const isSet = wordings.some(({ pattern }) => pattern === 'label')
  const sureness = isSet
    ? ' (speaker set by a reader of this server)'
    : first.confidence < sureEnough
      ? ' (probably)'
      : ''
  return `- ${words}${sureness}${circumstances(first)} — ${outlets.map(markdownLine).join(', ')} ${mark(wordings.map(({ citation }) => citation))}${fuller ? ` (cut out of: ${quoted(fuller.exact)} ${mark([fuller])})` : ''}`
}

/** Audience, place, time and channel, each in the text's own words. */
function circumstances({ addressee, place, when, channel, translated }: Wording): string {
  return [
    addressee ? `, to ${markdownLine(addressee.exact)}` : '',
    place ? `, ${markdownLine(place.exact)}` : '',
    when ? `, ${markdownLine(when.exact)}` : '',
    channel ? `, on ${markdownLine(channel.exact)}` : '',
    translated ? `, translated (${markdownLine(translated.exact)})` : '',
  ].join('')
}

function commitmentLine({ by, reportedBy, statement, condition, due, changes = [] }: Commitment, mark: Mark): string {
  const notes = [
    ...(reportedBy ? [`according to ${markdownLine(reportedBy)}`] : []),
    ...(condition ? [`condition: ${quoted(condition.exact)}`] : []),
    ...(due ? [`due: ${quoted(due.exact)}`] : []),
  ]
  const line = `- ${markdownLine(by)}: ${markdownLine(statement.text)} ${mark(statement.citations)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
  return [line, ...changes.map((change) => changeLine(change, mark))].join('\n')
}

/** What a later article says about it. */
function changeLine({ kind, at, citation, due }: CommitmentChange, mark: Mark): string {
  const date = due ? ` (now: ${quoted(due.exact)})` : ''
  const became = { kept: 'kept', broken: 'not kept', withdrawn: 'withdrawn', changed: 'date changed' }[kind]
  return `  - ${became}, ${at.slice(0, 10)}: ${markdownLine(citation.exact)} ${mark([citation, ...(due ? [due] : [])])}${date}`
}

function eventLine(event: TimelineEvent, mark: Mark): string {
  const { date, until, isPlanned, text, expression, citations, movedFrom, movedTo } = event
  const range = until === undefined ? date : until === '..' ? `${date}…` : `${date} to ${until}`
  const from = movedFrom ? ` (before: ${movedFrom.date} ${mark([movedFrom.expression])})` : ''
  const to = movedTo ? ` (moved: ${movedTo.date} ${mark([movedTo.citation])})` : ''
  return `- ${range}${isPlanned ? ' (planned)' : ''}, “${markdownLine(expression.exact)}”: ${markdownLine(text)} ${mark(citations)}${from}${to}`
}

/** Every point that some outlets don't cover, with each outlet's coverage. */
function coverageLines(coverage: CoverageMatrix | undefined, mark: Mark): string[] {
  if (!coverage) return []
  const stands = (point: CoveragePoint, kinds: readonly Coverage['kind'][]) =>
    coverage.outlets.filter((_, index) => kinds.includes(point.cells[index]?.kind ?? 'not-known')).map(markdownLine)
  return coverage.points.map((point) => {
    const notes = [
      ['carried by', stands(point, ['carries'])],
      ['left out by', stands(point, ['left-out'])],
      ['published before it was known', stands(point, ['earlier'])],
      ['not known', stands(point, ['not-known'])],
    ] as const
    const said = notes.flatMap(([what, outlets]) => (outlets.length > 0 ? [`${what}: ${outlets.join(', ')}`] : []))
    const speaker = point.speaker ? `${markdownLine(point.speaker)}: ` : ''
    return `- ${speaker}${markdownLine(point.text)} ${mark(point.citations)} (${said.join('; ')})`
  })
}

/** Alternative words, each with the outlets that use it. */
function choiceLine({ words }: WordChoice, mark: Mark): string {
  const chosen = words.map(({ word, uses }) => {
    const outlets = uses.map(({ outlet }) => markdownLine(outlet)).join(', ')
    const cited = uses.flatMap(({ citation }) => (citation ? [citation] : []))
    return `“${markdownLine(word)}” (${outlets}${cited.length > 0 ? ` ${mark(cited)}` : ''})`
  })
  return `- ${chosen.join(' · ')}`
}

function reportLines({ reports, members }: Dossier): string[] {
  const nameOf = new Map(members.map(({ documentId, sourceName }) => [documentId, sourceName]))
  return reports.map(({ originName, how, claimedBy, owner, documentIds }) => {
    const outlets = [...new Set(documentIds.map((id) => nameOf.get(id) ?? ''))].filter((name) => name !== originName)
    const carried = outlets.length === 0 ? '' : `, carried by ${outlets.map(markdownLine).join(', ')}`
    const joins = owner === undefined ? '' : ` (one owner: ${markdownLine(owner)})`
    const doubt = claimedBy === undefined ? '' : ` (only ${markdownLine(claimedBy)} credits it)`
    return `- ${markdownLine(originName)}${how === 'undecided' ? ' (who had it first is not known)' : doubt}${carried}${joins}`
  })
}

function quoted(text: string): string {
  return `“${markdownLine(text)}”`
}

/** Only web URLs and our own paths become links; anything else is an inert fragment. */
function address(url: string): string {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(url) ? url.replace(/[<>\s"\\]/g, encodeURIComponent) : '#'
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
