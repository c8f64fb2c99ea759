import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { OpmlTop } from '../../core/feed/subscription-list.ts'
import { arrangeInSteps } from '../../feeds/opml/arrange-outlines.ts'
import { firstName } from '../../feeds/opml/classify-outline.ts'
import { ownPrefix } from '../../feeds/opml/opml-prefixes.ts'
import { attributeOf, type OpmlOutline } from '../../feeds/opml/opml-tree.ts'
import { opmlPieces } from '../../feeds/opml/write-opml.ts'
import { defineOperation } from '../operation.ts'

/** Outlines written before yielding to other work. */
const piecesAtOnce = 2_000

export const exportOpml = defineOperation({
  name: 'export_opml',
  minRole: 'reader',
  summary:
    'The reader’s subscriptions as OPML 2.0, with everything kept from imported lists; without newsletters, which programs can’t fetch',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<string> {
    const [subscribed, { top, outlines }] = await Promise.all([
      store.feeds.list(reader.id),
      store.opml.stored(reader.id),
    ])
    const feeds = subscribed.filter(({ intake }) => intake !== 'mail')
    await nextTurn()
    const rules = new Map<string, string>()
    for (const { id, url, intake } of feeds) {
      const { intakeRule } = (intake === 'page' && (await store.feeds.findIntake({ id }))) || {}
      if (intakeRule !== undefined) rules.set(url, intakeRule)
    }
    const rows = feeds.map(
      ({ url, title, siteUrl, folder, folders, isParked, opensOriginal, order, usesOwnText, intake }) => ({
        url,
        title: title || url,
        ...defined({
          siteUrl,
          folder: folder !== '' ? folder : undefined,
          folders,
          isParked,
          opensOriginal,
          order,
          usesOwnText,
          intake: intake === 'sitemap' || intake === 'page' ? intake : undefined,
          intakeRule: rules.has(url) ? rules.get(url)! : undefined,
        }),
      }),
    )
    const steps = arrangeInSteps(rows, outlines)
    let step = steps.next()
    for (; !step.done; step = steps.next()) await nextTurn()
    const pieces: string[] = []
    const isMarked = rows.some(({ folders }) => folders) && hasMark(step.value)
    const head =
      isMarked || rows.some((row) => row.intake ?? row.isParked ?? row.opensOriginal ?? row.order ?? row.usesOwnText)
        ? withOwnPrefix(titled(top))
        : titled(top)
    for (const piece of opmlPieces({ ...head, outlines: step.value })) {
      pieces.push(piece)
      if (pieces.length % piecesAtOnce === 0) await nextTurn()
    }
    return pieces.join('')
  },
})

function hasMark(outlines: readonly OpmlOutline[]): boolean {
  return outlines.some(
    (outline) => attributeOf(outline.attributes, firstName) !== undefined || hasMark(outline.outlines),
  )
}

/** Declares the namespace prefix of our own attributes, as is done for those of other programs. */
function withOwnPrefix(top: OpmlTop): OpmlTop {
  const others = top.attributes.filter(([name]) => name !== ownPrefix[0])
  return { ...top, attributes: [...others, ownPrefix] }
}

/** Adds a title when no list had one. */
function titled(top: OpmlTop): OpmlTop {
  if (top.head.some(({ name }) => name.toLowerCase() === 'title')) return top
  return { ...top, head: [{ name: 'title', attributes: [], children: ['Twosource subscriptions'] }, ...top.head] }
}
