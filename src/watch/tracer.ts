import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'
import { defined } from '../core/defined.ts'

type Attributes = Readonly<Record<string, string | number | boolean>>

/** A timed piece of work, in milliseconds since 1970. Names and figures only: never a URL with its query, never a reader. */
export type Span = {
  readonly traceId: string
  readonly spanId: string
  readonly parentId?: string
  readonly name: string
  readonly startMs: number
  readonly endMs: number
  readonly attributes: Attributes
  readonly isError: boolean
}

/** What a finished piece of work belongs to: the poll's key, and its attributes. */
type TraceOf = { readonly poll: string; readonly attributes?: Attributes; readonly isError?: boolean }

type Draft = {
  readonly name: string
  readonly startMs: number
  endMs: number
  attributes: Attributes
  isError: boolean
}
type Open = { readonly drafts: Draft[] }

export type Tracer = {
  /** Runs a poll as the root of its trace. `about` describes it when done; undefined means nothing is sent. */
  poll<Result>(work: () => Promise<Result>, about: (result: Result) => TraceOf | undefined): Promise<Result>
  /** Runs work that a poll led to, in this or another process, in the poll's trace. */
  within<Result>(
    name: string,
    work: () => Promise<Result>,
    about: (result: Result) => TraceOf | undefined,
  ): Promise<Result>
  /** Runs a step of the current poll or work; outside of both, it only runs. */
  step<Result>(
    name: string,
    work: () => Promise<Result>,
    about?: (result: Result) => Omit<TraceOf, 'poll'>,
  ): Promise<Result>
  /** Records everything since the last step as a step. */
  rest(name: string): void
  /** Records a step that was timed elsewhere and has ended. */
  timed(name: string, tookMs: number, endedMs?: number): void
  /** Records an ended step of a poll, outside the poll itself. */
  report(of: TraceOf, name: string, startMs: number, endMs: number): void
}

/**
 * Creates spans and passes them on. A trace's id is computed from the key of its poll (a feed and a time), so articles of a poll
 * join its trace even when other processes read them, and jobs needn't carry it. `share`: the share of polls traced, 0 to 1;
 * every process decides the same for the same poll.
 */
export function createTracer(send: (spans: readonly Span[]) => void, share = 1): Tracer {
  const open = new AsyncLocalStorage<Open>()

  const idsOf = (poll: string) => {
    const hash = createHash('sha256').update(`twosource poll ${poll}`).digest()
    return {
      isTold: hash.readUInt32BE(28) < share * 2 ** 32,
      traceId: hash.toString('hex', 0, 16),
      rootId: hash.toString('hex', 16, 24),
    }
  }

  async function run<Result>(
    name: string,
    isRoot: boolean,
    work: () => Promise<Result>,
    about: (result: Result) => TraceOf | undefined,
  ): Promise<Result> {
    const drafts: Draft[] = []
    const startMs = Date.now()
    const result = await open.run({ drafts }, work)
    const of = about(result)
    if (!of) return result
    const { isTold, traceId, rootId } = idsOf(of.poll)
    if (!isTold) return result
    const spanId = isRoot ? rootId : newSpanId()
    const own: Span = {
      traceId,
      spanId,
      ...defined({ parentId: !isRoot ? rootId : undefined }),
      name,
      startMs,
      endMs: Date.now(),
      attributes: of.attributes ?? {},
      isError: of.isError ?? false,
    }
    send([own, ...drafts.map((draft) => ({ ...draft, traceId, spanId: newSpanId(), parentId: spanId }))])
    return result
  }

  return {
    poll: (work, about) => run('poll', true, work, about),
    within: (name, work, about) => run(name, false, work, about),
    async step(name, work, about) {
      const here = open.getStore()
      if (!here) return work()
      const draft: Draft = { name, startMs: Date.now(), endMs: 0, attributes: {}, isError: true }
      try {
        const result = await work()
        const { attributes = {}, isError = false } = about?.(result) ?? {}
        draft.attributes = attributes
        draft.isError = isError
        return result
      } finally {
        draft.endMs = Date.now()
        here.drafts.push(draft)
      }
    },
    rest(name) {
      const drafts = open.getStore()?.drafts
      const last = drafts?.at(-1)
      if (drafts && last) drafts.push({ name, startMs: last.endMs, endMs: Date.now(), attributes: {}, isError: false })
    },
    timed(name, tookMs, endedMs = Date.now()) {
      const startMs = endedMs - tookMs
      open.getStore()?.drafts.push({ name, startMs, endMs: endedMs, attributes: {}, isError: false })
    },
    report({ poll, attributes = {}, isError = false }, name, startMs, endMs) {
      const { isTold, traceId, rootId } = idsOf(poll)
      if (isTold) send([{ traceId, spanId: newSpanId(), parentId: rootId, name, startMs, endMs, attributes, isError }])
    },
  }
}

function newSpanId(): string {
  return randomBytes(8).toString('hex')
}
