import type { Citation } from '../core/citation.ts'
import { asId, type StoryId } from '../core/ids.ts'
import { getToday } from '../operations/day/get-today.ts'
import { getStory, whatChangedInStory } from '../operations/stories/get-story.ts'
import type { ChangesView, StoryChange, StoryView } from '../operations/views.ts'
import { type Command, exitCodes, UsageError } from './command.ts'
import { counted, inQuotationMarks, type Terminal } from './terminal.ts'

const EVERYTHING = 10_000

export const story: Command = {
  name: 'story',
  usage: '[<id>]',
  summary: 'List today’s stories, or show one',
  options: {
    day: { type: 'string', takes: 'DAY', means: 'the stories of another day, as in 2025-08-19' },
    since: {
      type: 'string',
      takes: 'TIME',
      means: 'only what changed in the story since then, as in 2025-08-19T14:00Z',
    },
  },
  async run({ args, values, terminal, open }) {
    const asked = getToday.input.safeParse(values.day === undefined ? {} : { day: values.day })
    if (!asked.success) throw new UsageError('--day takes a day such as 2025-08-19.')
    const [id] = args
    if (id === undefined && values.since !== undefined) throw new UsageError('--since needs the id of a story.')
    await using app = await open()
    if (id === undefined) {
      const today = await getToday.run(app.operations, { ...asked.data, pageSize: EVERYTHING })
      terminal.json(today)
      terminal.line(
        `${today.day}: ${counted(today.stories.length, 'story', 'stories')} from ${counted(today.articleCount, 'article')}, ${counted(today.sourceCount, 'source')}`,
      )
      if (today.feedCount === 0) terminal.line('There are no feeds yet. Add some with: twosource add URL')
      for (const card of today.stories)
        terminal.line(
          `${String(card.reportCount).padStart(3)} of ${String(card.articleCount).padEnd(3)} ${card.id}  ${card.title}`,
        )
      return exitCodes.ok
    }
    if (values.since !== undefined) {
      const wanted = whatChangedInStory.input.safeParse({ id, since: values.since })
      if (!wanted.success) throw new UsageError('--since takes a time such as 2025-08-19T14:00Z.')
      const changes = await whatChangedInStory.run(app.operations, wanted.data)
      if (changes) {
        terminal.json(changes)
        printChanges(changes, terminal)
        return exitCodes.ok
      }
    }
    const view = await getStory.run(app.operations, { id: asId<StoryId>(id) })
    if (!view) {
      terminal.error(`There is no story ${id}. List them with: twosource story`)
      return exitCodes.notFound
    }
    terminal.json(view)
    print(view, terminal)
    return exitCodes.ok
  },
}

function print({ dossier, documents }: StoryView, terminal: Terminal) {
  const from = (id: string) => documents[id]?.sourceName ?? ''
  terminal.line(dossier.headline.title)
  terminal.line(
    `${counted(dossier.members.length, 'article')}, ${counted(dossier.reports.length, 'independent report')}`,
  )
  if (dossier.brief.length > 0) terminal.line('\nIn brief')
  for (const point of dossier.brief) terminal.line(`  — ${point.text}  [${point.outlets.join(', ')}]`)
  if (dossier.differences.length > 0) terminal.line('\nWhere accounts differ')
  for (const { a, b, why } of dossier.differences)
    terminal.line(`  ${a.speaker ?? ''}: ${a.citation.exact}\n  ${b.speaker ?? ''}: ${b.citation.exact}\n  ${why}`)
  if (dossier.ledger.length > 0) terminal.line('\nWho said what')
  for (const { speaker, utterances } of dossier.ledger) {
    terminal.line(`  ${speaker.name}`)
    for (const { wordings } of utterances) {
      const [{ kind, citation }] = wordings
      terminal.line(`    ${inQuotationMarks(kind, citation.exact)}  [${from(citation.documentId)}]`)
    }
  }
  if (dossier.timeline.length > 0) terminal.line('\nTimeline')
  for (const event of dossier.timeline) terminal.line(`  ${event.date}  ${event.text}  (“${event.expression.exact}”)`)
}

/** Prints what changed in a story since a time: one line each, newest first, with its quotation and outlet. */
function printChanges({ title, since, items, documents }: ChangesView, terminal: Terminal): void {
  terminal.line(title)
  terminal.line(items.length === 0 ? `Nothing changed since ${since}` : `What changed since ${since}`)
  for (const { cameAt, ...change } of items) {
    const late = cameAt === undefined ? '' : `  (came in ${cameAt.slice(0, 16)})`
    terminal.line(`  ${change.at.slice(0, 16)}  ${textOf(change, documents)}${late}`)
  }
}

function textOf(change: StoryChange, documents: ChangesView['documents']): string {
  const from = (id: string) => documents[id]?.sourceName ?? ''
  const cited = ({ exact, documentId }: Citation) => `${exact}  [${from(documentId)}]`
  switch (change.kind) {
    case 'article':
      return `${change.isReport ? 'new independent report' : 'new article'}: ${documents[change.documentId]?.title ?? ''}  [${from(change.documentId)}]`
    case 'headline':
      return `new headline: ${documents[change.documentId]?.title ?? ''}  [${from(change.documentId)}]`
    case 'revision':
      return `edited: ${documents[change.documentId]?.title ?? ''}  [${from(change.documentId)}]${change.removed
        .map((citation) => `\n      − ${citation.exact}`)
        .join('')}${change.added.map((citation) => `\n      + ${citation.exact}`).join('')}`
    case 'point':
      return `new in brief: ${cited(change.citation)}`
    case 'amendment':
      return `correction: ${cited(change.citation)}`
    case 'quote':
      return `said${change.speaker === undefined ? '' : ` by ${change.speaker}`}: ${cited(change.citation)}`
    case 'figure':
      return `${change.unit}, from ${change.from.value} to ${change.to.value}: ${cited(change.to.citation)}`
    case 'commitment':
      return `commitment by ${change.by}: ${cited(change.citation)}`
    case 'commitment-state':
      return `commitment by ${change.by} (${change.state}): ${cited(change.citation)}`
    case 'difference':
      return `accounts differ: ${cited(change.a)} | ${cited(change.b)}`
  }
}
