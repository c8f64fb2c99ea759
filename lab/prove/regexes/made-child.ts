import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type FoundRegex, productFiles, sourceRoot } from './find-literals.ts'

// Modules that do something when they are loaded, or that need a browser or a thread around them.
const notLoaded = /^(?:main|demo)\.ts$|^web\/(?:client|worker)\/|\.js$/
const isThread = (path: string) => /\bworkerData\b|\bparentPort\b/.test(readFileSync(`${sourceRoot}${path}`, 'utf8'))

const made = new Map<string, FoundRegex>()
const Plain = RegExp
globalThis.RegExp = new Proxy(Plain, {
  construct(target, given: [string | RegExp, string?], asked) {
    const regex = Reflect.construct(target, given, asked) as RegExp
    const place = /src\/([^\s:()]+\.ts:\d+)/.exec(new Error().stack?.split('\n').slice(2).join('\n') ?? '')?.[1]
    if (place !== undefined)
      made.set(`${regex.source} ${regex.flags}`, { source: regex.source, flags: regex.flags, place })
    return regex
  },
})

for (const path of productFiles().filter((file) => !notLoaded.test(file) && !isThread(file)))
  await import(pathToFileURL(`${sourceRoot}${path}`).href)
const { ownPages } = await import('../../bench/material/own-pages.ts')
const { extract } = await import('../../../src/extract/extract.ts')
const { annotate } = await import('../../../src/analyze/annotate.ts')
const { asId } = await import('../../../src/core/ids.ts')
const url = 'https://e.example/a'
for (const { html } of ownPages()) {
  const { text, title, blocks } = extract({ html, url })
  for (const language of ['en', 'fr', 'de', 'es', 'ar'])
    annotate({
      id: asId('d'),
      articleId: asId('a'),
      title,
      text,
      blocks,
      language,
      publishedAt: '2026-03-10T09:00:00.000Z',
    })
}
process.stdout.write(JSON.stringify([...made.values()]), () => process.exit(0))
