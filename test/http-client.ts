import { createHttp, type Http, type HttpSettings } from '../src/http/client.ts'
import { closeAfterwards } from './loopback-server.ts'

/** A client with settings for tests, changed as told. */
export function client(changes: Partial<HttpSettings> = {}): Http {
  const http = createHttp({
    userAgent: 'Twosource-test/0 (+https://example.org/contact)',
    allowPrivate: true,
    maxBytes: 1_000_000,
    timeoutMs: 5_000,
    connectTimeoutMs: 2_000,
    perHost: 2,
    inFlight: 64,
    ...changes,
  })
  closeAfterwards(http.close)
  return http
}
