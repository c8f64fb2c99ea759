import type { Context, Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { type Highlight, taggedKinds } from '../../core/marks.ts'
import { removeHighlight, saveHighlight } from '../../operations/library/highlights.ts'
import { saveNote } from '../../operations/library/save-note.ts'
import { addTags, dropTag, listTags, removeTag, renameTag, undoTags } from '../../operations/library/tags.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, isOfOtherReader, readForm, text } from '../form.ts'
import { articlePath } from '../layout/links.ts'
import { markText, readMark } from '../mark-text.ts'
import { badRequest } from '../no-store.ts'
import { placeOf } from '../note-place.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { safePath } from '../safe-path.ts'
import { pathWithUndo } from '../undo-actions.ts'
import { tagsPage } from './pages/tags.ts'
import { libraryPaths } from './parts/library-head.ts'

type Did = readonly [kind: string, value: string] | readonly []

/** Tags on saved things, and highlights. Each form redirects back to where the reader was, and can be undone. */
export function tagRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get(libraryPaths.tags, async (context) =>
    sendPage(context, tagsPage(await run(context, listTags, {}), readerOf(context, options))),
  )
  post('/tags', libraryPaths.saved, async (form, context) => {
    const thing = thingOf(form)
    const whole = readMark(text(form, 'mark'))
    const names = (whole?.label !== undefined ? [whole.label] : (text(form, 'names') ?? '').split(/[,،]/))
      .map((name) => name.trim())
      .filter(Boolean)
    const at = whole?.time
    const tags =
      thing &&
      names.length > 0 &&
      (await run(context, addTags, { ...thing, names, ...defined({ at: at || undefined }) }))
    if (!tags) return undefined
    const [first, ...others] = tags
    return first && others.length === 0 ? ['tagged', markText({ ...first, label: first.name })] : []
  })
  post('/tags/remove', libraryPaths.saved, async (form, context) => {
    const thing = thingOf(form)
    const name = text(form, 'name') ?? readMark(text(form, 'mark'))?.label
    if (!thing || !name) return undefined
    const was = await run(context, removeTag, { ...thing, name })
    return was ? ['untagged', markText({ ...was, label: was.name, time: was.at })] : []
  })
  post('/tags/rename', libraryPaths.tags, async (form, context) => {
    const [name, to] = [text(form, 'name'), text(form, 'to')?.trim()]
    const changed = name && to && (await run(context, renameTag, { name, to }))
    return changed ? ['tags', changed.undoId] : undefined
  })
  post('/tags/drop', libraryPaths.tags, async (form, context) => {
    const name = text(form, 'name')
    const changed = name && text(form, 'sure') === '1' && (await run(context, dropTag, { name }))
    return changed ? ['tags', changed.undoId] : undefined
  })
  post('/tags/undo', libraryPaths.tags, async (form, context) => {
    const undoId = text(form, 'undo')
    return undoId && (await run(context, undoTags, { undoId })) ? [] : undefined
  })

  post('/highlights', libraryPaths.notes, async (form, context) => {
    const whole = readHighlight(text(form, 'mark'))
    const color = text(form, 'color') ?? whole?.color
    if (!color) return undefined
    const [start, end] = (text(form, 'span') ?? whole?.span ?? '').split('-')
    const [article, revision] = ['article', 'revision'].map((name) => text(form, name))
    const place = placeOf({ article: article ?? whole?.article, revision: revision ?? whole?.revision, start, end })
    const id = text(form, 'id') ?? whole?.id
    const at = whole?.at
    // The button is in the form for a note: a note typed there is saved as well.
    const body = text(form, 'body')?.trim()
    if (body && (isOfOtherReader(form, readerOf(context, options)) || !place)) return undefined
    if (body && place && !(await run(context, saveNote, { ...place, body }))) return undefined
    const made = place
      ? await run(
          context,
          saveHighlight,
          wordsAsInput(saveHighlight, { ...place, color, ...defined({ id: id || undefined, at: at || undefined }) }),
        )
      : id && (await run(context, saveHighlight, wordsAsInput(saveHighlight, { id, color })))
    return made ? ['highlight', made.id] : undefined
  })
  post('/highlights/remove', libraryPaths.notes, async (form, context) => {
    const id = text(form, 'id')
    if (!id) return undefined
    const was = await run(context, removeHighlight, { id })
    return was ? ['unhighlight', highlightText(was)] : []
  })

  /** As in `mineRoutes`: what was done and what undoes it; an empty object when there was nothing to do; undefined for an invalid form. */
  function post(path: string, fallback: string, act: (form: Form, context: Context) => Promise<Did | undefined>): void {
    web.post(path, async (context) => {
      const form = await readForm(context)
      const did = form && (await act(form, context))
      if (!did) return badRequest(context, options)
      const [kind, value] = did
      const article = text(form, 'article')
      const back = text(form, 'back') ?? (article && articlePath(article))
      return context.redirect(kind && value ? pathWithUndo(back, fallback, kind, value) : safePath(back, fallback), 303)
    })
  }
}

function thingOf(form: Form) {
  const whole = readMark(text(form, 'mark'))
  const kind = taggedKinds.find((known) => known === (text(form, 'kind') ?? whole?.kind))
  const target = (text(form, 'target') ?? whole?.target)?.trim()
  return kind && target ? { kind, target } : undefined
}

/** A highlight in one field, for restoring it. */
function highlightText({ id, articleId, documentId, selector: { span }, color, at }: Highlight): string {
  return [id, articleId, documentId, `${span.start}-${span.end}`, color, at].map(encodeURIComponent).join('|')
}

function readHighlight(mark: string | undefined) {
  const parts = mark?.split('|') ?? []
  if (parts.length !== 6) return undefined
  try {
    const [id, article, revision, span, color, at] = parts.map(decodeURIComponent)
    return { id, article, revision, span, color, at }
  } catch {
    return undefined // a URL can contain anything
  }
}
