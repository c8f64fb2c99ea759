import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId } from '../../core/ids.ts'
import { type Tag, taggedKinds, targetKey } from '../../core/marks.ts'
import { foldName } from '../../core/names/name-spelling.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { moment } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { TagsChanged, TagsView } from './library-views.ts'
import { countNames, keptKeys, savedItems } from './list-saved.ts'

export const tagName = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(maxLength.tag))
  // A name of symbols only folds to an empty one, and all such names would be equal.
  .refine((name) => foldName(name) !== '', 'No word to tag with')
const tagged = { kind: z.enum(taggedKinds), target: z.string().min(1).max(600) }
const tagNames = z.array(tagName).min(1).max(20)

export const addTags = defineOperation({
  name: 'add_tags',
  minRole: 'reader',
  summary: 'Adds tags to a saved story or article',
  input: z.strictObject({ ...tagged, names: tagNames, at: moment.optional() }),
  async run(context, { kind, target, names, at }): Promise<readonly Tag[] | undefined> {
    const items = await savedItems(context)
    const item = items.find((each) => each.kind === kind && each.target === target)
    if (!item) return undefined
    const tags = names.map((name): Tag => ({ kind, target, name, at: at ?? context.now().toISOString() }))
    await context.store.tags.add(context.reader.id, tags)
    return tags
  },
})

export const tagMany = defineOperation({
  name: 'tag_many',
  minRole: 'reader',
  summary: 'Adds tags to many saved items at once; what isn’t saved is left out. Returns the number of items',
  input: z.strictObject({ items: z.array(z.object(tagged)).min(1).max(1000), names: tagNames }),
  async run(context, { items, names }): Promise<{ readonly count: number }> {
    const { store, reader, now } = context
    // Only the keys, read once: listing everything saved with titles and tags is expensive.
    const kept = await keptKeys(context)
    const found = items.filter((item) => kept.has(targetKey(item)))
    const at = now().toISOString()
    await store.tags.add(
      reader.id,
      found.flatMap((item) => names.map((name): Tag => ({ ...item, name, at }))),
    )
    return { count: found.length }
  },
})

export const untagMany = defineOperation({
  name: 'untag_many',
  minRole: 'reader',
  summary: 'Removes tags from many items at once. Returns the number of tags removed',
  input: z.strictObject({ items: z.array(z.object(tagged)).min(1).max(1000), names: tagNames }),
  run: async ({ store, reader }, { items, names }): Promise<{ readonly count: number }> => ({
    count: await store.tags.removeMany(reader.id, items, names),
  }),
})

export const removeTag = defineOperation({
  name: 'remove_tag',
  minRole: 'reader',
  summary: 'Removes a tag from one item; returns it, so that this can be undone',
  input: z.strictObject({ ...tagged, name: tagName }),
  async run({ store, reader }, { kind, target, name }): Promise<Tag | undefined> {
    const removed = await store.tags.remove(reader.id, kind, target, name)
    if (kind !== 'article') return removed
    // Its starred entries may have the same tag, which is shown on the article.
    const entries = (await store.articles.find(asId(target)))?.entryIds ?? []
    const others = await Promise.all(entries.map((id) => store.tags.remove(reader.id, 'entry', id, name)))
    const first = removed ?? others.find((tag) => tag !== undefined)
    return first && { ...first, kind, target }
  },
})

export const listTags = defineOperation({
  name: 'list_tags',
  minRole: 'reader',
  summary: 'The reader’s tags by name, each with its number of items',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<TagsView> => ({
    tags: countNames((await store.tags.list(reader.id)).map(({ name }) => name)),
  }),
})

export const renameTag = defineOperation({
  name: 'rename_tag',
  minRole: 'reader',
  summary: 'Renames a tag; with the name of another tag, the two are merged. Can be undone for a day',
  input: z.strictObject({ name: tagName, to: tagName }),
  async run({ store, now, reader }, { name, to }): Promise<TagsChanged | undefined> {
    const undo = { id: randomUUID(), at: now().toISOString() }
    const count = await store.tags.rename(reader.id, name, to, undo)
    return count === undefined ? undefined : { count, undoId: undo.id }
  },
})

export const dropTag = defineOperation({
  name: 'drop_tag',
  minRole: 'reader',
  summary: 'Deletes a tag. Can be undone for a day',
  input: z.strictObject({ name: tagName }),
  async run({ store, now, reader }, { name }): Promise<TagsChanged | undefined> {
    const undo = { id: randomUUID(), at: now().toISOString() }
    const count = await store.tags.rename(reader.id, name, undefined, undo)
    return count === undefined ? undefined : { count, undoId: undo.id }
  },
})

export const undoTags = defineOperation({
  name: 'undo_tags',
  minRole: 'reader',
  summary: 'Undoes renaming or deleting a tag',
  input: z.strictObject({ undoId: z.string().min(1).max(120) }),
  async run({ store, reader }, { undoId }): Promise<{ readonly count: number } | undefined> {
    const count = await store.tags.undo(reader.id, undoId)
    return count === undefined ? undefined : { count }
  },
})
