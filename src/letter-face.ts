import { endLetterbox, listLetterboxes, makeLetterbox } from './operations/letterboxes.ts'
import type { Ask, Need } from './operations/operation.ts'
import type { LetterOperations } from './web/letter-operations.ts'

/** Joins the pages to the addresses that newsletters come to. */
export function letterFace(ask: Ask, need: Need): LetterOperations {
  return {
    letterboxes: need(listLetterboxes),
    makeLetterbox: ask(makeLetterbox),
    endLetterbox: ask(endLetterbox),
  }
}
