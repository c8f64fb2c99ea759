import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PictureHeader } from '../../core/article.ts'

export type SizingRequest = { readonly bytes: Uint8Array; readonly width: number; readonly mostBytes: number }

export type SizedAnswer =
  | { readonly kind: 'sized'; readonly header: PictureHeader; readonly bytes: Uint8Array }
  /** What was sent isn't a picture that can be opened, or it took too long. */
  | { readonly kind: 'failed' }
  /** Nothing on this machine makes pictures smaller. */
  | { readonly kind: 'unavailable' }

export type PictureSizer = {
  /** The picture as WebP, at most so wide, and if possible no larger than so many bytes. */
  fit(request: SizingRequest): Promise<SizedAnswer>
  close(): void
}

const DEADLINE_MS = 10_000
const IDLE_MS = 30_000
/** More wait than a page of pictures has only if something is wrong. */
const mostWaiting = 200

/**
 * Makes pictures smaller with sharp, where it is installed, one at a time. It runs in a process of its own: what opens pictures of strangers is
 * written in C, and must neither end the server nor take its memory. The process may read files but not write any, gets none of our settings,
 * starts with the first picture, and ends when it takes too long or has nothing to do.
 */
export function createPictureSizer(
  options: { readonly deadlineMs?: number; readonly idleMs?: number; readonly program?: URL } = {},
): PictureSizer {
  const { deadlineMs = DEADLINE_MS, idleMs = IDLE_MS } = options
  const { program = new URL('./picture-sizing.ts', import.meta.url) } = options
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let isUnavailable = false
  let isClosed = false
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }

  const start = (): ChildProcess => {
    const started = fork(fileURLToPath(program), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      execArgv: ['--permission', '--allow-addons', '--allow-fs-read=*', '--max-old-space-size=128', '--no-warnings'],
    })
    // It keeps nobody from ending.
    started.unref()
    started.channel?.unref()
    return started
  }

  const ask = (request: SizingRequest): Promise<SizedAnswer> => {
    clearTimeout(idle)
    const asked = (child ??= start())
    const { promise, resolve } = Promise.withResolvers<SizedAnswer>()
    const give = (answer: SizedAnswer) => resolve(answer)
    const fail = () => resolve({ kind: 'failed' })
    const timer = setTimeout(fail, deadlineMs)
    asked.channel?.ref()
    asked.once('message', give).once('exit', fail).once('error', fail)
    asked.send(request, (error) => error && fail())
    return promise.then((answer) => {
      clearTimeout(timer)
      asked.off('message', give).off('exit', fail).off('error', fail)
      asked.channel?.unref()
      // After a failure nobody knows what state it is in.
      if (answer.kind !== 'sized') end()
      else idle = setTimeout(end, idleMs).unref()
      return answer
    })
  }

  const fitNext = async (request: SizingRequest): Promise<SizedAnswer> => {
    if (isUnavailable || isClosed) return { kind: 'unavailable' }
    const answer = await ask(request)
    isUnavailable ||= answer.kind === 'unavailable'
    return answer
  }

  return {
    async fit(request) {
      if (isUnavailable || isClosed) return { kind: 'unavailable' }
      if (waiting >= mostWaiting) return { kind: 'failed' }
      waiting++
      const fitting = last.then(() => fitNext(request))
      last = fitting.catch(() => {})
      return fitting.finally(() => waiting--)
    },
    close() {
      isClosed = true
      end()
    },
  }
}
