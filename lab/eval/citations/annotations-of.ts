import { hash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { annotate } from '../../../src/analyze/annotate.ts'
import type { Document } from '../../../src/core/document.ts'
import type { Annotations } from '../../../src/core/layers.ts'

/** The folder of a run in which its processes keep layers for each other; a process by itself keeps them in memory alone. */
const folder = process.env.EVAL_LAYERS
const known = new Map<string, Annotations>()

/** All layers of an article that several evals of one run score, analyzed once; the same text of the same time has the same. */
export function annotationsOf(document: Document): Annotations {
  const { id, language, title, publishedAt, text, blocks } = document
  const key = hash('sha256', JSON.stringify([id, language, title, publishedAt, text, blocks]))
  const found = known.get(key) ?? (folder === undefined ? annotate(document) : keptIn(folder, key, document))
  known.set(key, found)
  return found
}

function keptIn(folder: string, key: string, document: Document): Annotations {
  const file = join(folder, key)
  if (existsSync(file)) return deserialize(readFileSync(file)) as Annotations
  const made = annotate(document)
  // Whole or not at all: another process may look for it at this moment.
  writeFileSync(`${file} ${process.pid}`, serialize(made))
  renameSync(`${file} ${process.pid}`, file)
  return made
}
