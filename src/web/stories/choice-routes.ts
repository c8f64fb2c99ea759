import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { answerProposal } from '../../operations/stories/answer-proposal.ts'
import { arrangeStory } from '../../operations/stories/arrange-story.ts'
import type { ChoiceResult } from '../../operations/stories/choice-views.ts'
import { getChoice, leaveStory, mergeStories, splitStory, undoChoice } from '../../operations/stories/story-choices.ts'
import { ownerOnlyPage } from '../accounts/pages/owner-only.ts'
import { type Form, readForm, text, texts } from '../form.ts'
import { choicePath, storyTabPath } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { arrangePage } from './pages/arrange.ts'
import { choicePage } from './pages/choice.ts'

/** Moving articles between stories: the page of forms, their effects, and the page that confirms them. Owners only. */
export function choiceRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  const guard = (act: (context: Context) => Promise<Response>) => (context: Context) =>
    readerOf(context, options).isModerator ? act(context) : context.html(ownerOnly(context), 403, noStore)

  web.get(
    '/stories/:id/arrange',
    guard((context) => arranged(context, 200)),
  )
  web.get(
    '/choices/:id',
    guard(async (context) => {
      const view = await run(context, getChoice, { id: context.req.param('id') ?? '' })
      return view ? context.html(choicePage(view, readerOf(context, options)), 200, noStore) : context.notFound()
    }),
  )
  change('leave', (story, form, context) => {
    const [article, to] = [text(form, 'article'), text(form, 'to')]
    return article
      ? run(context, leaveStory, {
          story,
          article,
          ...defined({ to: to || undefined }),
          hasReport: text(form, 'report') === '1',
        })
      : undefined
  })
  change('split', (story, form, context) => {
    const articles = texts(form, 'article')
    return articles.length > 0 ? run(context, splitStory, { story, articles }) : undefined
  })
  change('merge', (story, form, context) => {
    const other = text(form, 'other')
    return other ? run(context, mergeStories, { story, other }) : undefined
  })
  change('proposals', (story, form, context) => {
    const [proposal, answer] = [text(form, 'proposal'), text(form, 'answer')]
    const isKnown = proposal && (answer === 'accept' || answer === 'dismiss')
    return isKnown ? run(context, answerProposal, { story, proposal, isAccepted: answer === 'accept' }) : undefined
  })
  web.post(
    '/choices/undo',
    guard(async (context) => {
      const form = await readForm(context)
      const id = form && text(form, 'choice')
      const result = id && (await run(context, undoChoice, { id }))
      if (!result) return badRequest(context, options)
      if (result.kind !== 'refused') return context.redirect(choicePath(id), 303)
      const view = await run(context, getChoice, { id })
      const reader = { ...readerOf(context, options), path: choicePath(id) }
      return view ? context.html(choicePage(view, reader, result), 422, noStore) : context.notFound()
    }),
  )

  /** Reads the form, runs it and redirects to its result; a refusal is shown on the page of forms. */
  function change(
    name: string,
    act: (story: string, form: Form, context: Context) => Promise<ChoiceResult | undefined> | undefined,
  ): void {
    web.post(
      `/stories/:id/${name}`,
      guard(async (context) => {
        const story = context.req.param('id') ?? ''
        const form = await readForm(context)
        const result = form && (await act(story, form, context))
        if (!result) return badRequest(context, options)
        switch (result.kind) {
          case 'done':
          case 'undone':
            return context.redirect(choicePath(result.choice.id), 303)
          case 'already':
            return context.redirect(storyTabPath(story, 'coverage'), 303)
          case 'refused':
            return arranged(context, 422, result)
        }
      }),
    )
  }

  async function arranged(
    context: Context,
    status: 200 | 422,
    problem?: Extract<ChoiceResult, { readonly kind: 'refused' }>,
  ): Promise<Response> {
    const { article, q } = context.req.query()
    const view = await run(context, arrangeStory, {
      id: context.req.param('id') ?? '',
      ...defined({ article: article || undefined, query: q || undefined }),
    })
    return view
      ? context.html(arrangePage(view, readerOf(context, options), problem), status, noStore)
      : context.notFound()
  }

  function ownerOnly(context: Context): string {
    const reader = readerOf(context, options)
    const id = context.req.param('id') ?? ''
    return ownerOnlyPage(reader, {
      lead: reader.words.labels.ownerOnlyLead,
      command: `npm start arrange ${id || 'STORY'}`,
    })
  }
}
