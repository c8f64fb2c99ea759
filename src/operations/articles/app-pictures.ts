import { asId, type EntryId } from '../../core/ids.ts'
import { escapeAttribute } from '../../core/text/escape-html.ts'
import { isSameHash, newToken, signWith } from '../../credentials/token.ts'
import { getPreferences } from '../accounts/preferences.ts'
import { forReader } from '../for-reader.ts'
import type { OperationContext } from '../operation.ts'
import { runForProgram } from '../run-for-program.ts'
import { pictureUrls, withPictures } from './entry-pictures.ts'
import type { DeliveredEntry } from './get-entries.ts'
import { getPicture, type PictureResult } from './get-picture.ts'
import { isOfHome, type PictureHome, pageWidth, pictureKey } from './picture-home.ts'

/** Where apps load pictures, which they do without signing in; followed by the picture's name. */
const appPicturePath = '/api/greader.php/pictures/'

const signatureOf = async ({ store }: Pick<OperationContext, 'store'>) => {
  const secret = await store.alerts.secret('app-picture', newToken)
  return (words: string) => signWith(secret, words)
}

type ShownInApps = Pick<DeliveredEntry, 'id' | 'html' | 'isLetter' | 'picture'>

/**
 * The markup of entries for apps: with their pictures, loaded from this server at `base`, if the reader wants them; else with links. A text
 * without any begins with the picture that lists show for it. Those of a newsletter stay links: loading them tells its sender that it was
 * opened.
 */
export async function markupForApps(context: OperationContext, base: string): Promise<(entry: ShownInApps) => string> {
  const chosen = await runForProgram(context, getPreferences, {})
  if (chosen.kind !== 'done' || chosen.view.images !== 'on') return ({ html }) => html
  const sign = await signatureOf(context)
  const reader = Buffer.from(context.reader.id).toString('base64url')
  return ({ id, html, isLetter, picture }) => {
    if (isLetter) return html
    const pathOf = (url: string, home: PictureHome = { entryId: id }) => {
      const words = [id, pictureKey(url, home), reader].join('.')
      return `${base}${appPicturePath}${words}.${sign(words)}`
    }
    if (picture && pictureUrls(html).length === 0)
      return `<p><img src="${pathOf(picture.url, picture.of)}" alt="${escapeAttribute(picture.alt ?? '')}"></p>${html}`
    return withPictures(html, pathOf)
  }
}

/** The picture of such a name, for the reader it was made for while they see its entry; undefined for a wrong signature. */
export async function appPicture(context: OperationContext, name: string): Promise<PictureResult | undefined> {
  const [id = '', key = '', reader = '', ...rest] = name.split('.')
  const words = [id, key, reader].join('.')
  if (rest.length !== 1 || !isSameHash(name, `${words}.${(await signatureOf(context))(words)}`)) return undefined
  const readerId = Buffer.from(reader, 'base64url').toString()
  const own = forReader(context, { id: readerId, name: '', role: 'reader' })
  const entryId = asId<EntryId>(id)
  const of = isOfHome(key, { entryId }) ? { entryId } : await articleOf(own, entryId)
  const input = getPicture.input.safeParse({ key, of, width: pageWidth })
  return input.success ? getPicture.run(own, input.data) : undefined
}

async function articleOf({ store, reader }: OperationContext, id: EntryId): Promise<PictureHome | undefined> {
  const entry = await store.entries.find(reader.id, id)
  return entry?.articleId === undefined ? undefined : { articleId: entry.articleId }
}
