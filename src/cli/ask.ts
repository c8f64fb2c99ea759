import type { AnswerPoint } from '../core/answer.ts'
import { sureEnough } from '../core/quote.ts'
import { isTimeUnknown } from '../core/time/day-only.ts'
import { ask as askOperation } from '../operations/search/ask.ts'
import type { AskView } from '../operations/search/ask-views.ts'
import { type Command, exitCodes, UsageError } from './command.ts'
import { counted, inQuotationMarks, type Terminal } from './terminal.ts'

export const ask: Command = {
  name: 'ask',
  usage: '<question>…',
  summary: 'Answer a question with cited passages of articles',
  options: {
    story: { type: 'string', takes: 'ID', means: 'search only the articles of this story' },
    entity: { type: 'string', takes: 'ID', means: 'search only articles about this person, organization or place' },
    folder: { type: 'string', takes: 'NAME', means: 'search only articles of feeds in this folder' },
    from: { type: 'string', takes: 'TIME', means: 'search only articles from this day or time on' },
    until: { type: 'string', takes: 'TIME', means: 'search only articles before this day or time' },
    follows: { type: 'string', takes: 'QUESTION', means: 'the previous question, if this one refers to it' },
  },
  async run({ args, values, terminal, open }) {
    if (args.length === 0) throw new UsageError('Give a question, such as “What did the council decide?”')
    const { story, entity, folder, from, until, follows } = values
    const asked = askOperation.input.safeParse({
      question: args.join(' '),
      storyId: story,
      entityId: entity,
      folder,
      from,
      until,
      follows,
    })
    if (!asked.success) throw new UsageError('--from and --until take a day or a time such as 2025-08-19T14:00Z.')
    await using app = await open()
    const view = await askOperation.run(app.operations, asked.data)
    if (!view) {
      const named = [
        story && `story ${story}`,
        entity && `person, organization or place ${entity}`,
        folder && `folder ${folder}`,
      ]
      terminal.error(`There is no ${named.filter(Boolean).join(' or no ')}.`)
      return exitCodes.notFound
    }
    terminal.json(view)
    printAnswer(view, terminal)
    return exitCodes.ok
  },
}

/** Prints an answer as numbered passages, followed by their sources. */
function printAnswer({ answer }: AskView, terminal: Terminal): void {
  const cited: AnswerPoint[] = []
  const print = (point: AnswerPoint) => {
    cited.push(point)
    const said = point.speaker
    const by = said === undefined ? '' : `${said.confidence < sureEnough ? 'probably ' : ''}${said.name}: `
    terminal.line(
      `  ${by}${inQuotationMarks(said?.isDirect ? 'direct' : 'indirect', point.citation.exact)} [${cited.length}]`,
    )
  }
  if (answer.kind === 'answered') {
    terminal.line('Answer')
    for (const group of answer.groups) {
      terminal.line(group.title)
      for (const point of group.points) print(point)
    }
    if (answer.conflicts.length > 0) terminal.line('\nHere accounts differ')
    for (const { a, b } of answer.conflicts) {
      print(a)
      print(b)
    }
  } else if (answer.kind === 'closest') {
    terminal.line('Closest passages, not checked to answer this')
    for (const passage of answer.passages) {
      print(passage)
      const { in: place, words } = passage.why
      if (words.length > 0)
        terminal.line(`      ${place === 'passage' ? 'mentions' : 'its article mentions'} ${words.join(', ')}`)
    }
  } else {
    terminal.line(nothing[answer.reason])
  }
  if (cited.length > 0) terminal.line('')
  cited.forEach(({ sourceName, publishedAt, alsoIn, articleId, label, firstReport }, at) => {
    const also = alsoIn.length === 0 ? '' : `, also in ${alsoIn.join(', ')}`
    const first =
      firstReport === undefined
        ? ''
        : `, first here${firstReport.agency === undefined ? '' : `, from ${firstReport.agency}`}`
    const labels = [label?.kind, label?.completeness, label?.isWithdrawn && 'withdrawn']
      .map((one) => (one === undefined ? '' : `, ${one}`))
      .join('')
    terminal.line(
      `[${at + 1}] ${sourceName}${labels}, ${isTimeUnknown(publishedAt) ? 'undated' : `${publishedAt.slice(0, 16).replace('T', ' ')} UTC`}${also}${first} (${articleId})`,
    )
  })
  const { articleCount, sentenceCount, quoteCount, missing, isCut } = answer.searched
  terminal.line(
    `\nSearched: ${counted(articleCount, 'article')}${isCut ? ' of more that match' : ''}, ${counted(sentenceCount, 'sentence')}, ${counted(quoteCount, 'quotation')}.` +
      (missing.length === 0 ? '' : ` Not found: ${missing.join(', ')}.`),
  )
}

const nothing = {
  nothing: 'Nothing found: there is no article about this.',
  'no-question': 'That question names nothing to look up. Name a person, place or topic.',
} as const
