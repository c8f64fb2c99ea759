import { defined } from '../core/defined.ts'

/** A mark in one field or URL, for undoing a form without script: kind, target, and its other values. */
type MarkText = {
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

/** Parses it; undefined for an invalid text. */
export function readMark(text: string | undefined): MarkText | undefined {
  const parts = text?.split('|') ?? []
  if (parts.length < 2 || parts.length > 4) return undefined
  try {
    const [kind = '', target = '', label, time] = parts.map(decodeURIComponent)
    return { kind, target, ...defined({ label: label || undefined, time: time || undefined }) }
  } catch {
    return undefined // a URL can contain anything
  }
}
