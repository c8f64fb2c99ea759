import { defined } from '../core/defined.ts'
/** A mark in one field or address, for taking back without script what a form did: kind, target, and what else it had. */
export type MarkText = {
  readonly kind: string
  readonly target: string
  readonly label?: string
  /** When a mute ends, or when something was saved. */
  readonly time?: string
}

/** Writes a mark as `entity|person%3Aanna|Anna`. */
export function markText({ kind, target, label = '', time = '' }: MarkText): string {
  return [kind, target, label, time].map(encodeURIComponent).join('|').replace(/\|+$/, '')
}

/** Reads one back; undefined for a text that is none. */
export function readMark(text: string | undefined): MarkText | undefined {
  const parts = text?.split('|') ?? []
  if (parts.length < 2 || parts.length > 4) return undefined
  try {
    const [kind = '', target = '', label, time] = parts.map(decodeURIComponent)
    return { kind, target, ...defined({ label: label || undefined, time: time || undefined }) }
  } catch {
    return undefined // an address can say anything
  }
}
