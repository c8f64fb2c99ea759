import { defined } from '../core/defined.ts'
import type { Span } from './tracer.ts'

/** The program's name and version, and its process. */
type OtlpResource = { readonly name: string; readonly version: string; readonly instance: string }

/** Spans in a collector's HTTP format: `ExportTraceServiceRequest` of OTLP 1 as JSON (ids in hex, times in nanoseconds as text). */
export function otlpTraces({ name, version, instance }: OtlpResource, spans: readonly Span[]): string {
  const resource = { 'service.name': name, 'service.version': version, 'service.instance.id': instance }
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeSpans: [{ scope: { name, version }, spans: spans.map(spanOf) }],
      },
    ],
  })
}

function spanOf({ traceId, spanId, parentId, name, startMs, endMs, attributes, isError }: Span) {
  return {
    traceId,
    spanId,
    ...defined({ parentSpanId: parentId }),
    name,
    // SPAN_KIND_CLIENT for requests to other servers, SPAN_KIND_INTERNAL for the rest.
    kind: name === 'fetch' ? 3 : 1,
    startTimeUnixNano: nanoseconds(startMs),
    endTimeUnixNano: nanoseconds(Math.max(startMs, endMs)),
    attributes: attributesOf(attributes),
    status: isError ? { code: 2 } : {},
  }
}

function nanoseconds(ms: number): string {
  return String(BigInt(Math.round(ms * 1000)) * 1000n)
}

function attributesOf(attributes: Span['attributes']) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: otlpValue(value) }))
}

function otlpValue(value: string | number | boolean) {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value }
}

/** Parses OTEL_EXPORTER_OTLP_HEADERS: comma-separated `name=value`, percent-encoded values. Anything else is ignored. */
export function readOtlpHeaders(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').flatMap((part) => {
    const [, name = '', value = ''] = /^\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(.*?)\s*$/.exec(part) ?? []
    return name === '' ? [] : [[name.toLowerCase(), unescaped(value)] as const]
  })
  return Object.fromEntries(pairs)
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
