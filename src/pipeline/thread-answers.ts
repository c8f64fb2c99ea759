import { parentPort } from 'node:worker_threads'
import { defined } from '../core/defined.ts'

export type ThreadRequest<Request> = { readonly id: number; readonly request: Request }

export type ThreadReply<Result> =
  | { readonly id: number; readonly kind: 'done'; readonly result: Result }
  | { readonly id: number; readonly kind: 'failed'; readonly error: string; readonly stack?: string }

/**
 * Makes this thread answer the requests of a pool (`createThreadPool`). What throws, or cannot be copied to another thread, is reported as
 * a failure.
 */
export function answerRequests<Request, Result>(answer: (request: Request) => Result | Promise<Result>): void {
  const reply = (said: ThreadReply<Result>) => parentPort?.postMessage(said)
  parentPort?.on('message', async ({ id, request }: ThreadRequest<Request>) => {
    try {
      reply({ id, kind: 'done', result: await answer(request) })
    } catch (error) {
      reply({ id, kind: 'failed', ...errorFields(error) })
    }
  })
}

function errorFields(error: unknown): { readonly error: string; readonly stack?: string } {
  if (!(error instanceof Error)) return { error: String(error) }
  return { error: `${error.name}: ${error.message}`, ...defined({ stack: error.stack }) }
}
