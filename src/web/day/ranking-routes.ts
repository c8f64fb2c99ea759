import type { Context, Hono } from 'hono'
import { type Lift, type LiftKind, liftKinds, rankingFactors, type Sliders } from '../../core/ranking.ts'
import { answerLift, getRanking, resetRanking, setRanking } from '../../operations/day/ranking.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { type Form, readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { rankingPage } from './pages/ranking.ts'

/** How the reader ranks the news: sliders with a preview, raised and lowered subjects, and suggestions. */
export function rankingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/ranking', async (context) => {
    const query = new Map(Object.entries(context.req.queries()))
    const tried = query.has('reports') ? slidersIn(query) : undefined
    const view = await run(context, getRanking, tried ? { tried, triedLifts: liftsIn(query) } : {})
    if (!view) return refuse(context)
    const said = context.req.query('said')
    const reader = { ...readerOf(context, options), path: '/settings/ranking' }
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(
      rankingPage(view, reader, said === 'saved' || said === 'reset' ? said : undefined),
      200,
      noStore,
    )
  })
  web.post('/settings/ranking', async (context) => {
    const form = await readForm(context)
    const isKept = form && (await run(context, setRanking, { sliders: slidersIn(form), lifts: liftsIn(form) }))
    return isKept ? context.redirect('/settings/ranking?said=saved', 303) : refuse(context)
  })
  web.post('/settings/ranking/reset', async (context) => {
    await run(context, resetRanking, {})
    return context.redirect('/settings/ranking?said=reset', 303)
  })
  web.post('/settings/ranking/lift', async (context) => {
    const form = await readForm(context)
    const [kind, target] = form ? [text(form, 'kind'), text(form, 'target')] : []
    const answer = (['accept', 'decline', 'remove'] as const).find((each) => form && each === text(form, 'answer'))
    if (!kind || !target || !answer) return refuse(context)
    await run(context, answerLift, wordsAsInput(answerLift, { kind, target, answer }))
    return context.redirect('/settings/ranking?said=saved#lifts', 303)
  })

  const refuse = (context: Context) => badRequest(context, options)
}

/** The sliders of a form; the operation refuses an invalid value. */
function slidersIn(form: Form): Sliders {
  return {
    ...(Object.fromEntries(rankingFactors.map((name) => [name, Number(text(form, name))])) as Omit<
      Sliders,
      'suggests'
    >),
    suggests: text(form, 'suggests') === 'on',
  }
}

/** Fields named `lift:section:World`, each with its weight. */
function liftsIn(form: Form): readonly Pick<Lift, 'kind' | 'target' | 'weight'>[] {
  return [...form.keys()].flatMap((name) => {
    const [, kind, target] = /^lift:([a-z]+):(.+)$/s.exec(name) ?? []
    const isKind = liftKinds.some((known) => known === kind)
    return isKind && target ? [{ kind: kind as LiftKind, target, weight: Number(text(form, name)) }] : []
  })
}
