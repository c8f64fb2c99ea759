import type { z } from 'zod'
import { type ArticleId, asId, type ChoiceId, type StoryId } from '../core/ids.ts'
import type { StoryChoice, StoryEvent } from '../core/story-choice.ts'
import type { Operation, OperationContext } from '../operations/operation.ts'
import { answerProposal } from '../operations/stories/answer-proposal.ts'
import { arrangeStory } from '../operations/stories/arrange-story.ts'
import type { ArrangeView, ChoiceResult, ProposalView } from '../operations/stories/choice-views.ts'
import { getStory } from '../operations/stories/get-story.ts'
import { leaveStory, mergeStories, splitStory, undoChoice } from '../operations/stories/story-choices.ts'
import { type Call, type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import type { Terminal } from './terminal.ts'

const acts = ['out', 'merge', 'undo', 'accept', 'dismiss'] as const
type Act = (typeof acts)[number]
const historyShown = 20

/**
 * Lists the articles of a story by number, with its corrections, proposals and history. Moves numbered articles to a story of their
 * own or, with --into, to another one; merges stories, undoes a correction, answers a proposal.
 */
export const arrange: Command = {
  name: 'arrange',
  usage: '<story> [<number>…]',
  summary: 'Move articles between stories, split or merge them',
  details: 'Without options: lists the articles of the story by number, decisions, suggestions and history.',
  options: {
    out: { type: 'boolean', means: 'move these articles into a story of their own' },
    into: { type: 'string', takes: 'STORY', means: 'with --out: move them into this story' },
    merge: { type: 'string', takes: 'STORY', means: 'merge this story into the first' },
    undo: { type: 'string', takes: 'CHOICE', means: 'undo a decision' },
    accept: { type: 'string', takes: 'ID', means: 'accept a suggestion' },
    dismiss: { type: 'string', takes: 'ID', means: 'dismiss a suggestion for good' },
  },
  async run(call) {
    const { args, values, terminal, open } = call
    const act = actOf(call)
    const id = args[0]
    if (id === undefined) throw new UsageError('Give the id of a story. List them with: twosource story')
    await using app = await open()
    const { operations } = app
    const view = await arrangeStory.run(operations, arrangeStory.input.parse({ id }))
    if (!view) {
      terminal.error(`There is no story ${id}. List them with: twosource story`)
      return exitCodes.notFound
    }
    if (act === undefined) return await print(view, operations, terminal)
    const given = String(values[act])
    switch (act) {
      case 'out':
        return printResult(await takeOut(view, call, operations), terminal)
      case 'merge':
        return printResult(await runParsed(mergeStories, operations, { story: view.id, other: given }), terminal)
      case 'undo':
        return printResult(await undoChoice.run(operations, { id: asId<ChoiceId>(given) }), terminal)
      case 'accept':
      case 'dismiss': {
        const answer = { story: view.id, proposal: given, isAccepted: act === 'accept' }
        return printResult(await runParsed(answerProposal, operations, answer), terminal)
      }
    }
  },
}

/** The one action requested. Throws UsageError for two actions, or for an action without its object. */
function actOf({ args, values }: Call): Act | undefined {
  const given = acts.filter((act) => values[act] !== undefined)
  const numbers = args.slice(1)
  if (given.length > 1) throw new UsageError(`Give one of ${given.map((act) => `--${act}`).join(' and ')}, not both.`)
  const [act] = given
  if (act === 'out' && numbers.length === 0) throw new UsageError('Give the numbers of the articles, as in the list.')
  if (act !== 'out' && numbers.length > 0) throw new UsageError('Numbers of articles need --out.')
  if (values.into !== undefined && act !== 'out') throw new UsageError('--into needs --out.')
  const wrong = numbers.find((number) => !/^\d{1,6}$/.test(number))
  if (wrong !== undefined) throw new UsageError(`${wrong} isn’t the number of an article.`)
  return act
}

async function takeOut(view: ArrangeView, { args, values }: Call, operations: OperationContext) {
  const articles = args.slice(1).map((number): ArticleId => {
    const article = view.articles[Number(number) - 1]
    if (!article) throw new UsageError(`There is no article ${number} in the story.`)
    return article.articleId
  })
  const to = typeof values.into === 'string' ? { to: asId<StoryId>(values.into) } : {}
  const [article] = articles
  return articles.length === 1 && article
    ? leaveStory.run(operations, { story: view.id, article, hasReport: false, ...to })
    : splitStory.run(operations, { story: view.id, articles, ...to })
}

function runParsed<Input extends z.ZodType, View>(
  operation: Operation<string, Input, View>,
  operations: OperationContext,
  input: unknown,
): Promise<View> {
  const parsed = operation.input.safeParse(input)
  if (!parsed.success) throw new UsageError('That isn’t an ID. List decisions with: twosource arrange STORY')
  return operation.run(operations, parsed.data)
}

function printResult(result: ChoiceResult | undefined, terminal: Terminal): ExitCode {
  terminal.json(result ?? null)
  switch (result?.kind) {
    case undefined:
      terminal.error('There is no such decision. List them with: twosource arrange STORY')
      return exitCodes.notFound
    case 'refused':
      terminal.error(result.message)
      return exitCodes.failed
    case 'already':
      terminal.line('Nothing more to do.')
      return exitCodes.ok
    case 'done':
      terminal.line(
        `${lineOf(result.choice)}\nUndo it with: twosource arrange ${result.choice.from} --undo ${result.choice.id}`,
      )
      break
    case 'undone':
      terminal.line(`Undone: ${lineOf(result.choice)}`)
  }
  terminal.line('The running server updates the stories; without one, run: twosource refresh')
  return exitCodes.ok
}

async function print(view: ArrangeView, operations: OperationContext, terminal: Terminal): Promise<ExitCode> {
  const story = await getStory.run(operations, { id: view.id })
  const { history = [], proposals = [] } = story ?? {}
  terminal.json({ ...view, history, proposals })
  terminal.line(view.title)
  for (const [index, { sourceName, title }] of view.articles.entries())
    terminal.line(`${String(index + 1).padStart(3)}  ${sourceName}: ${title}`)
  if (view.mergeable.length > 0) terminal.line('\nNearest stories')
  for (const { id, title } of view.mergeable) terminal.line(`  ${id}  ${title}`)
  if (view.choices.length > 0) terminal.line('\nDecisions')
  for (const choice of view.choices) terminal.line(`  ${choice.id}  ${lineOf(choice)}`)
  if (proposals.length > 0) terminal.line('\nSuggestions (--accept or --dismiss)')
  for (const proposal of proposals) terminal.line(`  ${proposal.id}  ${proposalLine(proposal)}`)
  if (history.length > 0) terminal.line('\nHistory')
  for (const event of history.slice(0, historyShown)) terminal.line(`  ${event.at}  ${eventLine(event)}`)
  return exitCodes.ok
}

function lineOf({ kind, articleIds, fromTitle, toTitle, to }: StoryChoice): string {
  const verb = { leave: 'taken out', split: 'split off', merge: 'merged' }[kind]
  return `${articleIds.length} ${verb}: from “${fromTitle}” to “${toTitle}” (${to})`
}

function proposalLine({ kind, other, articles }: ProposalView): string {
  if (kind === 'merge') return `merge with “${other?.title}” (${other?.id})`
  return `split off ${articles.map(({ title }) => `“${title}”`).join(', ')}${other ? ` into “${other.title}”` : ''}`
}

function eventLine(event: StoryEvent): string {
  if ('articleId' in event) return `${event.kind}: ${event.sourceName}: ${event.title}`
  const { kind, by, articleIds, isInto, fromTitle, toTitle } = event
  return `${kind} by ${by}: ${articleIds.length} ${isInto ? `from “${fromTitle}”` : `to “${toTitle}”`}`
}
