import type { PictureHeader } from '../../core/article.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import { readPictureHeader } from '../../extract/pictures/picture-header.ts'
import type { Http } from '../../http/client.ts'
import type { PictureFolder } from '../../store/articles/picture-folder.ts'
import { explainFailure } from '../polls/schedule-poll.ts'
import type { PictureSizer } from './picture-sizer.ts'

export type PictureResult = KeptPicture | FailedPicture

type KeptPicture = { readonly kind: 'picture'; readonly header: PictureHeader; readonly bytes: Uint8Array }

type FailedPicture = {
  readonly kind: 'failed'
  readonly reason: 'too-large' | 'not-a-picture' | 'unreachable'
  readonly message: string
}

/** A picture with several possible URLs, the likeliest first. */
export type PictureSearch = {
  readonly addresses: () => Promise<readonly string[]>
  readonly maxBytes: number
  /** How long it isn't requested again after a failure. */
  readonly forgetMs: number
}

/** A picture in some width: its files with their widths, the outlet's own choice first. */
type SizedSearch = {
  readonly width: number
  readonly files: readonly { readonly url: string; readonly width?: number | undefined }[]
}

/** Gets pictures from the cache folder, else from the outlet; simultaneous requests for one picture fetch it once. */
export type Pictures = {
  /** Kind and size of a cached picture, without touching disk or network. */
  headerOf(key: string): PictureHeader | undefined
  /** Size in bytes of a cached picture, without touching disk or network. */
  bytesOf(key: string): number | undefined
  hasFailed(key: string): boolean
  /** A cached picture; undefined when it would have to be fetched. */
  find(key: string): Promise<PictureResult | undefined>
  /** Fetches a picture, or repeats why that failed a short while ago. */
  fetch(key: string, from: string | PictureSearch): Promise<PictureResult>
  /** The same picture no wider than `width`, from the cache too: made smaller, or the outlet's file of about that width if it isn't large. */
  fetchSized(key: string, from: SizedSearch): Promise<PictureResult>
}

/** The name of a picture in some width in the cache. */
export function sizedKey(key: string, width: number): string {
  return `${key}-${width}`
}

const FORGET_FAILURE_MS = 5 * 60_000
/** A list would ask for all of its pictures again with every view. */
const FORGET_SIZED_MS = 60 * 60_000
/** Bytes of a picture that is made smaller, for 100 pixels of its width: 43 kB for the widest. Best effort. */
const wantedPerHundred = 4_500
/** A larger file of an outlet isn't shown in a list where nothing can make it smaller. */
const largestUnfitted = 400_000
/** From this width on, a picture is looked at for itself. */
const widest = 960
/** A picture with a shorter side is a tracking pixel or an icon. */
const leastSide = 48
/** A file of some kilobytes may claim billions, for each of which memory would be needed. */
const mostPixels = 40_000_000

const failed = (reason: FailedPicture['reason'], message: string): FailedPicture => ({
  kind: 'failed',
  reason,
  message,
})
const tooSmall = failed('not-a-picture', 'It’s too small for a picture.')
const tooManyPixels = failed('too-large', `The picture has more than ${mostPixels} pixels.`)
const tooHeavy = failed(
  'too-large',
  `The picture is larger than ${largestUnfitted} bytes, and can’t be made smaller here.`,
)
const notPicture = failed('not-a-picture', 'What the outlet sent can’t be opened as a picture.')
const FAILURES_KEPT = 1000
const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1'

export function createPictures(options: {
  readonly http: Http
  readonly folder: PictureFolder
  readonly maxBytes: number
  readonly now: () => Date
  /** Makes pictures smaller; absent: nothing does. */
  readonly sizer?: Pick<PictureSizer, 'fit'>
}): Pictures {
  const { http, folder, maxBytes, now, sizer } = options
  const underWay = new Map<string, Promise<PictureResult>>()
  const failures = new Map<string, { readonly result: PictureResult; readonly untilMs: number }>()

  const firstOf = async (addresses: readonly string[], most: number): Promise<PictureResult> => {
    let result: PictureResult = { kind: 'failed', reason: 'not-a-picture', message: 'It has no URL.' }
    for (const url of addresses) {
      result = toPicture(await http.get(url, { accept: ACCEPT, maxBytes: most }))
      if (result.kind === 'picture') break
    }
    return result
  }

  const fetchOnce = async (key: string, from: string | PictureSearch): Promise<PictureResult> => {
    const result =
      typeof from === 'string'
        ? await firstOf([from], maxBytes)
        : await firstOf(await from.addresses(), Math.min(from.maxBytes, maxBytes))
    return keep(key, result, typeof from === 'string' ? FORGET_FAILURE_MS : from.forgetMs)
  }

  const makeOnce = async (key: string, from: SizedSearch): Promise<PictureResult> => {
    const whole = await findKept(key)
    const result = whole ?? (await firstOf([fileFor(from)], maxBytes))
    const sized = result.kind === 'picture' ? await fit(result, from.width) : result
    return keep(sizedKey(key, from.width), sized, FORGET_SIZED_MS)
  }

  const fit = async (whole: KeptPicture, width: number): Promise<PictureResult> => {
    const { header, bytes } = whole
    const mostBytes = (width * wantedPerHundred) / 100
    if (header.width < leastSide || header.height < leastSide) return tooSmall
    if (header.width * header.height > mostPixels) return tooManyPixels
    if (header.width <= width && bytes.length <= mostBytes && header.type !== 'image/gif') return whole
    // It may move; small ones are better still.
    if (header.type === 'image/gif' && width >= widest && bytes.length <= largestUnfitted) return whole
    const made = (await sizer?.fit({ bytes, width, mostBytes })) ?? { kind: 'unavailable' }
    switch (made.kind) {
      case 'sized':
        return { kind: 'picture', header: made.header, bytes: made.bytes }
      case 'failed':
        return notPicture
      case 'unavailable':
        return bytes.length <= largestUnfitted ? whole : tooHeavy
    }
  }

  const findKept = async (key: string): Promise<KeptPicture | undefined> => {
    const kept = await folder.find(key)
    return kept && { kind: 'picture', ...kept }
  }

  const keep = async (key: string, result: PictureResult, forgetMs: number): Promise<PictureResult> => {
    if (result.kind === 'picture') {
      await folder.save(key, result.header, result.bytes)
      return result
    }
    failures.delete(key)
    failures.set(key, { result, untilMs: now().getTime() + forgetMs })
    for (const [oldest] of failures) {
      if (failures.size <= FAILURES_KEPT) break
      failures.delete(oldest)
    }
    return result
  }

  const failureOf = (key: string): PictureResult | undefined => {
    const failure = failures.get(key)
    return failure && failure.untilMs > now().getTime() ? failure.result : undefined
  }

  return {
    headerOf: (key) => folder.headerOf(key),
    bytesOf: (key) => folder.bytesOf(key),
    hasFailed: (key) => failureOf(key) !== undefined,
    find: findKept,
    fetch: (key, from) => once(key, () => fetchOnce(key, from)),
    fetchSized: (key, from) => once(sizedKey(key, from.width), () => makeOnce(key, from)),
  }

  function once(key: string, fetch: () => Promise<PictureResult>): Promise<PictureResult> {
    const failure = failureOf(key)
    if (failure) return Promise.resolve(failure)
    const known = underWay.get(key)
    if (known) return known
    const fetching = fetch().finally(() => underWay.delete(key))
    underWay.set(key, fetching)
    return fetching
  }
}

/** The narrowest file that is wide enough, else the outlet's own choice. */
function fileFor({ files, width }: SizedSearch): string {
  const enough = files.filter((file) => (file.width ?? 0) >= width)
  return (enough.toSorted((a, b) => (a.width ?? 0) - (b.width ?? 0))[0] ?? files[0])?.url ?? ''
}

/** A response is a picture only if its bytes are, whatever type the server declares. */
function toPicture(fetched: FetchResult): PictureResult {
  if (fetched.kind === 'too-large')
    return { kind: 'failed', reason: 'too-large', message: `The picture is larger than ${fetched.limitBytes} bytes.` }
  if (fetched.kind === 'not-modified') return { kind: 'failed', reason: 'unreachable', message: 'There was no answer.' }
  if (fetched.kind !== 'ok') return { kind: 'failed', reason: 'unreachable', message: explainFailure(fetched) }
  const header = readPictureHeader(fetched.body)
  return header
    ? { kind: 'picture', header, bytes: fetched.body }
    : { kind: 'failed', reason: 'not-a-picture', message: 'What the outlet sent can’t be shown as a picture.' }
}
