import { escapeHtml } from '../core/escape-html.ts'

type Value = string | number | readonly Value[] | { readonly [name: string]: Value }

/** What XML cannot hold (XML 1.0 §2.2). */
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** An answer as `?api=xml` has it: each list named in the plural, its members in the singular. */
export function asXml(answer: { readonly [name: string]: Value }): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<response>${fields(answer)}</response>\n`
}

function fields(given: { readonly [name: string]: Value }): string {
  return Object.entries(given)
    .map(([name, value]) => element(name, value))
    .join('')
}

function element(name: string, value: Value): string {
  if (Array.isArray(value))
    return `<${name}>${value.map((one) => element(name.replace(/s$/, ''), one)).join('')}</${name}>`
  if (typeof value === 'object') return `<${name}>${fields(value as { readonly [name: string]: Value })}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

function escaped(text: string): string {
  return escapeHtml(text.toWellFormed().replace(unspeakable, ''))
}
