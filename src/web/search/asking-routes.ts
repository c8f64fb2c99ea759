import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { getToday } from '../../operations/day/get-today.ts'
import { listFolders } from '../../operations/feeds/folders.ts'
import { getEntity } from '../../operations/people/get-entity.ts'
import { listEntities } from '../../operations/people/list-entities.ts'
import { ask } from '../../operations/search/ask.ts'
import { answerKey } from '../../operations/search/ask-views.ts'
import { cancelAnswer, findWrittenAnswer, writeAnswer } from '../../operations/search/write-answer.ts'
import { getStory } from '../../operations/stories/get-story.ts'
import type { StoryView } from '../../operations/views.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { badRequest } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { answerPage, askPage } from './pages/ask.ts'
import { type AskAddress, askInput, askPath, readAskAddress } from './parts/ask-address.ts'
import { entityExamples, languageToAsk, type NewsExample, newsExamples, storyExamples } from './parts/ask-examples.ts'
import type { AskedOf } from './parts/ask-scope.ts'

const storiesAsked = 4

/** Asking, and the answer a model writes. The URL contains the question and those before it. */
export function askingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/ask', async (context) => {
    const address = readAskAddress((name) => context.req.queries(name) ?? [])
    if (address.question === '') return form(context, address)
    const input = askInput(address, readerOf(context, options).timeZone)
    const view = await run(context, ask, { ...input, judge: 'start' })
    if (!view) return context.notFound()
    const key = answerKey(view)
    const written = view.answer.kind === 'answered' ? await run(context, findWrittenAnswer, { key }) : undefined
    const reader = readerOf(context, options)
    const folders = await foldersOf(context, address)
    return sendPage(context, answerPage(view, address, reader, written && { ...written, key }, folders))
  })

  web.post('/ask/write', async (context) =>
    change(context, (address) => run(context, writeAnswer, askInput(address, readerOf(context, options).timeZone))),
  )
  web.post('/ask/cancel', async (context) => change(context, (_, key) => run(context, cancelAnswer, { key })))

  async function change(context: Context, act: (address: AskAddress, key: string) => Promise<unknown>) {
    const form = await readForm(context)
    const address = form && readAskAddress((name) => texts(form as Form, name))
    if (!address || address.question === '') return badRequest(context, options)
    await act(address, text(form, 'key') ?? '')
    return context.redirect(`${askPath(address)}#written`, 303)
  }

  /** The folders to ask in; none for a question about one story or person. */
  async function foldersOf(context: Context, { story, entity }: AskAddress): Promise<readonly string[]> {
    if (story !== undefined || entity !== undefined) return []
    const folders = await run(context, listFolders, {})
    return folders?.map(({ name }) => name) ?? []
  }

  /** The form alone, with example questions. */
  async function form(context: Context, address: AskAddress) {
    const reader = readerOf(context, options)
    const { asking } = reader.words
    const [story, entity] = await Promise.all([
      address.story === undefined ? undefined : run(context, getStory, { id: address.story }),
      address.entity === undefined ? undefined : run(context, getEntity, { id: address.entity }),
    ])
    const one = entity?.kind === 'entity' ? entity : undefined
    if ((address.story !== undefined && !story) || (address.entity !== undefined && !one)) return context.notFound()
    const of: AskedOf = defined({
      folders: await foldersOf(context, address),
      story: story && { id: story.id, title: story.dossier.headline.title },
      entity: one?.entity,
    })
    const plain = (list: readonly string[], language?: NewsExample['language']) =>
      list.map((question) => ({ question, ...defined({ language }) }))
    const examples = story
      ? plain(storyExamples(story, asking), languageToAsk(story.dossier.language))
      : one
        ? plain(entityExamples(one, asking))
        : await answeredOf(context, newsExamples(await namesOfWeek(context), await topStories(context), asking))
    return sendPage(context, askPage({ of, examples }, address, reader))
  }

  /** The examples that have an answer. */
  async function answeredOf(context: Context, examples: readonly NewsExample[]): Promise<readonly NewsExample[]> {
    const { timeZone } = readerOf(context, options)
    const views = await Promise.all(
      examples.map(({ question, story }) =>
        run(context, ask, askInput(defined({ question, story, follows: [] }), timeZone)),
      ),
    )
    return examples.filter((_, index) => views[index]?.answer.kind === 'answered')
  }

  /** The stories first on Today, whole. */
  async function topStories(context: Context): Promise<readonly StoryView[]> {
    const today = await run(context, getToday, { timeZone: readerOf(context, options).timeZone })
    const top = today?.stories.slice(0, storiesAsked) ?? []
    const found = await Promise.all(top.map(({ id }) => run(context, getStory, { id })))
    return found.filter((story) => story !== undefined)
  }

  /** People in the news who were quoted. */
  async function namesOfWeek(context: Context): Promise<readonly string[]> {
    const people = await run(context, listEntities, { kind: 'person', days: 7 })
    return people?.rows.filter(({ quoteCount }) => quoteCount > 0).map(({ entity }) => entity.name) ?? []
  }
}
