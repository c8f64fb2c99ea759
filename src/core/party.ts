import type { Entity } from './annotation.ts'
import type { Span } from './span.ts'

/** A person or body a statement is about or comes from: the words that name them, and the entity if known. */
export type Party = { readonly span: Span; readonly entity?: Entity }
