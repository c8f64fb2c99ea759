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
 * Serves the health of this process on a port of its own, if TWOSOURCE_HEALTH_PORT is set: a worker has no pages. Undefined without that.
 * Throws ConfigError when it cannot listen.
 */
export async function serveHealth(context: Context): Promise<AsyncDisposable | undefined> {
  const { TWOSOURCE_HEALTH_PORT: port, TWOSOURCE_HOST: hostname } = context.config
  if (port === undefined) return undefined
  const face = healthApi(context)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fetch = (request: Request, env: unknown) => face(request, env) ?? new Response('Not here.\n', { status: 404 })
  const server = listen({ fetch, hostname, port, serverOptions: { ...serverLimits } }, () => resolve()) as Server
  limitConnections(server, mostConnections)
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(
      cannotListen(error, {
        host: hostname,
        port,
        hostSetting: 'TWOSOURCE_HOST',
        portSetting: 'TWOSOURCE_HEALTH_PORT',
        isAnyPortFine: false,
      }),
    ),
  )
  await promise
  return { [Symbol.asyncDispose]: () => closeServer(server, 0) }
}
