import { randomUUID } from 'node:crypto'
import { defined } from '../../core/defined.ts'
import { createHttp, type HttpSettings } from '../../http/client.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'
import { meterList } from '../../watch/meter-list.ts'
import { createMeters } from '../../watch/meters.ts'
import { otlpTraces, readOtlpHeaders } from '../../watch/otlp.ts'
import { createSpanSender } from '../../watch/span-sender.ts'
import { createTracer } from '../../watch/tracer.ts'
import type { Config } from '../config/config.ts'
import { version } from '../version.ts'
import type { Instruments } from './instrumented.ts'

/** A collector answers at once or is away. */
const SEND_MS = 5_000

/** Receives metrics and traces, as far as configured. Close it last: it sends what it still has. */
type OpenInstruments = Instruments & { close(): Promise<void> }

/** Opens counters when somebody may read them, and traces when a collector is configured. Without both nothing is counted. */
export function openInstruments(config: Config, httpSettings: HttpSettings, log: Log): OpenInstruments {
  const meters = config.TWOSOURCE_METRICS === undefined ? undefined : createMeters(meterList)
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '')
  if (endpoint === undefined) return { ...defined({ meters }), close: async () => {} }
  // The owner named it, so it may be in a private network; this client requests nothing else.
  const http = createHttp({ ...httpSettings, allowPrivate: true, allowPorts: 'any', timeoutMs: SEND_MS })
  const headers = {
    ...readOtlpHeaders(config.OTEL_EXPORTER_OTLP_HEADERS ?? ''),
    'content-type': 'application/json',
    accept: 'application/json',
  }
  const teller = { name: 'twosource', version, instance: randomUUID() }
  let isAway = false
  const sender = createSpanSender(
    async (spans) => {
      const body = new TextEncoder().encode(otlpTraces(teller, spans))
      const answer = await http.post(`${endpoint}/v1/traces`, { body, headers })
      const isTaken = answer.kind === 'ok'
      if (!isTaken && !isAway) log('traces-not-taken', { result: answer.kind })
      isAway = !isTaken
      return isTaken
    },
    (result, count) => meters?.count('twosource_spans_total', [result], count),
  )
  return {
    ...defined({ meters }),
    tracer: createTracer(sender.take, config.OTEL_TRACES_SAMPLER_ARG),
    async close() {
      await sender.close()
      http.close()
    },
  }
}
