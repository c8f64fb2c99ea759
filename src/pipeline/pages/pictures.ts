import type { PictureHeader } from '../../core/article.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import { readPictureHeader } from '../../extract/pictures/picture-header.ts'
import type { Http } from '../../http/client.ts'
import type { PictureFolder } from '../../store/articles/picture-folder.ts'
import { explainFailure } from '../polls/schedule-poll.ts'

export type PictureResult =
  | { readonly kind: 'picture'; readonly header: PictureHeader; readonly bytes: Uint8Array }
  | {
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
}

const FORGET_FAILURE_MS = 5 * 60_000
const FAILURES_KEPT = 1000
const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1'

export function createPictures(options: {
  readonly http: Http
  readonly folder: PictureFolder
  readonly maxBytes: number
  readonly now: () => Date
}): Pictures {
  const { http, folder, maxBytes, now } = options
  const underWay = new Map<string, Promise<PictureResult>>()
  const failures = new Map<string, { readonly result: PictureResult; readonly untilMs: number }>()

  const firstOf = async (addresses: readonly string[], most: number): Promise<PictureResult> => {
    let result: PictureResult = { kind: 'failed', reason: 'not-a-picture', message: 'There is no address of one.' }
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
    if (result.kind === 'picture') {
      await folder.save(key, result.header, result.bytes)
      return result
    }
    failures.delete(key)
    const forgetMs = typeof from === 'string' ? FORGET_FAILURE_MS : from.forgetMs
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
    async find(key) {
      const kept = await folder.find(key)
      return kept && { kind: 'picture', ...kept }
    },
    fetch(key, from) {
      const failure = failureOf(key)
      if (failure) return Promise.resolve(failure)
      const known = underWay.get(key)
      if (known) return known
      const fetching = fetchOnce(key, from).finally(() => underWay.delete(key))
      underWay.set(key, fetching)
      return fetching
    },
  }
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
    : { kind: 'failed', reason: 'not-a-picture', message: 'What the outlet sent is no picture that can be shown.' }
}
