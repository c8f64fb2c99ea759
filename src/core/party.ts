import type { Entity } from './annotation.ts'
import type { Span } from './span.ts'

/** Somebody a statement is about or comes from: the words that name them, and who that is where we know. */
export type Party = { readonly span: Span; readonly entity?: Entity }
