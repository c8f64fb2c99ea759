import { z } from 'zod'
import { asId } from '../../core/ids.ts'
import { type Saved, savedKinds } from '../../core/marks.ts'
import { moment } from '../input.ts'
import { sendSaved } from '../notify/send-marked.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

const saved = z.strictObject({ kind: z.enum(savedKinds), target: z.string().min(1).max(120) })

export const save = defineOperation({
  name: 'save',
  minRole: 'reader',
  summary: 'Saves a story or an article; an article is also sent where saved ones go',
  input: saved.extend({
    /** When it was saved, for undoing a removal. */
    at: moment.optional(),
  }),
  async run(context, { kind, target, at }): Promise<Saved | undefined> {
    const title = await titleOf(context, kind, target)
    if (title === undefined) return undefined
    const given = { kind, target, title, at: at ?? context.now().toISOString() }
    // Of two concurrent requests only one adds it, so it is sent to services once.
    const added = await context.store.saves.add(context.reader.id, [given])
    // Undoing a removal doesn't send it again.
    if (at === undefined && added > 0 && kind === 'article') await sendSaved(context, [{ article: asId(target) }])
    return given
  },
})

export const unsave = defineOperation({
  name: 'unsave',
  minRole: 'reader',
  summary: 'Removes a story or an article from Saved; returns it, so that this can be undone',
  input: saved,
  run: ({ store, reader }, { kind, target }): Promise<Saved | undefined> => store.saves.remove(reader.id, kind, target),
})

async function titleOf({ store }: OperationContext, kind: Saved['kind'], id: string): Promise<string | undefined> {
  switch (kind) {
    case 'story':
      return (await store.stories.find(asId(id)))?.title
    case 'article':
      return (await store.articles.find(asId(id)))?.article.title
  }
}
