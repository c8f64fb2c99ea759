import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId, type NoteId } from '../../core/ids.ts'
import type { Note } from '../../core/marks.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { selectText } from '../../core/text/text-quote.ts'
import { chosenWords, documentOfWords } from '../articles/chosen-words.ts'
import { moment } from '../input.ts'
import { laterThan } from '../later-than.ts'
import { defineOperation } from '../operation.ts'

export const noteId = z.string().min(1).max(120) as unknown as z.ZodType<NoteId>
// Forms send CRLF line ends; LF is stored.
const body = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1).max(maxLength.note))

export const saveNote = defineOperation({
  name: 'save_note',
  minRole: 'reader',
  summary: 'Adds a note to words of an article, or edits one',
  input: z.union([
    z.strictObject({
      ...chosenWords,
      body,
      /** The id of a removed note, to restore it. */
      id: noteId.optional(),
      at: moment.optional(),
    }),
    z.strictObject({
      id: noteId,
      body,
      /** When the note was last changed before this edit; if it changed since, it is left alone. */
      was: moment.optional(),
    }),
  ]),
  async run({ store, now, reader }, input): Promise<Note | undefined> {
    const changedAt = now().toISOString()
    if (!('articleId' in input)) {
      const { id, body, was } = input
      return store.notes.change(reader.id, id, (note) =>
        was === undefined || was === note.changedAt
          ? { ...note, body, changedAt: laterThan(note.changedAt, changedAt) }
          : undefined,
      )
    }
    const { start, end } = input
    const document = await documentOfWords({ store }, input)
    if (!document) return undefined
    const note: Note = {
      id: input.id ?? asId<NoteId>(randomUUID()),
      articleId: input.articleId,
      documentId: document.id,
      selector: selectText(document.text, { start, end }),
      body: input.body,
      at: input.at ?? changedAt,
      changedAt,
    }
    await store.notes.save(reader.id, [note])
    return note
  },
})

export const removeNote = defineOperation({
  name: 'remove_note',
  minRole: 'reader',
  summary: 'Removes a note; returns it, so that this can be undone',
  input: z.strictObject({ id: noteId }),
  run: ({ store, reader }, { id }): Promise<Note | undefined> => store.notes.remove(reader.id, id),
})
