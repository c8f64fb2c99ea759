import { writeFileSync } from 'node:fs'
import { fitModel } from './fit-model.ts'
import { readLabeled } from './read-labeled.ts'

// Trains the model that says which blocks of a page are its article, and writes it: node lab/eval/extraction/train.ts
// What it learned from, and how well it does on sites it has not seen, is told in docs/notes/extraction.md.
const target = new URL('../../../src/extract/blocks/block-model.json', import.meta.url)
const seed = 1

const pages = readLabeled((name, count) => console.log(`${name}: ${count} pages`))
const model = fitModel(
  pages.map(({ examples }) => examples),
  seed,
)
const lines = Object.entries(model).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
const packed = `{\n${lines.join(',\n')}\n}\n`
writeFileSync(target, packed)
console.log(`${model.trees.length} trees on ${model.features.length} features, ${packed.length} bytes`)
