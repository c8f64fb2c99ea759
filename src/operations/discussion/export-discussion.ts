import { z } from 'zod'
import type { Comment } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { markdownLine } from '../../export/markdown-line.ts'
import type { MarksFile } from '../library/library-views.ts'
import { defineOperation } from '../operation.ts'
import { discussedId, discussedKind, findDiscussed } from './discussion-access.ts'
import type { DiscussedView } from './discussion-views.ts'

const PAGE = 1_000

export const exportDiscussion = defineOperation({
  name: 'export_discussion',
  minRole: 'guest',
  leaves: true,
  summary: 'All visible comments of a story or an article as JSON Lines or Markdown, as written',
  input: z.strictObject({ kind: discussedKind, id: discussedId, format: z.enum(['jsonl', 'md']) }),
  async run(context, { kind, id, format }): Promise<MarksFile | undefined> {
    const { store } = context
    if (!(await store.comments.isOn())) return undefined
    const on = await findDiscussed(context, { kind, id })
    if (!on) return undefined
    const lines: string[] = []
    let cursor: string | undefined
    do {
      const page = await store.comments.shown(on, PAGE, cursor)
      const names = await store.comments.namesOf(page.rows.map(({ readerId }) => readerId))
      for (const comment of page.rows) {
        const name = names.get(comment.readerId)
        lines.push(format === 'jsonl' ? jsonLine(comment, name) : markdown(comment, name))
      }
      cursor = page.next
    } while (cursor !== undefined)
    const fileName = `discussion-${kind}.${format}`
    return format === 'jsonl'
      ? { text: lines.map((line) => `${line}\n`).join(''), mediaType: 'application/jsonl; charset=utf-8', fileName }
      : { text: [heading(on), ...lines].join('\n'), mediaType: 'text/markdown; charset=utf-8', fileName }
  },
})

function jsonLine(comment: Comment, author: string | undefined): string {
  const { id, parentId, at, editedAt, body, sentence, quotes } = comment
  return JSON.stringify({
    id,
    ...defined({ parent: parentId }),
    author: author ?? null,
    at,
    ...defined({
      editedAt,
      on: sentence && {
        document: sentence.documentId,
        start: sentence.selector.span.start,
        end: sentence.selector.span.end,
        exact: sentence.selector.exact,
      },
      quotes: quotes.length > 0 ? quotes : undefined,
    }),
    body,
  })
}

function heading({ title, sourceName }: DiscussedView): string {
  return `# ${markdownLine(title)}\n${sourceName === undefined ? '' : `\n${markdownLine(sourceName)}\n`}`
}

/** A comment below its author and time; a reply is in a list, as deep as on the page. */
function markdown({ depth, at, editedAt, body, sentence }: Comment, author: string | undefined): string {
  const on = sentence ? `> ${markdownLine(sentence.selector.exact)}\n\n` : ''
  const head = `**${markdownLine(author ?? '—')}** · ${at}${editedAt === undefined ? '' : ` · ${editedAt}`}`
  const indent = '  '.repeat(depth)
  const text = `${on}${head}\n\n${body}\n`
  const lines = text.split('\n').map((line, index) => {
    if (index === 0) return `${indent}- ${line}`
    return line === '' ? '' : `${indent}  ${line}`
  })
  return lines.join('\n')
}
