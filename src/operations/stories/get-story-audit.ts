import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { csvRow } from '../../export/csv-row.ts'
import { storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { auditStory, countLines } from './audit-story.ts'
import { type AuditLine, type AuditSource, auditParts, type StoryAuditView } from './audit-views.ts'

/** Lines per page. */
export const auditPageSize = 40

export const getStoryAudit = defineOperation({
  name: 'get_story_audit',
  minRole: 'guest',
  summary: 'Every sentence a story shows with its sentence in an article, and whether the two match, checked now',
  input: z.strictObject({
    id: storyId,
    part: z.enum(auditParts).optional(),
    page: z.coerce.number<number>().int().min(1).max(10_000).optional(),
  }),
  async run(context, { id, part, page = 1 }): Promise<StoryAuditView | undefined> {
    const audited = await auditStory(context, id)
    if (!audited) return undefined
    const { lines, ...story } = audited
    const ofPart = part === undefined ? lines : lines.filter((line) => line.part === part)
    // Failed lines come first, so that nobody has to look for them.
    const ordered = [...ofPart.filter(({ holds }) => !holds), ...ofPart.filter(({ holds }) => holds)]
    const pageCount = Math.max(1, Math.ceil(ordered.length / auditPageSize))
    const shownPage = Math.min(page, pageCount)
    return {
      ...story,
      counts: countLines(lines),
      shown: lines.length,
      held: lines.filter(({ holds }) => holds).length,
      ...defined({ part }),
      lines: ordered.slice((shownPage - 1) * auditPageSize, shownPage * auditPageSize),
      page: shownPage,
      pageCount,
    }
  },
})

const columns = [
  'part',
  'how',
  'shown',
  'speaker',
  'model',
  'holds',
  'passed',
  'failed',
  'outlet',
  'title',
  'url',
  'sentence',
  'revision',
  'revisions',
  'fetched',
  'document',
  'start',
  'end',
  'others',
  'checked',
] as const

export const exportStoryAudit = defineOperation({
  name: 'export_story_audit',
  minRole: 'guest',
  leaves: true,
  summary: 'The audit of a story as CSV or JSON Lines: a row for every line it shows',
  input: z.strictObject({ id: storyId, format: z.enum(['csv', 'jsonl']) }),
  async run(context, { id, format }) {
    const audited = await auditStory(context, id)
    if (!audited) return undefined
    const rows = audited.lines.map((line) => cellsOf(line, audited.checkedAt))
    const isCsv = format === 'csv'
    return {
      text: isCsv
        ? [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))].map(csvRow).join('')
        : rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
      mediaType: isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/jsonl; charset=utf-8',
      fileName: `audit-${audited.id}.${format}`,
    }
  },
})

function cellsOf(
  { part, how, text, speaker, model, holds, checks, source, others }: AuditLine,
  checkedAt: string,
): Readonly<Partial<Record<(typeof columns)[number], string | number | boolean>>> {
  const named = (isPassed: boolean) =>
    checks
      .filter((one) => one.isPassed === isPassed)
      .map(({ check }) => check)
      .join(' ')
  return {
    part,
    how,
    shown: text,
    ...defined({ speaker, model }),
    holds,
    passed: named(true),
    failed: named(false),
    ...(source && placeCells(source)),
    others: others.flatMap(({ place }) => (place ? [placeName(place.citation)] : [])).join(' '),
    checked: checkedAt,
  }
}

function placeCells({ sourceName, title, url, revision, documentId, place }: AuditSource) {
  return {
    outlet: sourceName,
    title,
    url,
    revision: revision.number,
    revisions: revision.count,
    fetched: revision.at,
    document: documentId,
    ...(place && { sentence: place.sentence, ...place.citation.span }),
  }
}

function placeName({ documentId, span }: NonNullable<AuditSource['place']>['citation']): string {
  return `${documentId}:${span.start}-${span.end}`
}
