import type { FetchResult } from '../../core/fetch-result.ts'
import { asId, type SourceId } from '../../core/ids.ts'
import { readPictureHeader } from '../../extract/pictures/picture-header.ts'
import type { IconFolder, OutletIcon } from '../../store/feeds/icon-folder.ts'
import type { IconSite } from '../../store/feeds/icon-sites.ts'
import type { Store } from '../../store/store.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import type { PictureSizer } from './picture-sizer.ts'

/** Icons of outlets for pages: what there is now, at once; what is missing, later. */
export type OutletIcons = Pick<IconFolder, 'find' | 'changes'> & {
  /** The version of an outlet's icon, undefined while there is none. An outlet that was never looked at is, soon after. */
  versionOf(sourceId: string): string | undefined
  close(): void
}

/** An outlet is looked at no more often, whether it has an icon or not. */
const LOOK_EVERY_MS = 7 * 86_400_000
/** Pages come first: the looking begins so long after the page, and waits so long between two outlets. */
const [SETTLE_MS, BETWEEN_MS] = [1_500, 250]
/** More wait only if something is wrong. */
const mostWaiting = 5_000
/** Bytes read of a site's page to find its icon, and of an icon. */
export const [mostPageBytes, mostIconBytes] = [2 * 2 ** 20, 2 ** 18]
/** A larger icon is made smaller, or not kept. */
const mostKeptBytes = 2 ** 15
/** Twice the size in which pages show it, for dense screens. */
const side = 36
const [leastSide, widest] = [8, 2]

type IconContext = Pick<PipelineContext, 'http' | 'robots' | 'pauses' | 'now'> & {
  readonly store: Pick<Store, 'feeds'>
  readonly folder: IconFolder
  readonly sizer: Pick<PictureSizer, 'fit'>
  readonly settleMs?: number
}

/**
 * Looks for the icons of the outlets that pages show, one at a time in the background, at most once a week: at the site's page, then at
 * `/favicon.ico`, both as the site's robots.txt allows. Drawings (SVG) are none, since they may run scripts.
 */
export function createOutletIcons(context: IconContext): OutletIcons {
  const { folder, now, settleMs = SETTLE_MS } = context
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const lookAtNext = async (): Promise<void> => {
    const [id] = waiting
    if (id === undefined || isClosed) return
    const icon = await iconOf(context, id).catch(() => undefined)
    if (isClosed) return
    await folder.save(id, icon, now().getTime())
    waiting.delete(id)
    schedule(BETWEEN_MS)
  }
  const schedule = (afterMs: number) => {
    timer = undefined
    if (waiting.size === 0 || isClosed) return
    timer = setTimeout(() => void lookAtNext(), afterMs)
    timer.unref()
  }

  return {
    find: folder.find,
    changes: folder.changes,
    versionOf(id) {
      const known = folder.known(id)
      const isOld = known === undefined || known.atMs + LOOK_EVERY_MS < now().getTime()
      if (isOld && !isClosed && waiting.size < mostWaiting && !waiting.has(id)) {
        waiting.add(id)
        if (waiting.size === 1) schedule(settleMs)
      }
      return known?.version
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

async function iconOf(context: IconContext, id: string): Promise<OutletIcon | undefined> {
  const site = await context.store.feeds.iconSite(asId<SourceId>(id))
  if (!site) return undefined
  for (const url of await addressesOf(context, site)) {
    const fetched = await get(context, url, mostIconBytes)
    const icon = fetched && (await fitted(context, fetched.body))
    if (icon) return icon
  }
  return undefined
}

async function addressesOf(context: IconContext, { page, iconUrl }: IconSite): Promise<readonly string[]> {
  const found = await iconsOf(await get(context, page, mostPageBytes), page)
  return iconUrl === undefined ? found : [...found, iconUrl]
}

/** URLs of a site's icons, by what its page answered; without a page, the usual one. */
export async function iconsOf(fetched: FetchResult | undefined, page: string): Promise<readonly string[]> {
  const { discoverIcons } = await import('../../feeds/discover-icons.ts')
  const { decodeAny } = await import('../../feeds/reading/parse-common-feed.ts')
  return fetched?.kind === 'ok'
    ? discoverIcons(await decodeAny(fetched.body, fetched.contentType), fetched.url)
    : discoverIcons('', page)
}

/** What is at a URL, if its site allows programs to fetch it and its host wants no pause. */
async function get({ http, robots, pauses }: IconContext, url: string, maxBytes: number) {
  if (((await robots?.ask(url))?.kind ?? 'allowed') !== 'allowed') return undefined
  const fetched = await http.get(url, {
    accept: '*/*',
    maxBytes,
    ...(pauses && { pauses: { untilOf: pauses.untilOf } }),
  })
  if (fetched.kind !== 'ok') return undefined
  const isAllowed = fetched.url === url || (await robots?.ask(fetched.url))?.kind !== 'disallowed'
  return isAllowed ? fetched : undefined
}

/** An icon as it is kept: small, about as wide as high. */
async function fitted({ sizer }: IconContext, bytes: Uint8Array): Promise<OutletIcon | undefined> {
  const header = readPictureHeader(bytes)
  if (!header || Math.min(header.width, header.height) < leastSide) return undefined
  if (Math.max(header.width / header.height, header.height / header.width) > widest) return undefined
  const whole = bytes.length <= mostKeptBytes ? { type: header.type, bytes } : undefined
  if (header.width <= side || header.type === 'image/x-icon') return whole
  const made = await sizer.fit({ bytes, width: side, mostBytes: mostKeptBytes })
  return made.kind === 'sized' ? { type: made.header.type, bytes: made.bytes } : whole
}
