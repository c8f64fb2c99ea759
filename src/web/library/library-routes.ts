import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { followKinds, muteKinds, savedKinds } from '../../core/marks.ts'
import { follow as followOperation, unfollow } from '../../operations/library/follow.ts'
import { mute as muteOperation, unmute } from '../../operations/library/mute.ts'
import { save, unsave } from '../../operations/library/save.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { type Form, readForm, text } from '../form.ts'
import { markText, readMark } from '../mark-text.ts'
import { badRequest } from '../no-store.ts'
import type { RunIn, WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { pathWithUndo } from '../undo-actions.ts'

/** The reader's follows, mutes and saved things. Each form redirects back to where the reader was (303). */
export function libraryRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  post('/follow', async (form, context) => {
    const marked = markOf(form, followKinds)
    const follow = marked && (await run(context, followOperation, marked))
    return follow && ['follow', markText(follow)]
  })
  post('/unfollow', async (form, context) => {
    const marked = markOf(form, followKinds)
    if (!marked) return undefined
    const { kind, target } = marked
    const was = await run(context, unfollow, { kind, target })
    return was ? ['unfollow', markText(was)] : []
  })
  post('/mute', async (form, context) => {
    const marked = markOf(form, muteKinds)
    const period = text(form, 'period')
    const until = text(form, 'until') ?? readMark(text(form, 'mark'))?.time
    const mute =
      marked &&
      (await run(
        context,
        muteOperation,
        wordsAsInput(muteOperation, {
          ...marked,
          ...defined({ period: period || undefined, until: until || undefined }),
        }),
      ))
    return mute && ['mute', mute.id]
  })
  post('/unmute', async (form, context) => {
    const id = text(form, 'mute')
    const marked = markOf(form, muteKinds)
    if (!id && !marked) return undefined
    const was = await run(context, unmute, id ? { id } : { kind: marked!.kind, target: marked!.target })
    return was ? ['unmute', markText({ ...was, ...defined({ time: was.until }) })] : []
  })
  post('/save', async (form, context) => {
    const marked = markOf(form, savedKinds)
    if (!marked) return undefined
    const { kind, target } = marked
    const at = text(form, 'at') ?? readMark(text(form, 'mark'))?.time
    const saved = await run(context, save, { kind, target, ...defined({ at: at || undefined }) })
    return saved && ['save', markText(saved)]
  })
  post('/unsave', async (form, context) => {
    const marked = markOf(form, savedKinds)
    if (!marked) return undefined
    const { kind, target } = marked
    const was = await run(context, unsave, { kind, target })
    return was ? ['unsave', markText({ kind, target, time: was.at })] : []
  })

  /**
   * Reads the form and runs `act`, which returns what was done and what undoes it; an empty object when there was nothing to do (a form
   * sent twice, or from two windows), and undefined for an invalid form.
   */
  function post(
    path: string,
    act: (form: Form, context: Context) => Promise<readonly [kind: string, value: string] | readonly [] | undefined>,
  ): void {
    web.post(path, async (context: Context) => {
      const form = await readForm(context)
      const did = form && (await act(form, context))
      if (!did) return badRequest(context, options)
      const back = text(form, 'back')
      const [kind, value] = did
      const path = kind && value ? pathWithUndo(back, '/following', kind, value) : safePath(back, '/following')
      return context.redirect(path, 303)
    })
  }
}

/** The subject a form names, in fields of its own or in one. */
function markOf<Kind extends string>(
  form: Form,
  kinds: readonly Kind[],
): { readonly kind: Kind; readonly target: string; readonly label?: string } | undefined {
  const whole = readMark(text(form, 'mark'))
  const kind = kinds.find((known) => known === (text(form, 'kind') ?? whole?.kind))
  const target = (text(form, 'target') ?? whole?.target)?.trim()
  const label = (text(form, 'label') ?? whole?.label)?.trim()
  return kind && target ? { kind, target, ...defined({ label: label || undefined }) } : undefined
}
