import { parentPort } from 'node:worker_threads'
import { defined } from '../core/defined.ts'

/** What a thread of a pool is sent. */
export type ThreadRequest<Request> = { readonly id: number; readonly request: Request }

/** What it sends back. */
export type ThreadReply<Result> =
  | { readonly id: number; readonly kind: 'done'; readonly result: Result }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string; readonly stack?: string }

/**
 * Has this thread answer what a pool asks of it (`createThreadPool`). What throws, or cannot be handed over to another thread, is told as
 * a failure.
 */
export function answerRequests<Request, Result>(answer: (request: Request) => Result | Promise<Result>): void {
  const reply = (said: ThreadReply<Result>) => parentPort?.postMessage(said)
  parentPort?.on('message', async ({ id, request }: ThreadRequest<Request>) => {
    try {
      reply({ id, kind: 'done', result: await answer(request) })
    } catch (error) {
      reply({ id, kind: 'failed', ...toldError(error) })
    }
  })
}

function toldError(error: unknown): { readonly error: string; readonly stack?: string } {
  if (!(error instanceof Error)) return { error: String(error) }
  return { error: `${error.name}: ${error.message}`, ...defined({ stack: error.stack }) }
}
