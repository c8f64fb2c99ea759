import { createHttp, type Http, type HttpSettings } from '../src/http/client.ts'
import { closeAfterwards } from './loopback-server.ts'

/** A client with settings for tests, changed as told. */
export function client(changes: Partial<HttpSettings> = {}): Http {
  const http = createHttp({
    userAgent: 'Twosource-test/0 (+https://example.org/contact)',
    allowPrivate: true,
    maxBytes: 1_000_000,
    // What is to be given up soon says so: all else may take its time on a machine that does much.
    timeoutMs: 30_000,
    connectTimeoutMs: 10_000,
    perHost: 2,
    inFlight: 64,
    ...changes,
  })
  closeAfterwards(http.close)
  return http
}
