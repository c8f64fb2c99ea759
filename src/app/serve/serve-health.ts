import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { limitConnections, serverLimits } from '../../web/connection-limits.ts'
import type { Context } from '../context.ts'
import { cannotListen } from './cannot-listen.ts'
import { closeServer } from './drain-server.ts'
import { healthApi } from './health-api.ts'

/** A monitor opens one; the limit keeps strangers from exhausting the process. */
const mostConnections = 50

/**
 * Serves the health of a worker, which has no pages. Throws ConfigError when it cannot listen.
 */
export async function serveHealth(context: Context, port: number): Promise<AsyncDisposable> {
  const { TWOSOURCE_HOST: hostname } = context.config
  const face = healthApi(context)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fetch = (request: Request, env: unknown) => face(request, env) ?? new Response('Not found.\n', { status: 404 })
  const server = listen({ fetch, hostname, port, serverOptions: { ...serverLimits } }, () => resolve()) as Server
  limitConnections(server, mostConnections)
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(
      cannotListen(error, {
        host: hostname,
        port,
        hostSetting: 'TWOSOURCE_HOST',
        portSetting: '--health-port',
        isAnyPortFine: false,
      }),
    ),
  )
  await promise
  return { [Symbol.asyncDispose]: () => closeServer(server, 0) }
}
