import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { ArticleId } from '../../core/ids.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { pastEmbargo } from '../feeds/embargo.ts'
import { importOpml } from '../feeds/import-opml.ts'
import type { OpmlImported } from '../feeds/opml-views.ts'
import { moment } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import { importMarks } from './import-marks.ts'
import { importSavedLinks, type LinksImported } from './import-saved-links.ts'

/** The result of importing a library file: the number of items of each kind. */
export type MarksFileImported = { readonly kind: 'marks'; readonly counts: Readonly<Record<string, number>> }

export type ImportResult =
  | {
      readonly kind: 'imported'
      readonly articles: readonly {
        readonly title: string
        readonly outlet: string
        readonly kind: 'kept' | 'failed'
        readonly articleId?: ArticleId
        readonly message?: string
        readonly isTimeUnknown?: true
      }[]
      readonly skipped: readonly string[]
    }
  | LinksImported
  | OpmlImported
  | MarksFileImported

/** The largest unpacked size for readers: it takes memory of a server that isn't theirs. */
const mostUnpackedForReaders = 64 * 2 ** 20

export const importFile = defineOperation({
  name: 'import_file',
  minRole: 'reader',
  summary:
    'Imports the links, subscriptions or marks of a file, and for the owner its articles; returns what was not imported',
  input: z.strictObject({
    bytes: z.instanceof(Uint8Array),
    name: z.string(),
    at: z.iso.datetime().optional(),
    /** Of a transcript: the address of its recording, who published it, and its title. */
    recording: z.string().max(maxLength.address).optional(),
    outlet: z.string().max(200).optional(),
    title: z.string().max(500).optional(),
    /** Nothing of its articles leaves the account before this moment. */
    embargoUntil: moment.optional(),
    onArticle: z.custom<(done: number, total: number) => void>().optional(),
  }),
  async run(context, { bytes, name, at, recording, outlet, title, embargoUntil, onArticle }): Promise<ImportResult> {
    const tooOften = refuseTurn(context, 'import')
    if (tooOften) return tooOften
    if (embargoUntil !== undefined && embargoUntil <= context.now().toISOString())
      return { kind: 'refused', reason: 'embargo-past', message: pastEmbargo }
    const isOwner = mayActAs(context.reader.role, 'owner')
    // Only the owner may import article texts: a file proves nothing, and others could put words into an outlet's mouth.
    const { readImportApart } = await import('../../pipeline/imports/read-import-apart.ts')
    const about = defined({ recording, outlet, title })
    const transcript = Object.keys(about).length > 0 ? { transcript: about } : {}
    const limits = isOwner ? transcript : { ...transcript, mostUnpacked: mostUnpackedForReaders, takesArticles: false }
    const file = await readImportApart(bytes, name, limits)
    switch (file.kind) {
      case 'unreadable':
        return { kind: 'refused', message: file.message }
      case 'not-taken':
        return {
          kind: 'refused',
          reason: 'owner-only',
          message: 'Only the owner can import articles with their texts. You can import links and subscriptions.',
        }
      case 'opml':
        return importOpml.run({ ...context, turns: undefined }, { text: file.text, name: name.replace(/^.*[\\/]/, '') })
      case 'marks': {
        const taken = await importMarks.run({ ...context, turns: undefined }, { text: file.text })
        return taken.kind === 'imported' ? { kind: 'marks', counts: taken.counts } : taken
      }
      case 'links':
        return importSavedLinks(context, file.file)
      case 'articles': {
        const articles = await context.importArticles(file.articles, {
          readerId: context.reader.id,
          ...defined({ at, embargoUntil, onArticle }),
        })
        return { kind: 'imported', articles, skipped: file.skipped }
      }
    }
  },
})
