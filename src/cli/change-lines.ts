import type { Citation } from '../core/citation.ts'
import type { ChangesView, StoryChange } from '../operations/views.ts'
import type { Terminal } from './terminal.ts'

/** Prints what changed in a story since a time: one line each, newest first, with its quotation and outlet. */
export function printChanges({ title, since, items, documents }: ChangesView, terminal: Terminal): void {
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
